"""What borders tell when they are taken together: where three meet, and what none encloses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.adapters.maps.boxes import Point

Line = tuple[Point, ...]
"""Closed: it ends where it starts."""

Side = frozenset[Point]
"""Its two ends."""

_CROSSING = 3
"""How many sides meet where borders do."""

_LARGEST_GAP = 0.1
"""Square degrees of the box of a gap; what is larger is the border of some land."""

_ROUNDED = 0.45
"""How far from a corner its rounding starts, in shares of its sides."""

_CURVE = tuple(
    ((1 - share) ** 2, 2 * share * (1 - share), share**2) for share in (0, 0.2, 0.4, 0.6, 0.8, 1)
)
"""Weights of where a rounding starts, of the corner, and of where it ends (a Bézier curve)."""


def crossings_of(rings: Iterable[Line]) -> frozenset[Point]:
    """The points where three borders meet, or more."""
    near = _neighbours(side for ring in rings for side in _sides(ring))
    return frozenset(point for point, others in near.items() if len(others) >= _CROSSING)


def without_gaps(rings: Sequence[Line]) -> tuple[Line, ...]:
    """The same, with what none encloses inland given to the one that has most of its border.

    Pieces of land too small to have been kept leave such gaps.
    """
    filled = list(rings)
    sides = [_sides(ring) for ring in rings]
    for gap in map(_sides, _gaps(rings)):
        shared = [len(gap & own) for own in sides]
        at = shared.index(max(shared))
        line = _loop(_neighbours(gap ^ sides[at]))
        if len(line) == len(gap ^ sides[at]) + 1:
            filled[at], sides[at] = line, _sides(line)
    return tuple(filled)


def _gaps(rings: Sequence[Line]) -> list[Line]:
    """Small lines made of sides that have land on one side only, but are no ring."""
    times = Counter(side for ring in rings for side in _sides(ring))
    near = _neighbours(side for side, count in times.items() if count == 1)
    own = {frozenset(ring) for ring in rings}
    found = []
    while near:
        line = _loop(near)
        if _extent(line) < _LARGEST_GAP and frozenset(line) not in own:
            found.append(line)
    return found


def rounded(ring: Line, crossings: frozenset[Point]) -> list[Point]:
    """A ring without its angles, but where borders meet: neighbours keep the same border."""
    line: list[Point] = []
    for before, corner, after in zip((ring[-2], *ring), ring[:-1], ring[1:], strict=False):
        if corner in crossings:
            line.append(corner)
            continue
        start, end = _towards(corner, before), _towards(corner, after)
        line += (
            (a * start[0] + b * corner[0] + c * end[0], a * start[1] + b * corner[1] + c * end[1])
            for a, b, c in _CURVE
        )
    return [*line, line[0]]


def _sides(ring: Line) -> frozenset[Side]:
    return frozenset(frozenset(side) for side in pairwise(ring))


def _neighbours(sides: Iterable[Side]) -> dict[Point, set[Point]]:
    """Each point with those that a side leads to."""
    near: dict[Point, set[Point]] = defaultdict(set)
    for one, other in sides:
        near[one].add(other)
        near[other].add(one)
    return dict(near)


def _loop(near: dict[Point, set[Point]]) -> Line:
    """A line of neighbours, which are taken away."""
    point, line = next(iter(near)), list[Point]()
    while point in near:
        line.append(point)
        point = next((it for it in near.pop(point) if it in near), line[0])
    return (*line, line[0])


def _extent(line: Line) -> float:
    across, up = zip(*line, strict=True)
    extent: float = (max(across) - min(across)) * (max(up) - min(up))
    return extent


def _towards(point: Point, other: Point) -> Point:
    return (
        point[0] + _ROUNDED * (other[0] - point[0]),
        point[1] + _ROUNDED * (other[1] - point[1]),
    )
