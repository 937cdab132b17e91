from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.exchange import Feedback, Turn
from bot.domain.session import Session
from bot.usecases.ports import UnavailableError
from bot.usecases.remembering import SteadyConversations
from tests.fakes import NOON, FakeConversations

ASKED = Session(asked=True)
PLAIN = Session(plain=True)


def _turn(number: int) -> Turn:
    at = NOON + timedelta(minutes=number)
    return Turn(
        id=f"t{number}",
        conversation="c1",
        channel="essai",
        at=at,
        text="bonjour",
        goal="saluer",
        confidence=1.0,
        degraded=False,
        unanswered=False,
    )


async def test_nothing_is_kept_beside_a_database_that_answers(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    await conversations.record(_turn(1), ASKED)
    assert await conversations.recall("c1") == ASKED
    assert list(store.turns) == ["t1"]
    assert spare == FakeConversations()


async def test_without_the_database_memory_takes_over(
    conversations: SteadyConversations, store: FakeConversations
) -> None:
    store.away = True
    await conversations.record(_turn(1), ASKED)
    assert await conversations.recall("c1") == ASKED
    assert store.turns == {}


async def test_the_database_is_asked_again_as_soon_as_it_answers(
    conversations: SteadyConversations, store: FakeConversations
) -> None:
    await conversations.record(_turn(1), PLAIN)
    store.away = True
    assert await conversations.recall("c1") == Session()
    store.away = False
    assert await conversations.recall("c1") == PLAIN


async def test_a_verdict_during_an_outage_is_kept_with_its_turn(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    store.away = True
    await conversations.record(_turn(1), ASKED)
    verdict = Feedback("t1", useful=True, at=NOON)
    await conversations.rate(verdict)
    assert spare.feedback == {"t1": verdict}


async def test_a_verdict_reaches_the_database_with_its_turn(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    store.away = True
    await conversations.record(_turn(1), ASKED)
    verdict = Feedback("t1", useful=False, at=NOON)
    await conversations.rate(verdict)
    store.away = False
    await conversations.record(_turn(2), ASKED)
    assert store.feedback == {"t1": verdict}
    assert spare == FakeConversations()


async def test_a_copy_holds_verdicts_wherever_they_are_kept(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    verdicts = [Feedback(f"t{number}", useful=True, at=_turn(number).at) for number in (1, 2)]
    for place, number in ((store, 1), (spare, 2)):
        await place.record(_turn(number), ASKED)
        await place.rate(verdicts[number - 1])
    assert (await conversations.export("c1")).feedback == tuple(verdicts)


async def test_a_copy_tells_the_session_of_the_last_turn(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    await store.record(_turn(1), ASKED)
    assert (await conversations.export("c1")).session == ASKED
    await spare.record(_turn(2), PLAIN)
    assert (await conversations.export("c1")).session == PLAIN
    await store.record(_turn(3), ASKED)
    assert (await conversations.export("c1")).session == ASKED


async def test_a_turn_kept_in_both_places_is_copied_once(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    for place in (store, spare):
        await place.record(_turn(1), ASKED)
    assert (await conversations.export("c1")).turns == (_turn(1),)


async def test_a_copy_holds_what_was_said_during_an_outage_in_its_place(
    conversations: SteadyConversations, store: FakeConversations
) -> None:
    for number, store.away in ((1, False), (2, True), (3, False)):
        await conversations.record(_turn(number), ASKED)
    held = await conversations.export("c1")
    assert held.turns == (_turn(1), _turn(2), _turn(3))


async def test_an_erasure_leaves_nothing_anywhere(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    for number, store.away in ((1, True), (2, False)):
        await conversations.record(_turn(number), ASKED)
    assert await conversations.forget("c1") == 2
    assert store == spare == FakeConversations()


@pytest.mark.parametrize(
    "ask",
    [
        lambda steady: steady.forget("c1"),
        lambda steady: steady.export("c1"),
        lambda steady: steady.purge(NOON + timedelta(days=1)),
    ],
    ids=["forget", "export", "purge"],
)
async def test_what_needs_the_database_is_refused_whole_while_it_is_away(
    conversations: SteadyConversations,
    store: FakeConversations,
    spare: FakeConversations,
    ask: Callable[[SteadyConversations], Awaitable[object]],
) -> None:
    store.away = True
    await conversations.record(_turn(1), ASKED)
    with pytest.raises(UnavailableError):
        await ask(conversations)
    assert list(spare.turns) == ["t1"]


async def test_a_purge_erases_what_is_old_anywhere(
    conversations: SteadyConversations, store: FakeConversations
) -> None:
    for number, store.away in ((1, True), (2, False), (5, False)):
        await conversations.record(_turn(number), ASKED)
    assert await conversations.purge(NOON + timedelta(minutes=3)) == 2
    assert (await conversations.export("c1")).turns == (_turn(5),)


async def test_with_neither_database_nor_memory_the_failure_is_told(
    conversations: SteadyConversations, store: FakeConversations, spare: FakeConversations
) -> None:
    store.away = spare.away = True
    with pytest.raises(UnavailableError):
        await conversations.recall("c1")
