"""Things by their position, so that the nearest ones are found without measuring them all."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from bot.domain.territory import EARTH_RADIUS_KM, Position

Thing = TypeVar("Thing")

_SQUARE = 0.25
"""Degrees of a side of a square of the grid."""

_FARTHEST = 48
"""Rings of squares around a point (12 degrees) beyond which what is left is measured at once."""

_KM_A_DEGREE = math.pi * EARTH_RADIUS_KM / 180


class Grid(Generic[Thing]):
    """Things placed on Earth, away from the poles and from the 180th meridian."""

    def __init__(self, placed: Iterable[tuple[Position, Thing]]) -> None:
        self._squares: dict[tuple[int, int], list[tuple[Position, Thing]]] = defaultdict(list)
        self._count = 0
        for position, thing in placed:
            self._squares[_square(position)].append((position, thing))
            self._count += 1

    def around(
        self, origin: Position, *, within_km: float = math.inf
    ) -> Iterator[tuple[float, Thing]]:
        """Every thing with its great-circle distance (km), nearest first, up to `within_km`.

        Rings of squares are opened one after the other: what is nearer than the edge of the rings
        already opened is told.
        """
        waiting: list[tuple[float, int, Thing]] = []
        seen = 0
        for ring in range(_FARTHEST):
            for position, thing in self._ring(origin, ring):
                heapq.heappush(waiting, (origin.distance_km(position), seen, thing))
                seen += 1
            edge = ring * _narrowest_km(origin, ring)
            while waiting and waiting[0][0] <= min(edge, within_km):
                distance, _, thing = heapq.heappop(waiting)
                yield distance, thing
            if seen == self._count or edge > within_km:
                break
        else:
            waiting += self._beyond(origin, seen)
        for distance, _, thing in sorted(waiting, key=_rank):
            if distance <= within_km:
                yield distance, thing

    def _beyond(self, origin: Position, seen: int) -> Iterator[tuple[float, int, Thing]]:
        """What lies farther than the last ring."""
        row, column = _square(origin)
        far = (
            placed
            for (y, x), square in self._squares.items()
            if max(abs(y - row), abs(x - column)) >= _FARTHEST
            for placed in square
        )
        for rank, (position, thing) in enumerate(far, seen):
            yield origin.distance_km(position), rank, thing

    def _ring(self, origin: Position, ring: int) -> Iterator[tuple[Position, Thing]]:
        """What lies in the squares at that many squares from the origin's."""
        row, column = _square(origin)
        for y in range(-ring, ring + 1):
            step = 1 if abs(y) == ring else max(2 * ring, 1)
            for x in range(-ring, ring + 1, step):
                yield from self._squares.get((row + y, column + x), ())


def _square(position: Position) -> tuple[int, int]:
    return int(position.latitude // _SQUARE), int(position.longitude // _SQUARE)


def _narrowest_km(origin: Position, ring: int) -> float:
    """The smallest side of the squares within a ring: they narrow towards the poles."""
    latitude = min(abs(origin.latitude) + (ring + 1) * _SQUARE, 90)
    return _SQUARE * _KM_A_DEGREE * math.cos(math.radians(latitude))


def _rank(waiting: tuple[float, int, object]) -> tuple[float, int]:
    return waiting[:2]
