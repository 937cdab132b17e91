"""An arrival is answered once, with all that goes with it, or put aside."""

from dataclasses import replace

import pytest

from bot.adapters.database import tables
from bot.adapters.database.hands import LIFE
from bot.adapters.database.inbox import MAX_TRIES
from bot.domain.mail import Posting
from bot.domain.session import Session
from bot.usecases.mail_ports import AnsweredError
from tests.adapters.database.replicas import Replica, a_posting, an_arrival
from tests.adapters.database.stores import FakeClock, a_turn

PLAIN = Session(plain=True)


async def test_what_was_answered_is_not_answered_again(one: Replica, other: Replica) -> None:
    arrival = an_arrival(1)
    await one.mail.receive([arrival])
    await one.mail.post(a_posting(arrival, "bonjour"))
    for replica in (one, other):
        with pytest.raises(AnsweredError):
            await replica.mail.post(a_posting(arrival, "encore"))
        with pytest.raises(AnsweredError):
            await replica.conversations.post(a_posting(arrival, "encore"))
    assert await one.column(tables.outbox.c.key) == ["bonjour"]


async def test_nothing_of_a_second_answer_is_kept(one: Replica) -> None:
    arrival = an_arrival(1)
    await one.mail.receive([arrival])
    await one.mail.post(a_posting(arrival, "bonjour"))
    with pytest.raises(AnsweredError):
        await one.conversations.record(a_turn(1), PLAIN, a_posting(arrival, "bis"))
    assert await one.conversations.recall("c1") == Session()
    assert (await one.conversations.export("c1")).turns == ()
    assert await one.column(tables.outbox.c.key) == ["bonjour"]


async def test_a_second_answer_leaves_the_first_turn_as_it_was(one: Replica) -> None:
    arrival = an_arrival(1)
    await one.conversations.record(a_turn(1), PLAIN, a_posting(arrival, "bonjour"))
    with pytest.raises(AnsweredError):
        await one.conversations.record(a_turn(2), Session(), a_posting(arrival, "bis"))
    assert await one.conversations.recall("c1") == PLAIN
    assert (await one.conversations.export("c1")).turns == (a_turn(1),)


async def test_a_turn_and_its_letters_are_kept_together(one: Replica) -> None:
    arrival = an_arrival(1)
    await one.mail.receive([arrival])
    await one.conversations.record(a_turn(1), PLAIN, a_posting(arrival, "bonjour"))
    assert await one.conversations.recall("c1") == PLAIN
    assert await one.serve("c1") == ["bonjour"]


async def test_a_turn_without_arrival_posts_nothing(one: Replica) -> None:
    await one.conversations.record(a_turn(1), PLAIN)
    assert await one.column(tables.inbox.c.id) == []


async def test_what_is_said_without_a_turn_is_kept_too(one: Replica) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.conversations.post(a_posting(an_arrival(1), "bonjour"))
    assert await one.serve("c1") == ["bonjour"]


async def test_an_arrival_may_be_answered_by_nothing(one: Replica) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(Posting(an_arrival(1)))
    assert await one.serve("c1") == []


async def test_what_came_while_the_database_was_away_is_known_once_it_is_answered(
    one: Replica,
) -> None:
    await one.conversations.record(a_turn(1), PLAIN, a_posting(an_arrival(1), "bonjour"))
    with pytest.raises(AnsweredError):
        await one.mail.post(Posting(an_arrival(1)))
    assert await one.mail.receive([an_arrival(1)]) == {"c1": None}
    assert await one.serve("c1") == ["bonjour"]


async def test_what_is_put_aside_stops_nobody(one: Replica) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await one.mail.put_aside(an_arrival(1), "unreadable")
    assert await one.mail.next("c1") == replace(an_arrival(2), crowd=1)


async def test_what_is_put_aside_is_not_answered_if_it_comes_again(one: Replica) -> None:
    await one.mail.put_aside(an_arrival(1), "unreadable")
    await one.mail.receive([an_arrival(1)])
    assert await one.serve("c1") == []
    await one.mail.leave()
    assert await one.mail.take_over(10) == []
    assert await one.column(tables.inbox.c.aside) == ["unreadable"]


async def test_what_is_put_aside_after_its_answer_stays_answered(one: Replica) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(a_posting(an_arrival(1), "bonjour"))
    await one.mail.put_aside(an_arrival(1), "too late")
    with pytest.raises(AnsweredError):
        await one.mail.post(Posting(an_arrival(1)))
    assert await one.serve("c1") == ["bonjour"]


async def test_what_outlives_too_many_replicas_is_put_aside(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await die_in_turn([other, one], clock, MAX_TRIES)
    assert await one.mail.next("c1") == an_arrival(1)
    await die_in_turn([other], clock, 1)
    assert await other.mail.next("c1") == replace(an_arrival(2), crowd=1)
    assert await one.column(tables.inbox.c.aside) == ["tries", None]


async def test_a_letter_outlives_as_many_replicas_as_it_must(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(a_posting(an_arrival(1), "bonjour"))
    await die_in_turn([other, one], clock, MAX_TRIES + 2)
    assert await one.serve("c1") == ["bonjour"]


async def die_in_turn(replicas: list[Replica], clock: FakeClock, times: int) -> None:
    """Each takes over the chat of the one before and dies."""
    for number in range(times):
        clock.advance(LIFE * 1.1)
        replica = replicas[number % len(replicas)]
        await replica.mail.renew()
        assert await replica.mail.take_over(10) == ["c1"]
