"""The database away: the conversation goes on, and comes back to it."""

import pytest

from bot.domain.actions import Action
from tests.fakes import FakeConversations
from tests.usecases.chat import Chat, said
from tests.usecases.sample import FIGEAC


async def test_a_conversation_begun_without_the_database_is_followed(
    chat: Chat, store: FakeConversations
) -> None:
    store.away = True
    await chat.say("je suis à Figeac")
    await chat.say("un fablab")
    outcome = await chat.say("combien ça coûte ?")
    assert (outcome.section, outcome.territory) == ("cout", FIGEAC)


async def test_somebody_is_welcomed_without_the_database(
    chat: Chat, store: FakeConversations
) -> None:
    store.away = True
    assert "Bonjour" in said(await chat.assistant.welcome(chat.channel, chat.name))


@pytest.mark.parametrize("lost", ["recall", "record"])
async def test_a_database_that_fails_in_the_middle_of_a_message_does_not_prevent_the_answer(
    chat: Chat, store: FakeConversations, spare: FakeConversations, lost: str
) -> None:
    store.refused = {lost}
    assert (await chat.say("un fablab")).goal == "fablab"
    assert len(store.turns) + len(spare.turns) == 1


async def test_what_the_database_knew_is_there_when_it_comes_back(
    chat: Chat, store: FakeConversations
) -> None:
    await chat.say("je suis à Figeac")
    store.away = True
    assert (await chat.say("un fablab")).territory is None
    store.away = False
    assert (await chat.say("un fablab")).territory == FIGEAC


async def test_turns_go_to_the_database_again_by_themselves(
    chat: Chat, store: FakeConversations
) -> None:
    store.away = True
    await chat.say("un fablab")
    store.away = False
    await chat.say("bonjour")
    assert [turn.text for turn in store.turns.values()] == ["un fablab", "bonjour"]


async def test_a_second_outage_does_not_revive_what_the_first_one_knew(
    chat: Chat, store: FakeConversations, spare: FakeConversations
) -> None:
    store.away = True
    await chat.say("je suis à Figeac")
    store.away = False
    await chat.say("bonjour")
    assert spare.turns == {}
    store.away = True
    assert (await chat.say("bonjour")).territory is None


@pytest.mark.parametrize("press", ["forget:", "copy:"])
async def test_a_copy_or_an_erasure_is_refused_aloud_while_the_database_is_away(
    chat: Chat, store: FakeConversations, spare: FakeConversations, press: str
) -> None:
    store.away = True
    await chat.say("un fablab")
    outcome = await chat.press(press)
    assert outcome.goal == Action.FORGET
    assert "votre demande n'a pas été faite" in said(outcome)
    assert len(spare.turns) == 1


async def test_an_erasure_after_an_outage_leaves_nothing_for_the_next_one(
    chat: Chat, store: FakeConversations
) -> None:
    store.away = True
    await chat.say("je suis à Figeac")
    store.away = False
    await chat.say("un fablab")
    assert "(messages effacés : 2)" in said(await chat.press("forget:"))
    store.away = True
    assert (await chat.say("bonjour")).territory is None
