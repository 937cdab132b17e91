"""Without the model, answers are poorer, and it is said once."""

import pytest

from bot.domain.exchange import Outcome
from tests.fakes import FakeConversations, FakeRanker
from tests.usecases.chat import Chat, said

NOTICE = "par mots-clés seulement"


def _told(outcome: Outcome) -> bool:
    return NOTICE in said(outcome)


@pytest.fixture
def _without_model(model: FakeRanker) -> None:
    model.away = True


async def test_with_the_model_nothing_is_said_of_it(chat: Chat) -> None:
    outcome = await chat.say("un fablab")
    assert not outcome.degraded
    assert not _told(outcome)


@pytest.mark.usefixtures("_without_model")
async def test_keywords_answer_without_the_model(chat: Chat) -> None:
    outcome = await chat.say("un fablab")
    assert outcome.degraded
    assert outcome.goal == "fablab"


@pytest.mark.usefixtures("_without_model")
async def test_the_answer_comes_first_and_the_notice_once(chat: Chat) -> None:
    first = await chat.say("un fablab")
    assert NOTICE not in said(Outcome("", first.replies[:-1]))
    assert _told(first)
    second = await chat.say("et un fablab ?")
    assert second.degraded
    assert not _told(second)


async def test_the_notice_comes_again_the_next_time_the_model_is_away(
    chat: Chat, model: FakeRanker
) -> None:
    told = []
    for away in (True, False, True, True):
        model.away = away
        told.append(_told(await chat.say("un fablab")))
    assert told == [True, False, True, False]


@pytest.mark.usefixtures("_without_model")
async def test_each_conversation_is_told(chat: Chat) -> None:
    await chat.say("un fablab")
    assert _told(await Chat(chat.assistant, "autre").say("un fablab"))


@pytest.mark.usefixtures("_without_model")
async def test_what_needs_no_model_is_not_degraded(chat: Chat) -> None:
    for outcome in (await chat.press("card:fablab"), await chat.say("🎉")):
        assert not outcome.degraded
        assert not _told(outcome)


@pytest.mark.usefixtures("_without_model")
async def test_a_press_does_not_make_the_notice_come_again(chat: Chat) -> None:
    await chat.say("un fablab")
    await chat.press("card:fablab")
    assert not _told(await chat.say("un fablab"))


@pytest.mark.usefixtures("_without_model")
async def test_a_turn_tells_that_it_was_degraded(chat: Chat, store: FakeConversations) -> None:
    await chat.say("un fablab")
    assert [turn.degraded for turn in store.turns.values()] == [True]


async def test_without_model_nor_keywords_it_admits_not_to_know_and_names_somebody(
    chat: Chat, model: FakeRanker, keywords: FakeRanker
) -> None:
    model.away = keywords.away = True
    outcome = await chat.say("un fablab")
    assert outcome.degraded
    assert "Le réseau national" in said(outcome)


@pytest.mark.usefixtures("_without_model")
async def test_what_cannot_be_read_does_not_bring_the_notice_back(chat: Chat) -> None:
    await chat.say("un fablab")
    await chat.say("Здравствуйте")
    assert not _told(await chat.say("un fablab"))
