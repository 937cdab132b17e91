"""What is typed after the bot's name finds things to share."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.channels.telegram import sentences
from bot.domain.finds import Finds
from bot.domain.replies import Alert, Item, ItemKind, Number
from bot.domain.territory import Position
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeFinder
from tests.channels.telegram.updates import (
    an_inline_query,
)
from tests.domain.contents import published

CARD = published(title="Ouvrir un <fablab> & plus")
HERE = Item(
    "ruche",
    ItemKind.PLACE,
    "La Ruche",
    "Un lieu pour tous.",
    "Figeac (46)",
    distance_km=12.4,
    position=Position(44.6, 2.03),
)
NOWHERE = Item("atelier", ItemKind.PLACE, "L'Atelier", "Des outils.", "Lot")
DANGER = Alert(
    "Sortez.", (Number("18", "Pompiers", "un feu", ""), Number("112", "Urgences", "", ""))
)

pytestmark = pytest.mark.usefixtures("channel")

Ask = Callable[..., Any]


async def results(api: BotApi, query: str = "fablab figeac") -> list[dict[str, Any]]:
    """What is offered for some words."""
    api.push(an_inline_query(query))
    await api.until(lambda: api.called("answerInlineQuery"))
    offered: list[dict[str, Any]] = api.called("answerInlineQuery")[-1].params["results"]
    return offered


async def test_words_are_looked_up_as_they_are_typed(api: BotApi, finder: FakeFinder) -> None:
    await results(api, "fablab  @TraitBot Figeac")
    assert finder.asked == ["fablab  @TraitBot Figeac"]


async def test_a_card_is_offered_with_its_source_and_what_opens_it(
    api: BotApi, finder: FakeFinder
) -> None:
    finder.finds = Finds(cards=(CARD,))
    (card,) = await results(api)
    assert (card["type"], card["id"], card["title"]) == ("article", "card:fablab", CARD.title)
    assert card["description"] == CARD.summary
    content = card["input_message_content"]
    assert content["message_text"] == (
        "<b>Ouvrir un &lt;fablab&gt; &amp; plus</b>\n\n"
        "Un fablab est un atelier ouvert à tous. On y fabrique ensemble.\n\n"
        'Source : <a href="https://exemple.fr/fablab">Le réseau</a>, vérifié le 1er novembre 2026'
    )
    assert content["link_preview_options"] == {"is_disabled": True}
    (((more,),),) = card["reply_markup"].values()
    assert more == {"text": "En savoir plus", "url": "https://t.me/TraitBot?start=fablab"}


async def test_a_place_is_offered_as_a_place_of_the_telephones_map(
    api: BotApi, finder: FakeFinder
) -> None:
    finder.finds = Finds(places=(HERE,))
    (place,) = await results(api)
    assert place == {
        "type": "venue",
        "id": "place:ruche",
        "latitude": 44.6,
        "longitude": 2.03,
        "title": "La Ruche",
        "address": "Figeac (46), à 12 km",
    }


async def test_a_place_without_position_is_offered_as_a_text(
    api: BotApi, finder: FakeFinder
) -> None:
    finder.finds = Finds(places=(NOWHERE,))
    (place,) = await results(api)
    assert (place["type"], place["id"], place["title"]) == ("article", "place:atelier", "L'Atelier")
    assert place["input_message_content"]["message_text"] == (
        "1. <b>L'Atelier</b> — Lot\nDes outils."
    )


async def test_places_come_before_cards(api: BotApi, finder: FakeFinder) -> None:
    finder.finds = Finds(cards=(CARD,), places=(HERE, NOWHERE))
    offered = await results(api)
    assert [one["id"] for one in offered] == ["place:ruche", "place:atelier", "card:fablab"]


async def test_danger_is_offered_alone(api: BotApi, finder: FakeFinder) -> None:
    finder.finds = Finds(cards=(CARD,), places=(HERE,), danger=DANGER)
    (alert,) = await results(api, "au feu")
    assert alert["title"] == "Numéros d'urgence"
    assert alert["description"] == "18 (Pompiers), 112 (Urgences)"
    assert "<b>112</b>" in alert["input_message_content"]["message_text"]


@pytest.mark.parametrize("query", ["", "zzz"])
async def test_where_nothing_is_found_the_bot_can_be_asked(api: BotApi, query: str) -> None:
    assert await results(api, query) == []
    params = api.called("answerInlineQuery")[0].params
    assert params["button"] == {"text": sentences.ASK_THE_BOT, "start_parameter": "aide"}


async def test_the_same_words_are_not_asked_again_for_five_minutes(api: BotApi) -> None:
    await results(api)
    params = api.called("answerInlineQuery")[0].params
    assert params["cache_time"] == 300
    assert "is_personal" not in params
