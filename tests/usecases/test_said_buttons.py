"""A button may be said: by its label, by its rank, by « oui » when there is but one."""

import pytest

from bot.domain.actions import CLARIFY, Action
from tests.fakes import FakeConversations, FakeRanker, ranked
from tests.usecases.chat import Chat, buttons, said


@pytest.fixture
def doubtful(model: FakeRanker, keywords: FakeRanker) -> None:
    """A model that hesitates between two things about everything."""
    model.table = {"": ranked(fablab=0.34, aide=0.33, saluer=0.33)}
    keywords.table = {"": ()}


@pytest.mark.usefixtures("doubtful")
@pytest.mark.parametrize("answer", ["1", "Ouvrir un fablab", "OUVRIR UN FABLAB !"])
async def test_a_choice_is_made_by_its_rank_or_its_label(chat: Chat, answer: str) -> None:
    asked = await chat.say("quelque chose")
    assert asked.goal == CLARIFY
    assert buttons(asked)[0].label == "Ouvrir un fablab"
    assert (await chat.say(answer)).goal == "fablab"


@pytest.mark.parametrize("wish", ["tout effacer", "oui tout", "supprimez mes messages"])
async def test_an_erasure_is_confirmed_in_words(
    chat: Chat, model: FakeRanker, store: FakeConversations, wish: str
) -> None:
    model.table = {"mes donnees": ranked(**{Action.FORGET: 0.9}), "": ranked(fablab=0.9)}
    await chat.say("bonjour fablab")
    await chat.say("mes donnees")
    outcome = await chat.say(wish)
    assert outcome.goal == Action.FORGET
    assert (await store.export(chat.key)).is_empty


async def test_a_copy_is_asked_for_in_words(chat: Chat, model: FakeRanker) -> None:
    model.table = {"mes donnees": ranked(**{Action.FORGET: 0.9}), "": ranked(fablab=0.9)}
    await chat.say("bonjour fablab")
    await chat.say("mes donnees")
    outcome = await chat.say("une copie svp")
    assert "bonjour fablab" in said(outcome)


async def test_to_erase_is_no_order_when_it_was_not_asked(
    chat: Chat, model: FakeRanker, store: FakeConversations
) -> None:
    model.table = {"": ranked(fablab=0.9)}
    await chat.say("bonjour fablab")
    await chat.say("comment effacer un tableau")
    assert len((await store.export(chat.key)).turns) == 2
