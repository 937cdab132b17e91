"""Numbered markers: drops whose tips are the places, spread so that no number is hidden."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bot.adapters.maps.boxes import Box, Point, box_around
from bot.adapters.maps.view import HEIGHT, WIDTH

RADIUS = 25.0
"""Of the disc that bears the number: 22 pixels across on a telephone 360 pixels wide."""

EDGE = 3.0
"""Width of the white line around."""

TIP = 5.0
"""Radius of the dot that is the place."""

RAISED = 44.0
"""How far above its place a number stands, when nothing is in the way."""

HEADS = Box(RADIUS + 6, RADIUS + 6, WIDTH - RADIUS - 6, HEIGHT - 40 - RADIUS)
"""Where the middles of discs may be: above the scale."""

_ROUNDS = 2
"""How many times each marker looks again for a better place, the others being where they are."""

_FARTHER = (0, 14, 32, 54, 80, 112, 150, 196, 250, 320)
_TURNS = range(-160, 181, 20)

_OFFSETS = sorted(
    (
        more + 0.2 * abs(turn),
        (RAISED + more) * math.sin(math.radians(turn)),
        -(RAISED + more) * math.cos(math.radians(turn)),
    )
    for more in _FARTHER
    for turn in _TURNS
)
"""From a place to where its number may stand: how little one likes it, across, down."""

_HIDDEN, _COVERED, _CROSSED = 1000.0, 300.0, 150.0
"""How bad it is that a number hides another, hides a place, or that tails cross."""


@dataclass(frozen=True, slots=True)
class Drop:
    """A marker: its `tip` is the place, its `head` the middle of the disc with the number."""

    number: int
    tip: Point
    head: Point

    @property
    def disc(self) -> Box:
        """What holds its disc."""
        return box_around(self.head, RADIUS + EDGE)

    @property
    def tail(self) -> tuple[Box, ...]:
        """What holds the rest, from its tip, in small squares."""
        return tuple(box_around(point, TIP + EDGE) for point in self.along(8))

    def along(self, count: int) -> tuple[Point, ...]:
        """So many points of the line from its tip to its disc, its tip first."""
        (x1, y1), (x2, y2) = self.tip, self.head
        return tuple(
            (x1 + share * (x2 - x1) / count, y1 + share * (y2 - y1) / count)
            for share in range(count)
        )


def spread_drops(
    tips: Sequence[tuple[int, Point]], avoided: Sequence[Box] = ()
) -> tuple[Drop, ...]:
    """Markers on these points, whose discs overlap neither one another nor what is to be avoided.

    Up to some twenty of them; beyond that, as little as can be.
    """
    drops = [Drop(number, (x, y), (x, y - RAISED)) for number, (x, y) in tips]
    for _ in range(_ROUNDS):
        before = list(drops)
        for at, drop in enumerate(drops):
            drops[at] = _settled(drop, drops[:at] + drops[at + 1 :], avoided)
        if drops == before:
            break
    return tuple(drops)


def _settled(drop: Drop, others: Sequence[Drop], avoided: Sequence[Box]) -> Drop:
    """The marker with its head where it disturbs least."""
    best, least = drop, math.inf
    for cost, across, down in _OFFSETS:
        if cost >= least:
            break
        tried = Drop(drop.number, drop.tip, (drop.tip[0] + across, drop.tip[1] + down))
        if HEADS.holds(tried.head):
            total = _total(cost, tried, others, avoided, least)
            if total < least:
                best, least = tried, total
    return best


def _total(
    cost: float, drop: Drop, others: Sequence[Drop], avoided: Sequence[Box], most: float
) -> float:
    """A cost with that of the nuisance to others; nothing is added above `most`."""
    nuisances = chain(
        (_hiding(drop, other) for other in others),
        (_covering(drop, box) for box in avoided),
        (_meeting(drop, other) for other in others),
    )
    for nuisance in nuisances:
        cost += nuisance
        if cost >= most:
            break
    return cost


def _hiding(one: Drop, other: Drop) -> float:
    """How much a disc hides another."""
    apart = math.dist(one.head, other.head) - 2 * (RADIUS + EDGE)
    return _HIDDEN * (1 - apart) if apart < 0 else 0.0


def _covering(drop: Drop, box: Box) -> float:
    """How much a marker covers what is to be avoided."""
    covered = box.distance(drop.head) < RADIUS + EDGE
    crossed = any(box.holds(point) for point in drop.along(5)[1:])
    return _COVERED * covered + _CROSSED * crossed


def _meeting(one: Drop, other: Drop) -> float:
    """How much discs cover tails, and tails meet."""
    near = RADIUS + EDGE + TIP
    covered = (_off(one.head, other) < near) + (_off(other.head, one) < near)
    return _COVERED * covered + _CROSSED * (_parts(one, other) and _parts(other, one))


def _off(point: Point, drop: Drop) -> float:
    """From a point to the nearest part of a tail."""
    (x1, y1), (x2, y2) = drop.tip, drop.head
    along_x, along_y = x2 - x1, y2 - y1
    share = (point[0] - x1) * along_x + (point[1] - y1) * along_y
    share = min(max(share / (along_x**2 + along_y**2), 0.0), 1.0)
    return math.hypot(point[0] - x1 - share * along_x, point[1] - y1 - share * along_y)


def _parts(one: Drop, other: Drop) -> bool:
    """Whether the line of a tail goes between the ends of the other."""
    (x1, y1), (x2, y2) = one.tip, one.head
    right, down = x2 - x1, y2 - y1
    start = right * (other.tip[1] - y1) - down * (other.tip[0] - x1)
    end = right * (other.head[1] - y1) - down * (other.head[0] - x1)
    return start * end < 0
