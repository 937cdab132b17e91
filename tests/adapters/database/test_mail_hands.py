"""A chat is in the hands of one replica at a time."""

from dataclasses import replace

from bot.adapters.database import tables
from bot.adapters.database.hands import LIFE
from tests.adapters.database.replicas import Replica, a_posting, an_arrival
from tests.adapters.database.stores import FakeClock

ONE_SECOND = LIFE / 10


async def test_a_chat_is_in_the_hands_of_one_replica(one: Replica, other: Replica) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1)])
    assert await other.mail.receive([an_arrival(2)]) == {}
    assert await other.mail.take_over(10) == []
    assert await other.mail.next("c1") is None
    assert await one.serve("c1") == ["message 1", "re message 1", "message 2", "re message 2"]


async def test_a_chat_is_taken_over_only_after_the_life_of_who_had_it(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1)])
    clock.advance(LIFE - ONE_SECOND)
    assert await other.mail.take_over(10) == []
    clock.advance(2 * ONE_SECOND)
    assert await other.mail.take_over(10) == ["c1"]
    assert await one.mail.next("c1") is None
    assert await other.mail.next("c1") == an_arrival(1)


async def test_a_replica_that_says_that_it_lives_keeps_its_chats(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1)])
    for _ in range(5):
        clock.advance(LIFE - ONE_SECOND)
        await one.mail.renew()
        await other.mail.renew()
        assert await other.mail.take_over(10) == []
    assert await one.mail.next("c1") == an_arrival(1)


async def test_a_replica_that_leaves_is_replaced_at_once(one: Replica, other: Replica) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1)])
    await one.mail.leave()
    assert await other.mail.take_over(10) == ["c1"]


async def test_what_still_comes_to_a_replica_that_left_is_for_the_others(
    one: Replica, other: Replica
) -> None:
    await one.mail.renew()
    await one.mail.leave()
    await one.mail.receive([an_arrival(1)])
    assert await other.mail.take_over(10) == ["c1"]


async def test_leaving_takes_nothing_from_the_others(one: Replica, other: Replica) -> None:
    await one.mail.renew()
    await other.mail.renew()
    await other.mail.receive([an_arrival(1)])
    await one.mail.leave()
    await one.mail.renew()
    assert await one.mail.take_over(10) == []


async def test_what_comes_for_a_chat_left_by_a_dead_replica_waits_its_turn(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(a_posting(an_arrival(1), "bonjour"))
    clock.advance(LIFE + ONE_SECOND)
    await other.mail.renew()
    assert await other.mail.receive([an_arrival(2)]) == {"c1": None}
    assert await other.serve("c1") == ["bonjour", "message 2", "re message 2"]


async def test_a_chat_with_nothing_left_to_do_is_let_go_of(one: Replica, other: Replica) -> None:
    await one.mail.renew()
    await other.mail.renew()
    await one.mail.receive([an_arrival(1)])
    await one.serve("c1")
    assert await one.column(tables.hands.c.chat) == []
    assert await other.mail.receive([an_arrival(2)]) == {"c1": replace(an_arrival(2), crowd=1)}


async def test_who_has_lost_a_chat_does_not_let_go_of_it(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1)])
    posting = a_posting(an_arrival(1), "bonjour")
    await one.mail.post(posting)
    clock.advance(LIFE + ONE_SECOND)
    await other.mail.renew()
    assert await other.mail.take_over(10) == ["c1"]
    assert not await one.mail.mark_sent(posting.letters[0])
    assert await one.mail.next("c1") is None
    assert await one.column(tables.hands.c.chat) == ["c1"]
    assert await one.column(tables.outbox.c.key) == []


async def test_only_so_many_chats_are_taken_over_at_once(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(number, f"c{number}") for number in range(5)])
    clock.advance(LIFE + ONE_SECOND)
    await other.mail.renew()
    assert len(await other.mail.take_over(2)) == 2
    assert len(set(await one.column(tables.hands.c.holder))) == 2


async def test_a_chat_with_a_letter_alone_is_taken_over_and_an_idle_one_is_not(
    one: Replica, other: Replica
) -> None:
    await one.mail.receive([an_arrival(1, "idle"), an_arrival(2, "letter")])
    await one.mail.post(a_posting(an_arrival(1, "idle")))
    await one.mail.post(a_posting(an_arrival(2, "letter"), "bonjour"))
    await one.mail.leave()
    assert await other.mail.take_over(10) == ["letter"]


async def test_replicas_gone_for_long_are_forgotten(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.renew()
    clock.advance(2 * LIFE + ONE_SECOND)
    await other.mail.renew()
    await other.mail.purge_mail(clock.now())
    assert len(await other.column(tables.holders.c.id)) == 1


async def test_a_chat_that_a_dead_replica_had_for_nothing_is_forgotten(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    for number, replica in enumerate((one, one, other)):
        await replica.mail.post(a_posting(an_arrival(number, f"c{number}")))
    await one.mail.receive([an_arrival(3, "c1")])
    clock.advance(2 * LIFE)
    await other.mail.renew()
    await other.mail.purge_mail(clock.now() - 10 * LIFE)
    assert await other.column(tables.hands.c.chat) == ["c1", "c2"]
    assert await other.mail.take_over(10) == ["c1"]
