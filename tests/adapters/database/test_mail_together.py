"""Two replicas at the same moment: nothing is missed, nothing is done twice."""

import asyncio
import random
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import event

from bot.adapters.database import Database, tables
from bot.domain.mail import Posting
from bot.usecases.mail_ports import AnsweredError
from tests.adapters.database.replicas import Replica, a_posting, an_arrival

ROUNDS = 25


@pytest.fixture(autouse=True)
async def _alive(one: Replica, other: Replica) -> None:
    """Both say that they live."""
    await one.mail.renew()
    await other.mail.renew()


async def test_two_replicas_miss_nothing_of_a_chat_and_do_nothing_twice(
    one: Replica, other: Replica
) -> None:
    done: list[str] = []

    async def receive(replica: Replica, numbers: range) -> None:
        for number in numbers:
            for chat in await replica.mail.receive([an_arrival(number, f"c{number % 3}")]):
                done.extend(await replica.serve(chat))

    await asyncio.gather(receive(one, range(0, 120, 2)), receive(other, range(1, 120, 2)))
    answers = [words for words in done if words.startswith("re ")]
    assert sorted(answers) == sorted(f"re message {number}" for number in range(120))
    assert await one.column(tables.hands.c.chat) == []


async def test_a_chat_that_two_replicas_receive_for_goes_to_one(
    one: Replica, other: Replica
) -> None:
    for round_ in range(ROUNDS):
        chat, numbers = f"c{round_}", (2 * round_, 2 * round_ + 1)
        taken = await asyncio.gather(
            one.mail.receive([an_arrival(numbers[0], chat)]),
            other.mail.receive([an_arrival(numbers[1], chat)]),
        )
        assert sorted(map(len, taken)) == [0, 1]
        done = await (one if taken[0] else other).serve(chat)
        assert {f"re message {number}" for number in numbers} <= set(done)
        assert len(done) == 4


async def test_the_same_updates_brought_to_two_replicas_are_kept_once(
    one: Replica, other: Replica
) -> None:
    for round_ in range(ROUNDS):
        batch = [an_arrival(4 * round_ + it, f"c{it}") for it in range(4)]
        await asyncio.gather(one.mail.receive(batch), other.mail.receive(batch[::-1]))
    references = await one.column(tables.inbox.c.reference)
    assert len(references) == 4 * ROUNDS


async def test_batches_that_share_chats_never_wait_for_each_other_for_ever(
    one: Replica, other: Replica
) -> None:
    dice = random.Random(1)
    numbers = iter(range(10_000))
    for _ in range(ROUNDS):
        batches = [
            [an_arrival(next(numbers), f"c{it}") for it in dice.sample(range(6), 6)]
            for _ in range(4)
        ]
        async with asyncio.timeout(10):
            await asyncio.gather(
                *(one.mail.receive(batch) for batch in batches[:2]),
                *(other.mail.receive(batch) for batch in batches[2:]),
                other.mail.take_over(10),
            )
    assert len(await one.column(tables.inbox.c.id)) == ROUNDS * 4 * 6


async def test_an_arrival_that_two_replicas_answer_is_answered_once(
    one: Replica, other: Replica
) -> None:
    for number in range(ROUNDS):
        arrival = an_arrival(number)
        await one.mail.receive([arrival])
        results = await asyncio.gather(
            one.mail.post(a_posting(arrival, f"one {number}")),
            other.mail.post(a_posting(arrival, f"other {number}")),
            return_exceptions=True,
        )
        assert [type(it) for it in results if it is not None][-1] is AnsweredError
        sent = await one.serve("c1")  # whoever answered, the one that has the chat sends
        assert sent in ([f"one {number}"], [f"other {number}"])
    assert await one.column(tables.outbox.c.id) == []


async def test_an_unknown_arrival_that_is_posted_as_it_comes_is_answered_once(
    one: Replica, other: Replica
) -> None:
    for number in range(ROUNDS):
        arrival = an_arrival(number)
        await asyncio.gather(
            one.mail.post(Posting(arrival)), other.mail.receive([arrival]), return_exceptions=True
        )
        assert await one.mail.next("c1") is None
        assert await other.mail.next("c1") is None


async def test_a_chat_that_two_replicas_take_over_goes_to_one(one: Replica, other: Replica) -> None:
    for round_ in range(ROUNDS):
        await one.mail.post(a_posting(an_arrival(round_), f"letter {round_}"))
        taken = await asyncio.gather(one.mail.take_over(10), other.mail.take_over(10))
        assert sorted(map(len, taken)) == [0, 1]
        await (one if taken[0] else other).serve("c1")


async def test_what_comes_as_its_chat_is_let_go_of_is_never_left(
    one: Replica, other: Replica
) -> None:
    for number in range(ROUNDS):
        posting = a_posting(an_arrival(2 * number), f"letter {number}")
        await one.mail.receive([posting.arrival])
        await one.mail.post(posting)
        await one.mail.mark_sent(posting.letters[0])
        work, taken = await asyncio.gather(
            one.mail.next("c1"),
            other.mail.receive([an_arrival(2 * number + 1)]),
        )
        assert (work is None) == bool(taken)
        await (one if work else other).serve("c1")
    assert await one.column(tables.hands.c.chat) == []


async def test_what_comes_at_the_very_moment_its_chat_is_let_go_of_is_in_somebody_s_hands(
    one: Replica, other: Replica
) -> None:
    posting = a_posting(an_arrival(1), "bonjour")
    await one.mail.receive([posting.arrival])
    await one.mail.post(posting)
    taken: list[object] = []

    def receive() -> None:
        taken.append(asyncio.run(other.mail.receive([an_arrival(2)])))

    thread = as_it_begins(one.database, "DELETE FROM hands", receive)
    await one.mail.mark_sent(posting.letters[0])
    assert await one.mail.next("c1") is None
    await asyncio.to_thread(thread.join)
    assert taken != [{}]
    assert await other.serve("c1") == ["message 2", "re message 2"]


def as_it_begins(database: Database, statement: str, work: Callable[[], None]) -> threading.Thread:
    """Do `work` elsewhere when a statement is about to be executed, which waits a little for it."""
    thread = threading.Thread(target=work)

    def begin(*told: object) -> None:
        if str(told[2]).startswith(statement) and not thread.ident:
            thread.start()
            thread.join(0.2)

    event.listen(database._engine, "before_cursor_execute", begin)
    return thread
