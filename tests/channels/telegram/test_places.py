"""Places are listed, drawn on a map, and the nearest opens in the telephone's own."""

import pytest

from bot.channels.telegram import sentences
from bot.domain.map import Map, Pin
from bot.domain.replies import Button, Found, Item, ItemKind, Question
from bot.domain.territory import Position, Territory, TerritoryKind
from tests.channels.telegram.bot_api import BotApi, Failure, Shown
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer
from tests.channels.telegram.updates import a_mention, a_text, a_topic_text

GROUP = -100123
FIGEAC = Position(44.6, 2.03)
NO_RIGHT = Failure(400, "Bad Request: not enough rights to send photos to the chat")

pytestmark = pytest.mark.usefixtures("channel")


def a_place(name: str, far: float | None = None, position: Position | None = FIGEAC) -> Item:
    return Item(
        id=name.lower(),
        kind=ItemKind.PLACE,
        name=name,
        description="Un atelier",
        where="Figeac (46)",
        distance_km=far,
        position=position,
    )


NEAR, NOWHERE, FAR = a_place("Ici", 0.4), a_place("Ailleurs", position=None), a_place("Là", 12.4)
FOUND = Found("Fablabs :", (NEAR, NOWHERE, FAR), (Button("D'autres", "next:"),))


async def found(api: BotApi, assistant: FakeAssistant, count: int, *items: Item) -> list[Shown]:
    """What a list of these gives, once so many messages came."""
    assistant.replies["lieux"] = (Found("Fablabs :", items, FOUND.buttons),)
    api.push(a_text("lieux"))
    api.push(a_text("fin"))
    await api.until(lambda: len(api.shown()) == count + 1)
    return api.shown()[:-1]


async def test_a_list_comes_with_a_map_and_the_nearest_place(
    api: BotApi, assistant: FakeAssistant, cartographer: FakeCartographer
) -> None:
    listed, drawn, nearest = await found(api, assistant, 3, *FOUND.items)
    assert [shown.kind for shown in (listed, drawn, nearest)] == ["text", "photo", "venue"]
    assert listed.text.startswith("Fablabs :")
    assert drawn.text == sentences.MAP
    assert drawn.file
    assert drawn.file.name == "carte.png"
    assert cartographer.drawn == [Map((Pin(1, FIGEAC), Pin(3, FIGEAC)))]


async def test_the_nearest_place_tells_how_far_it_is(api: BotApi, assistant: FakeAssistant) -> None:
    *_, nearest = await found(api, assistant, 3, *FOUND.items)
    assert nearest.content["venue"] == {
        "location": {"latitude": 44.6, "longitude": 2.03},
        "title": "Ici",
        "address": "Figeac (46), à moins d'un kilomètre",
    }


async def test_each_other_place_has_a_button(api: BotApi, assistant: FakeAssistant) -> None:
    listed, *_ = await found(api, assistant, 3, *FOUND.items)
    assert listed.buttons == {"📍 3. Là": "place:là", "D'autres": "next:"}


async def test_a_map_tells_where_one_is_when_that_is_a_commune(
    api: BotApi, assistant: FakeAssistant, cartographer: FakeCartographer
) -> None:
    where = Position(44.61, 2.04)
    assistant.territory = Territory(TerritoryKind.COMMUNE, "46102", "Figeac", position=where)
    await found(api, assistant, 2 + 1, NEAR, FAR)
    assistant.territory = Territory(TerritoryKind.DEPARTEMENT, "46", "Lot", position=where)
    api.push(a_text("lieux"))
    await api.until(lambda: len(cartographer.drawn) == 2)
    assert [drawn.around for drawn in cartographer.drawn] == [where, None]


async def test_a_single_place_needs_no_map(api: BotApi, assistant: FakeAssistant) -> None:
    listed, nearest = await found(api, assistant, 2, NOWHERE, FAR)
    assert (listed.kind, nearest.kind) == ("text", "venue")
    assert list(listed.buttons) == ["D'autres"]
    assert nearest.content["venue"]["address"] == "Figeac (46), à 12 km"


async def test_places_without_position_are_a_text(
    api: BotApi, assistant: FakeAssistant, cartographer: FakeCartographer
) -> None:
    (listed,) = await found(api, assistant, 1, NOWHERE)
    assert listed.kind == "text"
    assert list(listed.buttons) == ["D'autres"]
    assert cartographer.drawn == []


async def test_a_place_that_lies_nowhere_in_particular_is_called_by_its_name(
    api: BotApi, assistant: FakeAssistant
) -> None:
    place = Item("a", ItemKind.PLACE, "Ici", "", where="", position=FIGEAC)
    *_, nearest = await found(api, assistant, 2, place)
    assert nearest.content["venue"]["address"] == "Ici"


@pytest.mark.parametrize("where", [Position(0.0, 2.03), Position(44.6, 0.0)])
async def test_a_place_on_the_equator_or_the_meridian_is_shown(
    api: BotApi, assistant: FakeAssistant, where: Position
) -> None:
    *_, nearest = await found(api, assistant, 2, a_place("Ici", position=where))
    shown = nearest.content["venue"]["location"]
    assert (shown["latitude"], shown["longitude"]) == (where.latitude, where.longitude)


async def test_where_pictures_are_forbidden_the_rest_is_shown(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.fail("sendPhoto", NO_RIGHT)
    shown = await found(api, assistant, 2, NEAR, FAR)
    assert [one.kind for one in shown] == ["text", "venue"]


async def test_a_map_that_the_network_lost_is_sent_again_before_the_rest(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.fail("sendPhoto", Failure(500))
    shown = await found(api, assistant, 3, NEAR, FAR)
    assert [one.kind for one in shown] == ["text", "photo", "venue"]


async def test_in_a_forum_places_stay_in_their_topic(api: BotApi, assistant: FakeAssistant) -> None:
    assistant.replies["lieux"] = (FOUND,)
    api.push(a_topic_text("@TraitBot lieux", GROUP, 42))
    await api.until(lambda: len(api.shown(GROUP)) == 3)
    assert [shown.thread for shown in api.shown(GROUP)] == [42] * 3


async def test_a_place_that_is_asked_can_be_shared(api: BotApi, assistant: FakeAssistant) -> None:
    other = (Button("Autre chose", "none:"),)
    assistant.replies["où"] = (Question("Où ?", other, asks_where=True),)
    api.push(a_text("où"))
    await api.until(api.shown)
    assert api.shown()[0].rows == [[sentences.MY_POSITION, "Autre chose"]]
    assert api.keyboard() == []
    api.press(sentences.MY_POSITION)
    await api.until(lambda: len(api.shown()) == 2)
    assert api.shown()[1].text == sentences.SHARE_POSITION
    assert api.keyboard() == [[sentences.SEND_POSITION]]
    assert [message.text for message in assistant.messages] == ["où"]


async def test_a_place_is_not_shared_with_a_group(api: BotApi, assistant: FakeAssistant) -> None:
    other = (Button("Autre chose", "none:"),)
    assistant.replies["où"] = (Question("Où ?", other, asks_where=True),)
    api.push(a_mention("où", GROUP))
    await api.until(lambda: api.shown(GROUP))
    assert api.shown(GROUP)[0].rows == [["Autre chose"]]


async def test_no_place_is_shared_where_none_is_asked(
    api: BotApi, assistant: FakeAssistant
) -> None:
    assistant.replies["quoi"] = (Question("Quoi ?", (Button("Autre chose", "none:"),)),)
    api.push(a_text("quoi"))
    await api.until(api.shown)
    assert api.shown()[0].rows == [["Autre chose"]]
