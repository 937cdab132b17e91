"""Whatever comes is answered or put aside: it stops nobody, and Telegram refuses nothing of it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from telegram.ext import Application

from bot.channels.telegram.courier import Courier
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.errands import Errands
from bot.channels.telegram.postman import Postman, PostOffice
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.routes import connect
from bot.channels.telegram.sorting import Sorter
from bot.domain.pseudonyms import Pseudonyms
from tests.channels.telegram.checking import CheckedRequests, a_checked_bot
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer, FakeFinder
from tests.channels.telegram.paces import FakePace
from tests.channels.telegram.serving import NO_LIMITS
from tests.channels.telegram.strange import updates
from tests.fake_mail import FakeMail


@dataclass(frozen=True)
class Office:
    """Those who sort, answer and run errands by themselves, and what they asked of Telegram."""

    sorter: Sorter
    errands: Errands
    postman: Postman
    requests: CheckedRequests

    async def take(self, raw: object) -> None:
        for arrival in await self.sorter.sort([raw]):
            for letter in await self.postman.answer(arrival):
                assert await self.postman.send(letter, 0) is None
        await asyncio.gather(*self.errands._tasks.values())


class ForgetfulMail(FakeMail):
    """Takes the same update as new each time."""

    async def post(self, posting: object) -> None: ...


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def office(runner: asyncio.Runner) -> Office:
    return runner.run(an_office())


async def an_office() -> Office:
    bot, requests = a_checked_bot()
    application = Application.builder().bot(bot).updater(None).build()
    await application.initialize()
    mail = ForgetfulMail()
    reception = Reception(FakeAssistant(mail), Desk())
    connect(reception, application)
    courier = Courier(bot, FakeCartographer(), first_pause=0)
    kept = PostOffice(mail, FakePace(), Pseudonyms(b"a key"), NO_LIMITS)
    errands = Errands(bot, FakeFinder())
    sorter = Sorter(application, errands, mail, kept.pseudonyms)
    postman = Postman(application, reception, courier, kept)
    return Office(sorter, errands, postman, requests)


@given(updates)
def test_whatever_comes_stops_nobody(office: Office, runner: asyncio.Runner, raw: object) -> None:
    runner.run(office.take(raw))
    assert office.requests.refused == []
