"""Whatever the moments at which things come, each is answered once and in order."""

import asyncio
import random

import pytest

from bot.domain.mail import Arrival
from bot.usecases.corresponding import Correspondence
from tests.usecases.mails import GatedMail, SlowMail
from tests.usecases.posts import FakePost, an_arrival, settle, until

CHATS, MESSAGES = 3, 25


@pytest.mark.parametrize("seed", range(25))
async def test_whatever_comes_whenever_is_answered_once_and_in_order(seed: int) -> None:
    dice = random.Random(seed)
    mail = SlowMail(dice=dice)
    post = FakePost(mail, parts=dice.choice(("", "ab")))
    correspondence = Correspondence(mail, post, at_once=2)
    await asyncio.gather(*(speak(correspondence, f"c{it}", dice) for it in range(CHATS)))
    await until(lambda: not mail.held)
    for chat in range(CHATS):
        sent = [words for words in post.sent if words.startswith(f"c{chat}")]
        assert sent == [
            f"c{chat}/{number}{part}" for number in range(MESSAGES) for part in post.parts or ("",)
        ]
    assert (mail.inbox, mail.outbox, mail.aside) == ([], [], {})


async def test_what_comes_at_the_very_moment_its_chat_is_let_go_of_is_answered() -> None:
    gate = asyncio.Event()
    mail = GatedMail(gates={"next None": gate})
    post = FakePost(mail)
    correspondence = Correspondence(mail, post, at_once=4)
    await correspondence.receive([an_arrival(1)])
    await mail.reached["next None"].wait()
    await correspondence.receive([an_arrival(2)])
    await correspondence.receive([an_arrival(3)])
    gate.set()
    await until(lambda: not mail.held)
    assert post.sent == ["m1", "m2", "m3"]


async def test_what_comes_just_after_its_chat_was_let_go_of_is_answered() -> None:
    mail = GatedMail()
    post = FakePost(mail)
    correspondence = Correspondence(mail, post, at_once=4)
    for number in range(5):
        await correspondence.receive([an_arrival(number)])
        await until(lambda: not mail.held)
        await settle()
    assert post.sent == [f"m{number}" for number in range(5)]


async def test_what_is_told_late_to_be_first_is_not_answered_again() -> None:
    gate = asyncio.Event()
    mail = GatedMail(gates={"receive m1": gate})
    post = FakePost(mail)
    correspondence = Correspondence(mail, post, at_once=4)
    late = asyncio.create_task(correspondence.receive([an_arrival(1)]))
    await mail.reached["receive m1"].wait()
    await correspondence.receive([an_arrival(2)])
    await until(lambda: not mail.held)
    gate.set()
    await late
    await settle()
    assert post.sent == post.asked == ["m1", "m2"]
    assert mail.answered == ["r1", "r2"]


async def test_what_is_told_late_to_be_first_is_answered_once_while_it_is_in_hand() -> None:
    gate = asyncio.Event()
    mail = GatedMail(gates={"receive m1": gate})
    post = FakePost(mail, held={"m1": asyncio.Event()})
    correspondence = Correspondence(mail, post, at_once=4)
    late = asyncio.create_task(correspondence.receive([an_arrival(1)]))
    await mail.reached["receive m1"].wait()
    await correspondence.receive([an_arrival(2)])
    await until(lambda: post.asked)
    gate.set()
    await late
    post.held["m1"].set()
    await until(lambda: not mail.held)
    assert post.sent == post.asked == ["m1", "m2"]


async def speak(correspondence: Correspondence, chat: str, dice: random.Random) -> None:
    """Bring the messages of a chat, some of them twice, with or without a pause between them."""
    for number in range(MESSAGES):
        arrival = Arrival(f"{chat}/{number}", chat, chat, f"{chat}/{number}")
        await correspondence.receive([arrival])
        if dice.random() < 0.3:
            await correspondence.receive([arrival])
        for _ in range(dice.choice((0, 0, 1, 5, 40))):
            await asyncio.sleep(0)
