"""What arrives and what leaves, in the database, in the hands of one replica at a time."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.adapters.database import DatabaseSilences, tables
from bot.adapters.database.hands import LIFE
from bot.adapters.database.inbox import MAX_TRIES
from bot.adapters.sealing import Seal
from bot.domain.mail import Letter, Posting
from bot.domain.session import Session
from bot.usecases.mail_ports import AnsweredError
from tests.adapters.database.replicas import Replica, a_posting, a_replica, an_arrival
from tests.adapters.database.stores import FakeClock, a_turn


@pytest.fixture
def one(url: str, clock: FakeClock) -> Iterator[Replica]:
    replica = a_replica(url, clock)
    yield replica
    replica.database.close()


@pytest.fixture
def other(url: str, clock: FakeClock) -> Iterator[Replica]:
    replica = a_replica(url, clock)
    yield replica
    replica.database.close()


async def test_what_comes_twice_is_answered_once(one: Replica) -> None:
    first = an_arrival(1)
    assert await one.mail.receive([first]) == {"c1": first}
    await one.mail.post(a_posting(first))
    assert await one.mail.next("c1") is None
    assert await one.mail.receive([first]) == {"c1": None}
    assert await one.mail.next("c1") is None


async def test_a_chat_is_served_in_the_order_in_which_things_came(one: Replica) -> None:
    first, second, third = an_arrival(3), an_arrival(1), an_arrival(2)
    assert await one.mail.receive([first, second]) == {"c1": first}
    await one.mail.receive([third])
    await one.mail.post(a_posting(first, "un", "deux"))
    sent = None
    seen = []
    while work := await one.mail.next("c1", sent):
        seen.append(work.content)
        sent = work if isinstance(work, Letter) else None
        if not isinstance(work, Letter):
            await one.mail.post(a_posting(work))
    assert seen == ["un", "deux", second.content, third.content]


async def test_a_chat_is_in_the_hands_of_one_replica(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1)])
    assert await other.mail.receive([an_arrival(2)]) == {}
    assert await other.mail.take_over(10) == []
    assert await other.mail.next("c1") is None
    clock.advance(LIFE * 1.1)
    assert await other.mail.take_over(10) == ["c1"]
    assert await one.mail.next("c1") is None
    assert (await other.mail.next("c1")) == an_arrival(1)


async def test_a_replica_that_leaves_is_replaced_at_once(one: Replica, other: Replica) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.mail.leave()
    assert await other.mail.take_over(10) == ["c1"]


async def test_two_replicas_miss_nothing_of_a_chat_and_do_nothing_twice(
    one: Replica, other: Replica
) -> None:
    answered: list[str] = []

    async def serve(replica: Replica, numbers: range) -> None:
        for number in numbers:
            for chat in await replica.mail.receive([an_arrival(number, f"c{number % 3}")]):
                while work := await replica.mail.next(chat):
                    assert not isinstance(work, Letter)
                    await replica.mail.post(Posting(work))
                    answered.append(work.reference)

    for replica in (one, other):  # not together: a file becomes a journalled one only once
        await replica.mail.renew()
    await asyncio.gather(serve(one, range(0, 120, 2)), serve(other, range(1, 120, 2)))
    assert len(answered) == len(set(answered)) == 120


async def test_what_was_answered_is_not_answered_again(one: Replica) -> None:
    arrival = an_arrival(1)
    await one.mail.receive([arrival])
    await one.mail.post(a_posting(arrival, "bonjour"))
    with pytest.raises(AnsweredError):
        await one.mail.post(a_posting(arrival, "encore"))
    with pytest.raises(AnsweredError):
        await one.conversations.record(a_turn(1), Session(plain=True), a_posting(arrival, "bis"))
    assert (await one.conversations.recall("c1")) == Session()
    assert (await one.conversations.export("c1")).turns == ()
    letter = await one.mail.next("c1")
    assert letter
    assert letter.content == "bonjour"
    assert await one.mail.next("c1", letter if isinstance(letter, Letter) else None) is None


async def test_a_turn_and_its_letters_are_kept_together(one: Replica) -> None:
    arrival = an_arrival(1)
    await one.mail.receive([arrival])
    await one.conversations.record(a_turn(1), Session(plain=True), a_posting(arrival, "bonjour"))
    assert (await one.conversations.recall("c1")).plain
    letter = await one.mail.next("c1")
    assert letter
    assert letter.content == "bonjour"


async def test_what_came_while_the_database_was_away_is_known_once_it_is_answered(
    one: Replica,
) -> None:
    await one.mail.post(Posting(an_arrival(1)))
    await one.mail.receive([an_arrival(1)])
    assert await one.mail.next("c1") is None


async def test_what_is_put_aside_stops_nobody(one: Replica) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await one.mail.put_aside(an_arrival(1), "unreadable")
    assert await one.mail.next("c1") == replace(an_arrival(2), crowd=1)


async def test_what_kills_every_replica_is_put_aside(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.receive([an_arrival(1)])
    for _ in range(MAX_TRIES + 1):
        clock.advance(LIFE * 1.1)
        assert await other.mail.take_over(10) == ["c1"]
    assert await other.mail.next("c1") is None


async def test_nothing_can_be_read_in_the_tables(one: Replica) -> None:
    arrival = an_arrival(1)
    await one.mail.receive([arrival])
    query = select(tables.inbox.c.content)
    (sealed,) = await one.database.run(lambda it: it.scalars(query).all())
    assert "message" not in sealed
    await one.mail.post(a_posting(arrival, "bonjour"))
    assert await one.database.run(lambda it: it.scalars(query).all()) == [None]
    (letter,) = await one.database.run(lambda it: it.scalars(select(tables.outbox.c.content)).all())
    assert "bonjour" not in letter


async def test_what_another_key_sealed_stops_nobody(
    url: str, one: Replica, clock: FakeClock
) -> None:
    stranger = a_replica(url, clock, Seal(b"another secret of another one"))
    await stranger.mail.receive([an_arrival(1)])
    await stranger.mail.post(a_posting(an_arrival(2), "illisible"))
    await stranger.mail.leave()
    await one.mail.receive([an_arrival(3)])
    assert await one.mail.next("c1") == replace(an_arrival(3), crowd=2)
    stranger.database.close()


async def test_only_what_is_done_is_purged(one: Replica, clock: FakeClock) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await one.mail.post(Posting(an_arrival(1)))
    clock.advance(LIFE)
    assert await one.mail.purge_mail(clock.now()) == 1
    assert await one.mail.next("c1")


async def test_what_nobody_asked_for_is_not_sent_to_who_wants_silence(
    one: Replica, clock: FakeClock
) -> None:
    await DatabaseSilences(one.database, clock).silence("c1")
    letters = (Letter("a", "c1", "une alerte", asked=False), Letter("b", "c1", "une réponse"))
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(Posting(an_arrival(1), letters))
    assert await one.mail.next("c1") == letters[1]
    await one.conversations.forget("c1")
    assert await one.mail.next("c1") is None


async def test_how_many_somebody_wrote_within_a_minute_is_told(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await other.mail.receive([an_arrival(3, chat="c2"), an_arrival(4, chat="c3", sender="s2")])
    crowds = [it.crowd for it in (await one.mail.receive([an_arrival(5, "c4")])).values() if it]
    assert crowds == [3]
    clock.advance(LIFE * 7)
    assert (await one.mail.receive([an_arrival(6, "c5")])) == {"c5": an_arrival(6, "c5")}
