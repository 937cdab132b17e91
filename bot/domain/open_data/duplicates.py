"""The same place told twice: near, and named alike."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import floor

from bot.domain.placing import position_of
from bot.domain.structures import Place
from bot.domain.territory import Position
from bot.domain.text import fold

NEAR_KM = 0.2
"""Two sources place the same door within two hundred metres."""

_SQUARE = 0.005
"""Degrees of a side of a square: over 300 m in France, so that the nine around are enough."""

_COMMON = frozenset(
    [
        "a",
        "association",
        "asso",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "lieu",
        "lieux",
        "tiers",
        "un",
        "une",
    ]
)
"""Words that tell no place from another."""

Closest = Callable[[str, Sequence[str]], int | None]
"""Tells which of the names is nearly the one given, if any is."""

Square = tuple[int, int]


class Twins:
    """The places already known, found again by position and name.

    Names whose digits differ are never alike (« Espace 1 », « Espace 2 »). Two places of the same
    commune named alike are the same one when either has no position.
    """

    def __init__(self, closest: Closest) -> None:
        self._closest = closest
        self._squares: dict[Square, list[Place]] = defaultdict(list)
        self._towns: dict[tuple[str | None, str], _Shelf] = defaultdict(_Shelf)
        self._unplaced: dict[tuple[str | None, str], _Shelf] = defaultdict(_Shelf)

    def add(self, place: Place) -> None:
        """Know one place more."""
        key = (place.code_insee, _digits(place.nom))
        position = position_of(place)
        self._towns[key].add(place)
        if position:
            self._squares[_square(position)].append(place)
        else:
            self._unplaced[key].add(place)

    def find(self, place: Place) -> Place | None:
        """The known place that this one probably is."""
        position = position_of(place)
        near = _Shelf()
        for other in self._around(position) if position else ():
            if _digits(other.nom) == _digits(place.nom):
                near.add(other)
        shelves = self._unplaced if position else self._towns
        same_town = (
            shelves.get((place.code_insee, _digits(place.nom))) if place.code_insee else None
        )
        return self._alike(place, near) or (self._alike(place, same_town) if same_town else None)

    def _around(self, position: Position) -> Iterator[Place]:
        row, column = _square(position)
        for y in (row - 1, row, row + 1):
            for x in (column - 1, column, column + 1):
                for other in self._squares.get((y, x), ()):
                    there = position_of(other)
                    if there and position.distance_km(there) <= NEAR_KM:
                        yield other

    def _alike(self, place: Place, shelf: "_Shelf") -> Place | None:
        found = self._closest(_distinctive(place.nom), shelf.names) if shelf.names else None
        return None if found is None else shelf.places[found]


class _Shelf:
    """Places, and what tells their names apart, in the same order."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.names: list[str] = []

    def add(self, place: Place) -> None:
        self.places.append(place)
        self.names.append(_distinctive(place.nom))


def _distinctive(name: str) -> str:
    """The words that tell a name from another, in alphabetical order."""
    words = fold(name).split()
    return " ".join(sorted(set(words) - _COMMON) or words)


def _digits(name: str) -> str:
    return " ".join(word for word in fold(name).split() if word.isdigit())


def _square(position: Position) -> Square:
    return floor(position.latitude / _SQUARE), floor(position.longitude / _SQUARE)
