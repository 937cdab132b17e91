"""Updates as they come: those to answer in their turn, those answered at once, and the others."""

import json
import logging
from collections.abc import Iterable
from contextlib import suppress

from telegram import Update

from bot.channels.telegram.decoding import UndecodableError, decode, number_of, origin_of
from bot.channels.telegram.errands import Errands
from bot.channels.telegram.incoming import CHANNEL
from bot.channels.telegram.routes import App, is_answered
from bot.domain.mail import Arrival
from bot.domain.pseudonyms import Pseudonyms
from bot.usecases.mail_ports import Mail
from bot.usecases.ports import UnavailableError

logger = logging.getLogger(__name__)


class Sorter:
    """Makes arrivals of updates, under keyed hashes of who wrote and where."""

    def __init__(
        self, application: App, errands: Errands, mail: Mail, pseudonyms: Pseudonyms
    ) -> None:
        self._application = application
        self._errands = errands
        self._mail = mail
        self._name = pseudonyms.of

    async def sort(self, raws: Iterable[object]) -> list[Arrival]:
        """The updates to be kept and answered in their turn; what cannot be read is put aside."""
        arrivals = []
        for raw in raws:
            try:
                update = decode(raw, self._application.bot)
                self._answer_at_once(update)
                arrival = self._arrival(update, raw)
            except Exception as error:  # noqa: BLE001 - the edge: whatever comes, others follow
                await put_aside(self._mail, self._unread(raw), error)
            else:
                arrivals += [arrival] if arrival else []
        return arrivals

    def _answer_at_once(self, update: Update) -> None:
        if update.callback_query:
            self._errands.acknowledge(update.callback_query)
        if update.inline_query:
            self._errands.look_up(update.inline_query)

    def _arrival(self, update: Update, raw: object) -> Arrival | None:
        origin = origin_of(update)
        if origin is None or not is_answered(update, self._application):
            return None
        return Arrival(
            reference=self._reference(update.update_id),
            chat=self._name(CHANNEL, str(origin.chat)),
            sender=self._name(CHANNEL, str(origin.sender)),
            content=json.dumps(raw),
        )

    def _unread(self, raw: object) -> Arrival | None:
        number = number_of(raw)
        return None if number is None else Arrival(self._reference(number), "", "", json.dumps(raw))

    def _reference(self, number: int) -> str:
        return f"{CHANNEL}/{self._application.bot.id}/{number}"


async def put_aside(mail: Mail, arrival: Arrival | None, error: Exception) -> None:
    """Keep, sealed, what cannot be answered, if it has a number; its words are in no log."""
    reason = str(error) if isinstance(error, UndecodableError) else type(error).__name__
    logger.warning("an update cannot be read and is put aside: %s", reason)
    if arrival:
        with suppress(UnavailableError):
            await mail.put_aside(arrival, reason)
