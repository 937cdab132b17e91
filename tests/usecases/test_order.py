"""Messages of one conversation are answered one after the other."""

import asyncio

import pytest

from tests.fakes import FakeConversations, FakeRanker
from tests.usecases.chat import Chat


async def _let_others_run() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


@pytest.fixture
def gate(model: FakeRanker) -> asyncio.Event:
    """The model answers once it is open."""
    model.gate = asyncio.Event()
    return model.gate


async def test_a_message_waits_for_the_one_before_it(
    chat: Chat, model: FakeRanker, gate: asyncio.Event
) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(chat.say("un fablab"))
        await asyncio.wait_for(model.asked.wait(), 5)
        second = group.create_task(chat.say("combien ça coûte ?"))
        await _let_others_run()
        assert model.heard == ["un fablab"]
        gate.set()
    assert second.result().section == "cout"


async def test_twenty_messages_at_once_lose_nothing(chat: Chat, store: FakeConversations) -> None:
    texts = [f"un fablab {number:02}" for number in range(20)]
    await asyncio.gather(*map(chat.say, texts))
    assert [turn.text for turn in store.turns.values()] == texts


async def test_another_conversation_does_not_wait(
    chat: Chat, model: FakeRanker, gate: asyncio.Event
) -> None:
    async with asyncio.TaskGroup() as group:
        held = group.create_task(chat.say("un fablab"))
        await asyncio.wait_for(model.asked.wait(), 5)
        assert (await Chat(chat.assistant, "autre").press("card:fablab")).goal == "fablab"
        assert not held.done()
        gate.set()


async def test_an_erasure_also_erases_the_message_in_hand(
    chat: Chat, model: FakeRanker, store: FakeConversations, gate: asyncio.Event
) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(chat.say("un fablab"))
        await asyncio.wait_for(model.asked.wait(), 5)
        group.create_task(chat.press("forget:"))
        await _let_others_run()
        gate.set()
    assert store == FakeConversations()


async def test_a_message_given_up_does_not_block_the_next(
    chat: Chat, model: FakeRanker, store: FakeConversations, gate: asyncio.Event
) -> None:
    given_up = asyncio.create_task(chat.say("un fablab"))
    await asyncio.wait_for(model.asked.wait(), 5)
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    gate.set()
    await chat.say("bonjour")
    assert [turn.text for turn in store.turns.values()] == ["bonjour"]


async def test_a_message_that_fails_does_not_block_the_next(chat: Chat, model: FakeRanker) -> None:
    model.failure = RuntimeError("unforeseen")
    with pytest.raises(RuntimeError):
        await chat.say("un fablab")
    model.failure = None
    assert (await chat.say("un fablab")).goal == "fablab"
