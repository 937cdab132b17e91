"""Pages turn where they are; anything else that a button opens is a message of its own."""

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.domain.replies import Button, Document, Found, Item, ItemKind, Question, Statement
from bot.domain.territory import Position
from tests.channels.telegram.bot_api import CUT, LOST, BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import a_mention, a_text

GROUP = -100123
IN_PLACE = ["more", "part", "sources", "simple", "complet", "back", "next", "previous"]
OF_THEIR_OWN = ["card", "goal", "territory", "where", "anywhere", "place", "declare", "none"]

pytestmark = pytest.mark.usefixtures("channel")


def a_card(value: str) -> Question:
    return Question("La fiche.", (Button("Suite", value),))


def texts(api: BotApi, chat: int = 7) -> list[str]:
    return [shown.text for shown in api.shown(chat)]


@pytest.fixture
def book(assistant: FakeAssistant) -> FakeAssistant:
    """Says a card whose only button asks for more; what that gives is for the test to say."""
    assistant.replies["fiche"] = (a_card("more:a"),)
    return assistant


async def open_book(api: BotApi) -> None:
    api.push(a_text("fiche"))
    await api.until(api.shown)


async def turn(api: BotApi) -> None:
    """Open the card, and press its button."""
    await open_book(api)
    api.press("Suite")


async def nothing_more(api: BotApi, channel: TelegramChannel) -> None:
    """Let the bot finish what is in hand."""
    await api.until(lambda: not api.pending)
    await channel.stop()


@pytest.mark.parametrize("verb", IN_PLACE)
async def test_a_page_takes_the_place_of_the_one_before(
    api: BotApi, assistant: FakeAssistant, verb: str
) -> None:
    value = f"{verb}:a"
    assistant.replies["fiche"] = (a_card(value),)
    assistant.replies[value] = (Question("La suite.", (Button("Retour", "back:a"),)),)
    await turn(api)
    await api.until(lambda: texts(api) == ["La suite."])
    (shown,) = api.shown()
    assert shown.buttons == {"Retour": "back:a"}
    assert api.sent() == ["La fiche."]


@pytest.mark.parametrize("verb", OF_THEIR_OWN)
async def test_what_is_no_page_is_a_message(
    api: BotApi, assistant: FakeAssistant, verb: str
) -> None:
    assistant.replies["fiche"] = (a_card(f"{verb}:a"),)
    await turn(api)
    await api.until_sent(2)
    assert texts(api) == ["La fiche.", f"Reçu : {verb}:a"]
    assert api.called("editMessageText") == []


async def test_a_page_turns_in_a_group_too(api: BotApi, book: FakeAssistant) -> None:
    book.replies["more:a"] = (Statement("La suite."),)
    api.push(a_mention("fiche", GROUP))
    await api.until(lambda: api.shown(GROUP))
    api.press("Suite", GROUP)
    await api.until(lambda: texts(api, GROUP) == ["La suite."])


async def test_a_page_and_back_is_the_first_one_again(api: BotApi, book: FakeAssistant) -> None:
    book.replies["more:a"] = (Question("La suite.", (Button("Retour", "back:a"),)),)
    book.replies["back:a"] = book.replies["fiche"]
    await turn(api)
    await api.until(lambda: texts(api) == ["La suite."])
    api.press("Retour")
    await api.until(lambda: texts(api) == ["La fiche."])
    assert len(api.called("editMessageText")) == 2


async def test_a_page_that_changes_nothing_says_nothing(
    channel: TelegramChannel, api: BotApi, book: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    book.replies["more:a"] = book.replies["fiche"]
    await turn(api)
    await nothing_more(api, channel)
    (declined,) = api.declined
    assert "message is not modified" in declined
    assert texts(api) == ["La fiche."]
    assert caplog.records == []


async def test_a_page_in_place_of_a_file_is_a_message(api: BotApi, book: FakeAssistant) -> None:
    suite = (Button("Suite", "more:a"),)
    book.replies["fiche"] = (Document("Voici.", "copie.json", "{}", suite),)
    book.replies["more:a"] = (Statement("La suite."),)
    await turn(api)
    await api.until(lambda: texts(api) == ["Voici.", "La suite."])
    assert [shown.kind for shown in api.shown()] == ["document", "text"]


async def test_a_page_too_long_for_one_message_comes_as_several(
    api: BotApi, book: FakeAssistant
) -> None:
    book.replies["more:a"] = (Question("mot " * 1500, (Button("Retour", "back:a"),)),)
    await turn(api)
    await api.until(lambda: len(api.shown()) == 3)
    card, first, last = api.shown()
    assert (card.text, list(card.buttons)) == ("La fiche.", ["Suite"])
    assert f"{first.text} {last.text}" == ("mot " * 1500).strip()
    assert (list(first.buttons), list(last.buttons)) == ([], ["Retour"])
    assert api.called("editMessageText") == []


async def test_several_replies_to_a_page_are_sent(api: BotApi, book: FakeAssistant) -> None:
    book.replies["more:a"] = (Statement("Un."), Statement("Deux."))
    await turn(api)
    await api.until(lambda: texts(api) == ["La fiche.", "Un.", "Deux."])


async def test_a_page_of_places_has_a_button_for_each_and_no_map(
    api: BotApi, book: FakeAssistant
) -> None:
    places = tuple(
        Item(name.lower(), ItemKind.PLACE, name, "", "Figeac", position=Position(44.6, 2.0))
        for name in ("Ici", "Là")
    )
    book.replies["more:a"] = (Found("D'autres :", places),)
    await turn(api)
    await api.until(lambda: texts(api)[0].startswith("D'autres"))
    (shown,) = api.shown()
    assert shown.buttons == {"📍 1. Ici": "place:ici", "📍 2. Là": "place:là"}


@pytest.mark.parametrize("failure", [Failure(500), CUT])
async def test_a_page_that_the_network_lost_is_turned_later(
    api: BotApi, book: FakeAssistant, failure: Failure
) -> None:
    book.replies["more:a"] = (Statement("La suite."),)
    api.fail("editMessageText", failure, failure)
    await turn(api)
    await api.until(lambda: texts(api) == ["La suite."])


async def test_a_page_that_was_turned_without_our_knowing_is_not_sent_anew(
    channel: TelegramChannel, api: BotApi, book: FakeAssistant
) -> None:
    book.replies["more:a"] = (Statement("La suite."),)
    api.fail("editMessageText", LOST)
    await turn(api)
    await api.until(lambda: len(api.called("editMessageText")) == 2)
    await nothing_more(api, channel)
    assert texts(api) == ["La suite."]


@pytest.mark.parametrize("reply", [Statement("Bon."), Question("Bon ?", ())], ids=["said", "asked"])
async def test_a_page_that_has_no_button_takes_those_of_the_card_away(
    api: BotApi, book: FakeAssistant, reply: Question | Statement
) -> None:
    book.replies["more:a"] = (reply,)
    await turn(api)
    await api.until(lambda: texts(api) == [reply.text])
    assert api.shown()[0].buttons == {}
