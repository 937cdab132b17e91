"""While the mail is away, messages are answered from memory; when it is back, not again."""

import asyncio

import pytest

from bot.usecases import corresponding
from bot.usecases.corresponding import Correspondence
from tests.fake_mail import FakeMail
from tests.usecases.mails import FailingMail, Moment
from tests.usecases.posts import FakePost, an_arrival, held_answer, looking_after, settle, until


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chats that nobody has in hand are looked for all the time."""
    monkeypatch.setattr(corresponding, "LOOK_EVERY", 0.001)


async def test_while_the_mail_is_away_answers_come_before_the_acknowledgement(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away = True
    post.held["m1"] = asyncio.Event()
    receiving = asyncio.create_task(correspondence.receive([an_arrival(1), an_arrival(2)]))
    await settle()
    assert not receiving.done()
    post.held["m1"].set()
    await receiving
    assert post.sent == ["m1", "m2"]


async def test_while_the_mail_is_away_what_is_brought_twice_is_answered_once(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away = True
    twice = [an_arrival(1), an_arrival(1)]
    await asyncio.gather(*(correspondence.receive(twice) for _ in range(3)))
    await correspondence.receive([an_arrival(1)])
    assert post.sent == post.asked == ["m1"]


async def test_while_the_mail_is_away_a_chat_is_answered_in_order_however_slow(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away = True
    post.parts = "ab"
    post.failures["m1a"] = [0.01, 0.01]
    await asyncio.gather(*(correspondence.receive([an_arrival(it)]) for it in (1, 2, 3)))
    assert post.sent == ["m1a", "m1b", "m2a", "m2b", "m3a", "m3b"]


async def test_while_the_mail_is_away_a_batch_of_several_chats_keeps_the_order_of_each(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away = True
    batch = [an_arrival(number, f"c{number % 2}") for number in range(6)]
    await correspondence.receive(batch)
    assert [words for words in post.sent if words in {"m0", "m2", "m4"}] == ["m0", "m2", "m4"]
    assert [words for words in post.sent if words in {"m1", "m3", "m5"}] == ["m1", "m3", "m5"]


async def test_while_the_mail_is_away_chats_are_answered_together_but_only_so_many(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.away = True
    post.held["m0"] = asyncio.Event()
    batch = [an_arrival(number, f"c{number}") for number in range(10)]
    receiving = asyncio.create_task(correspondence.receive(batch))
    await until(lambda: len(post.sent) == 9)
    post.held["m0"].set()
    await receiving
    assert 1 < post.most <= 4
    assert post.sent[-1] == "m0"


async def test_what_comes_as_the_mail_goes_away_waits_for_the_answer_in_hand(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    answer = await held_answer(correspondence, post)
    mail.away = True
    receiving = asyncio.create_task(correspondence.receive([an_arrival(2)]))
    await settle()
    assert post.asked == ["m1"]
    answer.set()
    await receiving
    await until(lambda: len(post.sent) == 2)


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


@pytest.mark.usefixtures("impatient")
async def test_chats_are_looked_after_again_once_the_mail_is_back(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    mail.inbox.append(an_arrival(1))
    mail.away = True
    async with looking_after(correspondence):
        await settle()
        assert post.sent == []
        mail.away = False
        await until(lambda: post.sent == ["m1"])


@pytest.mark.usefixtures("impatient")
async def test_a_mail_that_goes_away_after_the_answer_has_nothing_repeated(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    answer = await held_answer(correspondence, post)
    mail.away = True
    answer.set()
    await until(lambda: post.sent == ["m1"])
    await settle()
    mail.away = False
    mail.held.clear()
    async with looking_after(correspondence):
        await until(lambda: mail.answered == ["r1"])
    assert post.sent == ["m1"]


@pytest.mark.usefixtures("impatient")
async def test_all_the_letters_of_an_answer_leave_though_the_mail_is_away(
    correspondence: Correspondence, post: FakePost, mail: FakeMail
) -> None:
    post.parts = "abc"
    post.held["send m1a"] = asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.tried)
    mail.away = True
    post.held["send m1a"].set()
    await until(lambda: post.sent == ["m1a", "m1b", "m1c"])
    await settle()
    mail.away = False
    mail.held.clear()
    async with looking_after(correspondence):
        await until(lambda: not mail.outbox)
    assert post.sent == ["m1a", "m1b", "m1c"]


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", ["receive", "next", "post", "mark_sent", "take_over"])
@pytest.mark.parametrize("times", [1, 3])
async def test_a_mail_that_fails_between_two_steps_loses_nothing_and_repeats_nothing(
    step: str, moment: Moment, times: int
) -> None:
    mail = FailingMail(step=step, moment=moment, times=times)
    post = FakePost(mail, parts="ab")
    correspondence = Correspondence(mail, post, at_once=4)
    batch = [an_arrival(1), an_arrival(2, "c2"), an_arrival(3)]
    async with looking_after(correspondence):
        await correspondence.receive(batch)
        await until(lambda: len(post.sent) == 6 and not (mail.inbox or mail.outbox))
    assert [words for words in post.sent if "2" not in words] == ["m1a", "m1b", "m3a", "m3b"]
    assert sorted(post.sent) == ["m1a", "m1b", "m2a", "m2b", "m3a", "m3b"]
    assert mail.times < times
