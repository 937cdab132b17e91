"""Whatever comes is answered or put aside: it stops nobody, and Telegram refuses nothing of it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from telegram import Bot
from telegram.ext import Application

from bot.channels.telegram.courier import Courier
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.postman import Postman, PostOffice
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.routes import connect
from bot.domain.pseudonyms import Pseudonyms
from tests.channels.telegram.checking import CheckedRequests, a_checked_bot
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer, FakeFinder
from tests.channels.telegram.paces import FakePace
from tests.channels.telegram.serving import NO_LIMITS
from tests.channels.telegram.strange import updates
from tests.fake_mail import FakeMail


@dataclass(frozen=True)
class Office:
    """A postman who works by himself, and what he asked of Telegram."""

    postman: Postman
    requests: CheckedRequests
    runner: asyncio.Runner

    def take(self, raw: object) -> None:
        self.runner.run(self._take(raw))

    async def _take(self, raw: object) -> None:
        for arrival in await self.postman.sort([raw]):
            for letter in await self.postman.answer(arrival):
                assert await self.postman.send(letter, 0) is None


class ForgetfulMail(FakeMail):
    """Takes the same update as new each time."""

    async def post(self, posting: object) -> None: ...


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    bot, requests = a_checked_bot()
    with asyncio.Runner() as runner:
        yield Office(runner.run(a_postman(bot)), requests, runner)


async def a_postman(bot: Bot) -> Postman:
    application = Application.builder().bot(bot).updater(None).build()
    await application.initialize()
    mail = ForgetfulMail()
    reception = Reception(FakeAssistant(mail), Desk())
    connect(reception, FakeFinder(), application)
    courier = Courier(bot, FakeCartographer(), first_pause=0)
    kept = PostOffice(mail, FakePace(), Pseudonyms(b"a key"), NO_LIMITS)
    return Postman(application, reception, courier, kept)


@given(updates)
def test_whatever_comes_stops_nobody(office: Office, raw: object) -> None:
    office.take(raw)
    assert office.requests.refused == []
