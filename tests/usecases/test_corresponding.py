"""Answering chat by chat, in order, without losing anything."""

import asyncio

from bot.usecases.corresponding import Correspondence
from tests.fake_mail import FakeMail
from tests.usecases.posts import FakePost, an_arrival, held_answer, looking_after, settle, until


async def test_a_chat_is_answered_in_order_however_slow(
    correspondence: Correspondence, post: FakePost
) -> None:
    post.held["m1"] = asyncio.Event()
    for number in (1, 2, 3):
        await correspondence.receive([an_arrival(number)])
    await settle()
    assert post.asked == ["m1"]
    post.held["m1"].set()
    await until(lambda: len(post.sent) == 3)
    assert post.sent == ["m1", "m2", "m3"]


async def test_all_the_letters_of_an_answer_leave_before_the_next_is_thought_of(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts = "abc"
    post.held["send m1b"] = asyncio.Event()
    await correspondence.receive([an_arrival(1), an_arrival(2)])
    await until(lambda: "m1b" in post.tried)
    assert post.asked == ["m1"]
    post.held["send m1b"].set()
    await until(lambda: len(post.sent) == 6)
    assert post.sent == ["m1a", "m1b", "m1c", "m2a", "m2b", "m2c"]
    await until(lambda: not mail.held)
    assert (mail.outbox, mail.inbox) == ([], [])


async def test_chats_are_answered_together_but_only_so_many(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    gate = asyncio.Event()
    post.held = {f"m{number}": gate for number in range(10)}
    await correspondence.receive([an_arrival(number, f"c{number}") for number in range(10)])
    await until(lambda: post.busy == 4)
    await settle()
    assert len(post.asked) == 4
    gate.set()
    await until(lambda: not mail.held)
    assert post.most == 4
    assert sorted(post.sent) == sorted(f"m{number}" for number in range(10))
    assert (mail.outbox, mail.inbox) == ([], [])


async def test_letters_are_sent_together_but_only_so_many(
    correspondence: Correspondence, post: FakePost
) -> None:
    gate = asyncio.Event()
    post.held = {f"send m{number}": gate for number in range(10)}
    await correspondence.receive([an_arrival(number, f"c{number}") for number in range(10)])
    await until(lambda: len(post.tried) == 4)
    await settle()
    assert len(post.tried) == 4
    gate.set()
    await until(lambda: len(post.sent) == 10)
    assert post.most == 4


async def test_a_slow_chat_holds_up_no_other(
    correspondence: Correspondence, post: FakePost
) -> None:
    post.held["m1"] = asyncio.Event()
    await correspondence.receive([an_arrival(1), an_arrival(2, "c2")])
    await until(lambda: post.sent == ["m2"])
    post.held["m1"].set()
    await until(lambda: post.sent == ["m2", "m1"])


async def test_a_letter_that_fails_keeps_its_place_and_holds_nobody_else_up(
    correspondence: Correspondence, post: FakePost
) -> None:
    post.failures["m1"] = [0.05, 0.05]
    await correspondence.receive([an_arrival(1), an_arrival(2)])
    await correspondence.receive([an_arrival(number, f"c{number}") for number in range(3, 9)])
    await until(lambda: len(post.sent) == 8)
    assert post.sent[-2:] == ["m1", "m2"]
    assert post.tried.count("m1") == 3


async def test_a_letter_is_tried_again_after_its_pause_and_not_before(
    correspondence: Correspondence, post: FakePost
) -> None:
    post.failures["m1"] = [0.1]
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.tried)
    tried = asyncio.get_running_loop().time()
    await until(lambda: post.sent)
    assert asyncio.get_running_loop().time() - tried >= 0.09
    assert post.tried == ["m1", "m1"]


async def test_no_slot_is_held_during_a_pause(mail: FakeMail, post: FakePost) -> None:
    correspondence = Correspondence(mail, post, at_once=1)
    post.failures["m1"] = [60.0]
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.tried == ["m1"])
    await correspondence.receive([an_arrival(2, "c2"), an_arrival(3, "c3")])
    await until(lambda: post.sent == ["m2", "m3"])
    await correspondence.close(grace=0)


async def test_what_a_dead_replica_left_is_taken_over(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.inbox += [an_arrival(1), an_arrival(2, "c2"), an_arrival(3)]
    async with looking_after(correspondence):
        await until(lambda: len(post.sent) == 3)
    assert [words for words in post.sent if words != "m2"] == ["m1", "m3"]
    assert sorted(mail.answered) == ["r1", "r2", "r3"]


async def test_letters_that_a_dead_replica_left_leave_before_what_waits(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts = "ab"
    await FakePost(mail, "xy").answer(an_arrival(1))
    mail.held.clear()
    mail.inbox.append(an_arrival(2))
    async with looking_after(correspondence):
        await until(lambda: len(post.sent) == 4)
    assert post.sent == ["m1x", "m1y", "m2a", "m2b"]
    assert post.asked == ["m2"]


async def test_what_another_replica_has_in_hand_is_left_to_it(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.inbox.append(an_arrival(1))
    mail.held.add("c1")
    async with looking_after(correspondence):
        await settle()
    assert post.asked == []


async def test_what_another_replica_answered_is_not_sent(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    answer = await held_answer(correspondence, post)
    mail.answered.append("r1")
    mail.inbox.clear()
    answer.set()
    await correspondence.receive([an_arrival(2)])
    await until(lambda: post.sent)
    assert post.sent == ["m2"]
