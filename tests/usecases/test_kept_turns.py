"""What is kept of a message: what the team needs, nothing that names or reaches a person."""

import pytest

from bot.domain.exchange import Turn
from bot.domain.territory import Position
from bot.usecases.answering import MAX_TEXT
from tests.fakes import NOON, FakeConversations
from tests.usecases.chat import Chat


def _only(store: FakeConversations) -> Turn:
    [turn] = store.turns.values()
    return turn


async def test_a_turn_tells_what_was_asked_when_and_what_was_understood(
    chat: Chat, store: FakeConversations
) -> None:
    outcome = await chat.say(" Un\n<b>fablab</b> ? ")
    turn = _only(store)
    assert (turn.text, turn.goal, turn.channel) == ("Un fablab ?", "fablab", "essai")
    assert (turn.at, turn.confidence) == (NOON, outcome.confidence)
    assert not turn.unanswered


async def test_the_store_never_sees_who_speaks(chat: Chat, store: FakeConversations) -> None:
    await chat.say("un fablab")
    kept = f"{store.turns} {store.sessions}"
    assert chat.name not in kept
    assert list(store.sessions) == [_only(store).conversation] == [chat.key]


@pytest.mark.parametrize(
    ("personal", "kept"),
    [
        ("ecrire@exemple.fr", "[courriel]"),
        ("06 39 98 00 00", "[téléphone]"),
        ("+33639980000", "[téléphone]"),
        ("@quelquun", "[compte]"),
        ("https://exemple.fr/moi", "[lien]"),
        ("1 85 05 78 006 084 36", "[numéro]"),
        ("06 39\u200b 98 00\u200b 00", "[téléphone]"),
    ],
)
async def test_what_reaches_a_person_is_masked(
    chat: Chat, store: FakeConversations, personal: str, kept: str
) -> None:
    await chat.say(f"un fablab, répondez à {personal} svp")
    assert _only(store).text == f"un fablab, répondez à {kept} svp"


async def test_masking_stands_between_a_message_too_long_and_its_cut(
    chat: Chat, store: FakeConversations
) -> None:
    await chat.say("0639980000 " * 2000)
    text = _only(store).text
    assert len(text) <= MAX_TEXT
    assert "0639" not in text


async def test_a_shared_position_is_not_kept(chat: Chat, store: FakeConversations) -> None:
    await chat.share(Position(44.612345, 2.034567))
    assert _only(store).text == ""
    assert "44.612345" not in f"{store.turns} {store.sessions}"


async def test_a_press_is_kept_as_what_it_carries(chat: Chat, store: FakeConversations) -> None:
    await chat.press("card:fablab")
    assert (_only(store).text, _only(store).goal) == ("card:fablab", "fablab")


async def test_what_was_not_understood_is_marked_for_the_team(
    chat: Chat, store: FakeConversations
) -> None:
    await chat.say("la recette de la tarte")
    assert _only(store).unanswered


async def test_the_same_message_twice_is_two_turns(chat: Chat, store: FakeConversations) -> None:
    await chat.say("un fablab")
    await chat.say("un fablab")
    assert len(store.turns) == 2


async def test_to_be_welcomed_keeps_nothing(chat: Chat, store: FakeConversations) -> None:
    await chat.assistant.welcome(chat.channel, chat.name)
    assert store == FakeConversations()


async def test_a_structure_that_makes_itself_known_is_kept_for_the_team(
    chat: Chat, store: FakeConversations
) -> None:
    await chat.press("declare:")
    outcome = await chat.say("La Passerelle, à Gramat, anime des rencontres")
    assert outcome.to_review
    *_, turn = store.turns.values()
    assert (turn.text, turn.unanswered) == ("La Passerelle, à Gramat, anime des rencontres", True)
