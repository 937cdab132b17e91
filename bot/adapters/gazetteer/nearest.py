"""The commune nearest to a point, among those of the squares of half a degree around it."""

from collections.abc import Iterable, Iterator

from bot.domain.territory import Position, Territory

MAX_KM = 30.0
"""Beyond, the point is at sea or abroad."""

_SQUARE = 0.5
_REACH = 1
"""Squares to look at on each side: half a degree is 55 km north, and over 35 km east in France."""


class NearestCommune:
    """Finds the commune whose centre is nearest."""

    def __init__(self, communes: Iterable[Territory]) -> None:
        self._squares: dict[tuple[int, int], list[tuple[Position, Territory]]] = {}
        for commune in communes:
            if commune.position:
                square = _square(commune.position)
                self._squares.setdefault(square, []).append((commune.position, commune))

    def find(self, position: Position) -> Territory | None:
        """The commune, or None when none is within 30 km."""
        found = min(
            ((place.distance_km(position), i, town) for i, (place, town) in self._around(position)),
            default=None,
        )
        return found[2] if found and found[0] <= MAX_KM else None

    def _around(self, position: Position) -> Iterator[tuple[int, tuple[Position, Territory]]]:
        row, column = _square(position)
        steps = range(-_REACH, _REACH + 1)
        near = (self._squares.get((row + y, column + x), ()) for y in steps for x in steps)
        yield from enumerate(town for square in near for town in square)


def _square(position: Position) -> tuple[int, int]:
    return int(position.latitude // _SQUARE), int(position.longitude // _SQUARE)
