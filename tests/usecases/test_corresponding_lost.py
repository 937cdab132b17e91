"""What another replica has taken over is left to it; what waits too long is left to the next."""

import asyncio

import pytest

from bot.usecases.corresponding import Correspondence
from tests.fake_mail import FakeMail
from tests.usecases.mails import FailingMail
from tests.usecases.posts import FakePost, an_arrival, held_answer, looking_after, settle, until


async def test_of_a_chat_lost_in_the_middle_of_an_answer_the_rest_is_left_to_others(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts, post.held["send m1a"] = "abc", asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.tried)
    mail.lost.add("c1")
    post.held["send m1a"].set()
    await settle()
    assert post.sent == ["m1a"]
    assert [letter.content for letter in mail.outbox] == ["m1b", "m1c"]


async def test_an_answer_made_in_a_chat_that_was_lost_is_sent_by_who_has_it(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    answer = await held_answer(correspondence, post)
    mail.lost.add("c1")
    answer.set()
    await settle()
    assert post.sent == []
    assert [letter.content for letter in mail.outbox] == ["m1"]


async def test_an_answer_kept_by_a_mail_that_came_back_is_marked_sent_at_once(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away, post.parts, post.held["m1"] = True, "ab", asyncio.Event()
    receiving = asyncio.create_task(correspondence.receive([an_arrival(1)]))
    await until(lambda: post.asked)
    mail.away = False
    post.held["m1"].set()
    await receiving
    assert post.sent == ["m1a", "m1b"]
    assert mail.outbox == []


async def test_what_comes_while_the_mail_is_away_follows_the_answer_in_hand() -> None:
    mail = FailingMail(step="mark_sent", times=10)
    post = FakePost(mail, "ab")
    correspondence = Correspondence(mail, post, at_once=4)
    post.held["send m1a"] = asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.tried)
    mail.away = True
    receiving = asyncio.create_task(correspondence.receive([an_arrival(2)]))
    await settle()
    post.held["send m1a"].set()
    await receiving
    assert post.sent == ["m1a", "m1b", "m2a", "m2b"]
    mail.away, mail.times = False, 0
    async with looking_after(correspondence):
        await until(lambda: not mail.outbox and not mail.inbox)
    assert post.sent == ["m1a", "m1b", "m2a", "m2b"]


async def test_an_answer_from_memory_that_is_given_up_is_made_again(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away, post.held["send m1"] = True, asyncio.Event()
    receiving = asyncio.create_task(correspondence.receive([an_arrival(1)]))
    await until(lambda: post.tried)
    receiving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await receiving
    post.held["send m1"].set()
    await correspondence.receive([an_arrival(1)])
    assert post.sent == ["m1"]
    assert post.asked == ["m1", "m1"]


async def test_an_answer_that_the_mail_missed_and_another_left_is_made_again(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts, post.held["m1"], post.held["send m1a"] = "ab", asyncio.Event(), asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.asked)
    mail.away = True
    post.held["m1"].set()
    await until(lambda: post.tried)
    mail.away = False
    mail.lost.add("c1")
    post.held["send m1a"].set()
    await settle()
    assert post.sent == ["m1a"]
    mail.lost.clear()  # whoever took it over died before it answered
    mail.held.clear()
    async with looking_after(correspondence):
        await until(lambda: mail.answered and not mail.outbox)
    assert post.sent[-1] == "m1b"


async def test_a_letter_that_must_wait_longer_than_the_end_is_left_at_once(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts, post.failures["m1b"] = "abc", [3600]
    await correspondence.receive([an_arrival(1)])
    await until(lambda: "m1b" in post.tried)
    async with asyncio.timeout(1):
        await correspondence.close(grace=30)
    assert post.sent == ["m1a"]
    assert [letter.content for letter in mail.outbox] == ["m1b", "m1c"]
    assert mail.left
