"""The arrivals being answered: what the handlers of an update are to write for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from telegram import Update

from bot.channels.telegram.addressing import Address
from bot.channels.telegram.writing import Pressed, Scribe
from bot.domain.exchange import Outcome
from bot.domain.mail import Arrival, Letter, Posting


@dataclass(slots=True)
class Case:
    """An arrival, and the letters that answer it once they are written."""

    arrival: Arrival
    letters: tuple[Letter, ...] = ()
    is_closed: bool = False

    def write(self, address: Address, pressed: Pressed | None, outcome: Outcome) -> Posting:
        """The letters of a turn."""
        return self.close(self.scribe(address).write(outcome, pressed))

    def scribe(self, address: Address) -> Scribe:
        """Who writes to its chat."""
        return Scribe(self.arrival.chat, address)

    def close(self, letters: tuple[Letter, ...] = ()) -> Posting:
        """What is to be kept: it is answered, by these letters."""
        self.letters, self.is_closed = letters, True
        return Posting(self.arrival, letters)

    def leave(self) -> None:
        """Somebody else has answered it: send nothing."""
        self.letters, self.is_closed = (), True


class Desk:
    """The cases in hand, by the number of their update."""

    def __init__(self) -> None:
        self._cases: dict[int, Case] = {}

    @contextmanager
    def open(self, update: Update, arrival: Arrival) -> Iterator[Case]:
        """Answer an arrival while the block lasts."""
        self._cases[update.update_id] = Case(arrival)
        try:
            yield self._cases[update.update_id]
        finally:
            del self._cases[update.update_id]

    def case(self, update: Update) -> Case:
        """The case of an update in hand."""
        return self._cases[update.update_id]
