"""The end: what is in hand is finished, nothing more is taken, chats are let go of."""

import asyncio

import pytest

from bot.usecases.corresponding import Correspondence
from tests.fake_mail import FakeMail
from tests.usecases.mails import GatedMail
from tests.usecases.posts import FakePost, an_arrival, held_answer, settle, until

LATE = 0.02
"""Seconds after which what was held goes on."""


async def test_what_is_in_hand_is_finished_before_the_end_and_nothing_more_is_taken(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.held["m1"] = asyncio.Event()
    await correspondence.receive([an_arrival(1), an_arrival(2)])
    await until(lambda: post.asked)
    asyncio.get_running_loop().call_later(LATE, post.held["m1"].set)
    await correspondence.close(grace=5)
    assert post.sent == ["m1"]
    assert [arrival.content for arrival in mail.inbox] == ["m2"]
    assert mail.outbox == []
    assert mail.left


async def test_all_the_letters_of_an_answer_leave_before_the_end(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts = "abc"
    post.failures["m1b"] = [LATE]
    await correspondence.receive([an_arrival(1)])
    await until(lambda: "m1b" in post.tried)
    await correspondence.close(grace=5)
    assert post.sent == ["m1a", "m1b", "m1c"]
    assert mail.outbox == []


async def test_what_comes_during_or_after_the_end_is_kept_for_others(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    answer = await held_answer(correspondence, post)
    closing = asyncio.create_task(correspondence.close(grace=5))
    await settle()
    await correspondence.receive([an_arrival(2), an_arrival(3, "c3")])
    answer.set()
    await closing
    await correspondence.receive([an_arrival(4, "c4")])
    await settle()
    assert post.sent == ["m1"]
    assert [arrival.content for arrival in mail.inbox] == ["m2", "m3", "m4"]


async def test_what_lasts_too_long_is_cut_and_waits_for_another_day(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.failures["m1"] = [60.0]
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.tried)
    await correspondence.close(grace=0.01)
    assert [letter.content for letter in mail.outbox] == ["m1"]
    assert mail.left


async def test_an_answer_that_is_cut_is_never_given(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.held["m1"] = asyncio.Event()
    await correspondence.receive([an_arrival(1), an_arrival(2, "c2")])
    await until(lambda: post.sent == ["m2"])
    await correspondence.close(grace=0.01)
    post.held["m1"].set()
    await settle()
    assert post.sent == ["m2"]
    assert [arrival.content for arrival in mail.inbox] == ["m1"]
    assert mail.left


async def test_letters_that_were_not_sent_in_time_are_kept(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts = "abc"
    post.held["send m1b"] = asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: "m1b" in post.tried)
    await correspondence.close(grace=0.01)
    assert post.sent == ["m1a"]
    assert [letter.content for letter in mail.outbox] == ["m1b", "m1c"]


async def test_the_end_comes_at_once_when_nothing_is_in_hand(
    correspondence: Correspondence, mail: FakeMail
) -> None:
    async with asyncio.timeout(1):
        await correspondence.close(grace=60)
    assert mail.left


@pytest.mark.parametrize("answered", [True, False])
async def test_the_end_comes_though_the_mail_is_away(
    correspondence: Correspondence, post: FakePost, mail: FakeMail, *, answered: bool
) -> None:
    answer = await held_answer(correspondence, post)
    mail.away = True
    if answered:
        answer.set()
    await correspondence.close(grace=0.05)
    assert post.sent == (["m1"] if answered else [])
    assert not mail.left


async def test_what_the_mail_gives_as_the_end_comes_is_not_lost() -> None:
    gate = asyncio.Event()
    mail = GatedMail(gates={"receive m1": gate})
    post = FakePost(mail)
    correspondence = Correspondence(mail, post, at_once=4)
    receiving = asyncio.create_task(correspondence.receive([an_arrival(1)]))
    await mail.reached["receive m1"].wait()
    await correspondence.close(grace=5)
    gate.set()
    await receiving
    await settle()
    assert post.asked == []
    assert [arrival.content for arrival in mail.inbox] == ["m1"]
