"""Between the mail and Telegram: keeps what comes, answers it in its turn, sends what leaves."""

import asyncio
import json
import logging
from collections.abc import Coroutine, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from telegram import CallbackQuery, Update
from telegram.error import TelegramError

from bot.channels.telegram import sentences
from bot.channels.telegram.courier import Courier
from bot.channels.telegram.decoding import UndecodableError, decode, number_of, origin_of
from bot.channels.telegram.incoming import CHANNEL, read_pressed
from bot.channels.telegram.letters import opened
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.routes import App, is_answered
from bot.domain.buttons import Verb
from bot.domain.mail import Arrival, Letter
from bot.domain.pacing import Limit
from bot.domain.pseudonyms import Pseudonyms
from bot.usecases.mail_ports import Mail, Pace
from bot.usecases.ports import UnavailableError

logger = logging.getLogger(__name__)


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
        self._beside: set[asyncio.Task[None]] = set()

    async def sort(self, raws: Iterable[object]) -> list[Arrival]:
        """The updates that are to be answered; what cannot be read is put aside."""
        arrivals = []
        for raw in raws:
            try:
                arrival = self._arrival(raw)
            except Exception as error:  # noqa: BLE001 - the edge: whatever comes, others follow
                await self._put_aside(raw, _reason(error))
            else:
                arrivals += [arrival] if arrival else []
        return arrivals

    async def answer(self, arrival: Arrival) -> Sequence[Letter]:
        """What is to be sent for an update, already kept if the store answers."""
        try:
            update = decode(json.loads(arrival.content), self._application.bot)
            with self._reception.desk.open(update, arrival) as case:
                await self._answer(update, arrival)
                if not case.is_closed:
                    await self._reception.say_nothing(update)
        except Exception as error:  # noqa: BLE001 - the edge: one update must not stop a chat
            await self._put_aside(arrival, _reason(error))
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
        if update.callback_query:
            self._do_beside(_stop_spinner(update.callback_query))
        flood = self._office.limits.flood
        if flood and arrival.crowd >= flood and not self._reception.is_alarming(update):
            if arrival.crowd == flood:
                await self._reception.slow_down(update)
            return
        await self._application.process_update(update)

    def _arrival(self, raw: object) -> Arrival | None:
        update = decode(raw, self._application.bot)
        origin = origin_of(update)
        if origin is None or not is_answered(update, self._application):
            return None
        lane = f"{CHANNEL}-inline" if update.inline_query else CHANNEL
        name = self._office.pseudonyms.of
        return Arrival(
            reference=self._reference(update.update_id),
            chat=name(lane, str(origin.chat)),
            sender=name(CHANNEL, str(origin.sender)),
            content=json.dumps(raw),
        )

    def _reference(self, number: int) -> str:
        return f"{CHANNEL}/{self._application.bot.id}/{number}"

    async def _put_aside(self, raw: object, reason: str) -> None:
        """Keep, sealed, what cannot be answered; its words are in no log."""
        number = number_of(raw)
        logger.warning("an update cannot be read and is put aside: %s", reason)
        if isinstance(raw, Arrival):
            arrival = raw
        elif number is not None:
            arrival = Arrival(self._reference(number), "", "", json.dumps(raw))
        else:
            return
        with suppress(UnavailableError):
            await self._office.mail.put_aside(arrival, reason)

    def _do_beside(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)


def _reason(error: Exception) -> str:
    """Why an update is put aside, without a word of it."""
    return str(error) if isinstance(error, UndecodableError) else type(error).__name__


async def _stop_spinner(query: CallbackQuery) -> None:
    """Answer the press itself, at once; what it asks comes as a message."""
    pressed = read_pressed(query)
    is_verdict = pressed is not None and pressed.press.verb is Verb.RATE
    # A press older than a quarter of an hour can no longer be acknowledged.
    with suppress(TelegramError):
        await query.answer(sentences.THANKS if is_verdict else None)
