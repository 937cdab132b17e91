"""Between the mail and Telegram: answers what comes in its turn, sends what leaves."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Update

from bot.channels.telegram.courier import Courier
from bot.channels.telegram.decoding import decode
from bot.channels.telegram.flood import Flood
from bot.channels.telegram.letters import opened
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.routes import App
from bot.channels.telegram.sorting import put_aside
from bot.domain.mail import Arrival, Letter
from bot.domain.pacing import Limit
from bot.domain.pseudonyms import Pseudonyms
from bot.usecases.mail_ports import Mail, Pace


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram accepts of a bot, and a bot of a person; 0 is no limit.

    Messages a second in all, a second in a chat, a minute in a group; messages a minute that a
    person may write.
    """

    per_second: int = 30
    per_chat: int = 1
    per_group: int = 20
    flood: int = 30


@dataclass(frozen=True, slots=True)
class PostOffice:
    """What replicas share, and the names under which they do."""

    mail: Mail
    pace: Pace
    pseudonyms: Pseudonyms
    limits: Limits


class Postman:
    """The channel as the correspondence sees it."""

    def __init__(
        self,
        application: App,
        reception: Reception,
        courier: Courier,
        office: PostOffice,
    ) -> None:
        self._application = application
        self._reception = reception
        self._courier = courier
        self._office = office
        self._flood = Flood(office.limits.flood)

    async def answer(self, arrival: Arrival) -> Sequence[Letter]:
        """What is to be sent for an update, already kept if the store answers."""
        try:
            update = decode(json.loads(arrival.content), self._application.bot)
            with self._reception.desk.open(update, arrival) as case:
                await self._answer(update, arrival)
                if not case.is_closed:
                    await self._reception.say_nothing(update)
        except Exception as error:  # noqa: BLE001 - the edge: one update must not stop a chat
            await put_aside(self._office.mail, arrival, error)
            return ()
        return case.letters

    async def wait_for_turn(self, letter: Letter) -> None:
        """Wait until Telegram takes a letter: first in its chat, then in all."""
        try:
            limits, address = self._office.limits, opened(letter).address
        except ValueError:
            return  # of a shape that is no more: it is dropped when it is sent
        own = Limit(limits.per_chat, 1) if address.is_private else Limit(limits.per_group, 60)
        for scope, limit in ((letter.chat, own), ("telegram", Limit(limits.per_second, 1))):
            if limit.count:
                await asyncio.sleep(await self._office.pace.reserve(scope, limit))

    async def send(self, letter: Letter, tries: int) -> float | None:
        """Send a letter that failed `tries` times; seconds to wait before another try, if any."""
        return await self._courier.send(letter, tries)

    async def _answer(self, update: Update, arrival: Arrival) -> None:
        # Danger is heard whatever else.
        if not self._flood.is_too_many(arrival) or self._reception.is_alarming(update):
            await self._application.process_update(update)
        elif self._flood.has_news_for(arrival.sender):
            await self._reception.slow_down(update)
