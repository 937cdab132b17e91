"""Danger comes before everything, and nothing of it is kept."""

import pytest

from bot.domain.actions import Action
from bot.domain.exchange import Outcome
from bot.domain.replies import Alert
from tests.fakes import FakeConversations, FakeRanker
from tests.usecases.chat import Chat

HIDDEN = {
    "alone": "je veux mourir",
    "capitals": "JE VEUX MOURIR !!!",
    "in ten thousand characters": "blabla " * 700 + "mourir" + " blabla" * 728,
    "beyond what is ranked": "mourir" + " enfin" * 500,
    "in a question": "un fablab à Figeac, mais je veux mourir",
    "under invisible characters": "je veux mou\u200brir\u202e",
    "in a tag": "<b>mourir</b>",
    "between chevrons": "je vais <mourir>",
    "between a heart and a face": "<3 je veux mourir >_<",
    "after a command": "/start mourir",
    "accented at random": "mòurîr",
}


def _numbers(outcome: Outcome) -> list[str]:
    [reply] = outcome.replies
    assert isinstance(reply, Alert)
    return [number.number for number in reply.numbers]


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
async def test_danger_is_met_before_anything_else(chat: Chat, model: FakeRanker, text: str) -> None:
    outcome = await chat.say(text)
    assert outcome.goal == Action.DANGER
    assert _numbers(outcome) == ["3114", "112"]
    assert model.heard == []


async def test_danger_is_met_when_nothing_else_answers(
    chat: Chat, model: FakeRanker, keywords: FakeRanker, store: FakeConversations
) -> None:
    model.away = keywords.away = store.away = True
    assert _numbers(await chat.say("je veux mourir")) == ["3114", "112"]


async def test_danger_that_only_the_model_recognises_is_met(chat: Chat) -> None:
    outcome = await chat.say("tout va mal")
    assert outcome.goal == Action.DANGER
    assert _numbers(outcome) == ["112"]


async def test_danger_interrupts_a_question_under_way_and_loses_nothing_of_it(chat: Chat) -> None:
    await chat.say("où trouver un lieu")
    assert (await chat.say("il veut mourir")).goal == Action.DANGER
    assert (await chat.say("Figeac")).goal == Action.FIND_PLACE


@pytest.mark.parametrize("text", ["je veux mourir", "tout va mal"])
async def test_nothing_of_a_danger_is_kept(
    chat: Chat, store: FakeConversations, spare: FakeConversations, text: str
) -> None:
    await chat.say(text)
    assert store.turns == spare.turns == {}
