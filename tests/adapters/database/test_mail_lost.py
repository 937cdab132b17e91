"""Whoever lost a chat without knowing it sends nothing that another will send."""

import pytest
from sqlalchemy import Connection, event

from bot.adapters.database import tables
from bot.adapters.database.hands import LIFE
from bot.usecases.mail_ports import AnsweredError
from bot.usecases.ports import UnavailableError
from tests.adapters.database.replicas import Replica, a_posting, an_arrival
from tests.adapters.database.stores import FakeClock, a_turn


async def _stall(one: Replica, other: Replica, clock: FakeClock) -> None:
    """`one` says nothing for so long that `other` takes its chat."""
    clock.advance(2 * LIFE)
    await other.mail.renew()
    assert await other.mail.take_over(10) == ["c1"]
    await one.mail.renew()


async def test_it_learns_it_as_a_letter_is_marked_sent(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    posting = a_posting(an_arrival(1), "un", "deux", "trois")
    await one.mail.receive([posting.arrival])
    await one.mail.post(posting)
    assert await one.mail.mark_sent(posting.letters[0])
    await _stall(one, other, clock)
    assert not await one.mail.mark_sent(posting.letters[1])
    assert await other.serve("c1") == ["trois"]


async def test_it_learns_it_as_its_answer_is_kept(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    posting = a_posting(an_arrival(1), "un", "deux")
    await one.mail.receive([posting.arrival])
    await _stall(one, other, clock)
    with pytest.raises(AnsweredError):
        await one.mail.post(posting)
    assert await other.serve("c1") == ["un", "deux"]


async def test_a_turn_is_kept_with_an_answer_that_another_sends(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    posting = a_posting(an_arrival(1), "un")
    await one.mail.receive([posting.arrival])
    await _stall(one, other, clock)
    session = await one.conversations.recall("c1")
    with pytest.raises(AnsweredError):
        await one.conversations.record(a_turn(1), session, posting)
    assert (await other.conversations.export("c1")).turns == (a_turn(1),)
    assert await other.serve("c1") == ["un"]


async def test_whoever_answers_from_memory_has_the_chat_until_it_is_done(
    one: Replica, other: Replica
) -> None:
    posting = a_posting(an_arrival(1), "un")
    await one.mail.post(posting)
    assert await other.mail.take_over(10) == []
    assert await one.mail.mark_sent(posting.letters[0])
    assert await other.mail.receive([an_arrival(2)]) == {}
    assert await one.mail.take_over(10) == ["c1"]
    assert await one.serve("c1") == ["message 2", "re message 2"]
    assert await one.column(tables.hands.c.chat) == []


async def test_what_is_received_before_a_replica_said_that_it_lives_is_its_own(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.receive([an_arrival(1)])
    assert await other.mail.take_over(10) == []
    clock.advance(2 * LIFE)
    await one.mail.receive([an_arrival(2)])
    assert await other.mail.take_over(10) == []


async def test_a_replica_that_could_not_say_that_it_lives_says_it_with_the_next_message(
    one: Replica, other: Replica
) -> None:
    def fail(_: Connection) -> None:
        raise UnavailableError

    event.listen(one.database._engine, "commit", fail)
    with pytest.raises(UnavailableError):
        await one.mail.receive([an_arrival(1)])
    event.remove(one.database._engine, "commit", fail)
    await one.mail.receive([an_arrival(1)])
    assert await other.mail.take_over(10) == []
