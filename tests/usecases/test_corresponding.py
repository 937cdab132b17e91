"""Answering chat by chat, in order, without losing anything."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from bot.usecases.corresponding import Correspondence
from tests.fake_mail import FakeMail
from tests.usecases.posts import FakePost, an_arrival


@pytest.fixture
def mail() -> FakeMail:
    return FakeMail()


@pytest.fixture
def post(mail: FakeMail) -> FakePost:
    return FakePost(mail)


@pytest.fixture
def correspondence(mail: FakeMail, post: FakePost) -> Correspondence:
    return Correspondence(mail, post, at_once=4)


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - what it waits for tells nobody
            await asyncio.sleep(0.001)


@asynccontextmanager
async def looking_after(correspondence: Correspondence) -> AsyncIterator[None]:
    task = asyncio.create_task(correspondence.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_a_chat_is_answered_in_order_however_slow(
    correspondence: Correspondence, post: FakePost
) -> None:
    post.held["m1"] = asyncio.Event()
    for number in (1, 2, 3):
        await correspondence.receive([an_arrival(number)])
    await until(lambda: post.asked == ["m1"])
    post.held["m1"].set()
    await until(lambda: len(post.sent) == 3)
    assert post.sent == ["m1", "m2", "m3"]


async def test_chats_are_answered_together_but_only_so_many(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    gate = asyncio.Event()
    post.held = {f"m{number}": gate for number in range(10)}
    await correspondence.receive([an_arrival(number, f"c{number}") for number in range(10)])
    await until(lambda: post.busy == 4)
    gate.set()
    await until(lambda: len(post.sent) == 10)
    assert post.most == 4
    assert (len(mail.outbox), len(mail.inbox)) == (0, 0)


async def test_a_letter_that_fails_keeps_its_place_and_holds_nobody_else_up(
    correspondence: Correspondence, post: FakePost
) -> None:
    post.failures["m1"] = [0.05, 0.05]
    await correspondence.receive([an_arrival(1), an_arrival(2)])
    await correspondence.receive([an_arrival(number, f"c{number}") for number in range(3, 9)])
    await until(lambda: len(post.sent) == 8)
    assert post.sent[-2:] == ["m1", "m2"]
    assert post.tried.count("m1") == 3


async def test_what_a_dead_replica_left_is_taken_over(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.inbox.append(an_arrival(1))
    async with looking_after(correspondence):
        await until(lambda: post.sent == ["m1"])


async def test_while_the_mail_is_away_answers_come_before_the_acknowledgement(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away = True
    await correspondence.receive([an_arrival(1), an_arrival(2)])
    assert post.sent == ["m1", "m2"]
    await correspondence.receive([an_arrival(1)])
    assert post.sent == ["m1", "m2"]


async def test_what_the_mail_missed_is_not_answered_again(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away = True
    await correspondence.receive([an_arrival(1)])
    mail.away = False
    await correspondence.receive([an_arrival(1), an_arrival(2)])
    await until(lambda: "m2" in post.sent)
    assert post.sent == ["m1", "m2"]
    assert mail.answered == ["r1", "r2"]


async def test_a_mail_that_goes_away_after_the_answer_has_nothing_repeated(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.held["m1"] = asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.asked)
    mail.away = True
    post.held["m1"].set()
    await until(lambda: post.sent == ["m1"])
    await asyncio.sleep(0.01)
    mail.away = False
    mail.held.clear()
    async with looking_after(correspondence):
        await until(lambda: mail.answered == ["r1"])
    assert post.sent == ["m1"]


async def test_what_is_in_hand_is_finished_before_the_end_and_nothing_more_is_taken(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.held["m1"] = asyncio.Event()
    await correspondence.receive([an_arrival(1), an_arrival(2)])
    await until(lambda: post.asked)
    asyncio.get_running_loop().call_later(0.02, post.held["m1"].set)
    await correspondence.close(grace=5)
    assert post.sent == ["m1"]
    assert [arrival.content for arrival in mail.inbox] == ["m2"]
    assert mail.outbox == []
    assert mail.left


async def test_what_lasts_too_long_is_cut_and_waits_for_another_day(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.failures["m1"] = [60.0]
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.tried)
    await correspondence.close(grace=0.01)
    assert [letter.content for letter in mail.outbox] == ["m1"]
    assert mail.left


async def test_what_another_replica_answered_is_not_sent(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.held["m1"] = asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.asked)
    mail.answered.append("r1")
    mail.inbox.clear()
    post.held["m1"].set()
    await correspondence.receive([an_arrival(2)])
    await until(lambda: post.sent)
    assert post.sent == ["m2"]
