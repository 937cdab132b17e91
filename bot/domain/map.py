"""What a map shows: numbered places, and where the person is."""

from dataclasses import dataclass

from bot.domain.territory import Position


@dataclass(frozen=True, slots=True)
class Pin:
    """A place, by the number that it has in the list that people read."""

    number: int
    position: Position


@dataclass(frozen=True, slots=True)
class Map:
    """Pins, and where the person is (`around`), when it is known."""

    pins: tuple[Pin, ...]
    around: Position | None = None
