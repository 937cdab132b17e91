"""What stands where in a picture: markers first, then names where they hide nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise, product

from bot.adapters.maps.boxes import Box, Point, box_around
from bot.adapters.maps.drops import Drop, spread_drops
from bot.adapters.maps.ground import Ground
from bot.adapters.maps.labels import (
    AREA,
    CREDIT,
    MARGIN,
    PERSON,
    TOWN,
    Label,
    beside,
    is_free,
    size_of,
)
from bot.adapters.maps.outlines import Outlines, Shape
from bot.adapters.maps.scale import Scale, scale_of
from bot.adapters.maps.view import HEIGHT, PICTURE, WIDTH, View
from bot.domain.map import Map

MOST_TOWNS, TRIED_TOWNS = 6, 40
"""How many are named, and how many of the largest are tried, when names have no room."""

APART = 70.0
"""Pixels between the towns that are named."""

_CLEAR = 3.0
"""Between what is written and the rest."""

DOT = 4.0
"""Radius of the dot of a town."""

MARK = 15.0
"""Radius of the mark of the person."""

AROUND = (20.0, 1.0)
"""What is left around the name of an area: room if there is, or the least."""

YOU = "vous"

CREDITED = "Contours : IGN · Noms : Insee"
"""The sources that `PROVENANCE.md`, in the gazetteer's data, gives for what is drawn."""


@dataclass(frozen=True, slots=True)
class Person:
    """Where the person's mark stands, and what is written beside."""

    point: Point
    label: Label


@dataclass(frozen=True, slots=True)
class Plan:
    """A view, the outlines in it, and where in pixels things stand over them."""

    view: View
    outlines: Outlines
    drops: tuple[Drop, ...]
    person: Person | None
    towns: tuple[Point, ...]
    labels: tuple[Label, ...]
    scale: Scale | None


class Planner:
    """Gives their places to the things of a picture; what comes first is served first."""

    def __init__(self, map_: Map, view: View) -> None:
        self._view = view
        self._labels: list[Label] = []
        self._towns: list[Point] = []
        self._taken: list[Box] = []
        self._write(_credit())
        self._scale = scale_of(view)
        if self._scale:
            self._write(self._scale.label)
            self._taken.append(self._scale.box)
        tips = [(pin.number, view.point(pin.position)) for pin in map_.pins]
        self._person = self._placed(view.point(map_.around), tips) if map_.around else None
        avoided = [_mark(self._person.point), self._person.label.box] if self._person else []
        self._drops = spread_drops(tips, avoided)
        self._taken += avoided
        self._taken += [box for drop in self._drops for box in (drop.disc, *drop.tail)]

    def plan(self, outlines: Outlines) -> Plan:
        """What was placed, over these outlines."""
        return Plan(
            self._view,
            outlines,
            self._drops,
            self._person,
            tuple(self._towns),
            tuple(self._labels),
            self._scale,
        )

    def name_towns(self, towns: Iterable[tuple[str, Point]]) -> None:
        """Name a few towns, given from the largest, away from one another."""
        centres: list[Point] = []
        for name, point in islice(towns, TRIED_TOWNS):
            near = box_around(point, APART)
            if any(near.holds(centre) for centre in centres):
                continue
            if self._name_town(name, point):
                centres.append(point)
            if len(centres) == MOST_TOWNS:
                break

    def _name_town(self, name: str, point: Point) -> bool:
        """Whether a town could be named; it has no dot where a marker's tip is one."""
        dot = box_around(point, DOT + 3)
        is_pinned = any(dot.holds(drop.tip) for drop in self._drops)
        if not is_pinned and not dot.is_free_of(self._taken):
            return False
        tried = beside(name, TOWN, point, DOT + 4) if dot.is_within(PICTURE) else ()
        named = next((label for label in tried if is_free(label.box, self._taken)), None)
        if named:
            self._write(named)
            self._towns += [] if is_pinned else [point]
            self._taken.append(dot)
        return named is not None

    def name_areas(self, shapes: Sequence[Shape], *, coded: bool) -> None:
        """Name the shapes that have room for it; by code, if `coded`, those that have less."""
        ground = Ground(shapes, self._view, self._taken)
        told = {label.lines[0] for label in self._labels}
        for rank, shape in enumerate(shapes, 1):
            if shape.name not in told:
                codes = [(shape.code,)] if coded else []
                self._name_area(ground, rank, [*_writings(shape.name), *codes])

    def _name_area(self, ground: Ground, rank: int, writings: Sequence[tuple[str, ...]]) -> None:
        spots = ground.spots(rank)
        for lines, around in product(writings if spots else (), AROUND):
            middle = ground.room(rank, size_of(lines, AREA), around, spots)
            if middle:
                self._write(Label(lines, AREA, middle))
                break

    def _placed(self, point: Point, tips: Sequence[tuple[int, Point]]) -> Person:
        """The person, with what is written over as few places as can be."""
        tried = tuple(beside(YOU, PERSON, point, MARK + 3))
        free = [label for label in tried if is_free(label.box, self._taken)] or tried

        def covered(label: Label) -> int:
            return sum(label.box.grown(8).holds(tip) for _, tip in tips)

        return Person(point, min(free, key=covered))

    def _write(self, label: Label) -> None:
        self._labels.append(label)
        self._taken.append(label.box.grown(_CLEAR))


def _mark(person: Point) -> Box:
    """A square about as large as the disc."""
    return box_around(person, 0.72 * MARK)


def _credit() -> Label:
    wide, high = size_of((CREDITED,), CREDIT)
    middle = (WIDTH - MARGIN - 4 - wide / 2, HEIGHT - MARGIN - high / 2)
    return Label((CREDITED,), CREDIT, middle)


def _writings(name: str) -> Iterable[tuple[str, ...]]:
    """A name on one line, on two, on three, as equal as can be."""
    words = re.findall(r"[^- ]+[- ]?", name.upper())
    for count in range(1, min(len(words), 3) + 1):
        inner = combinations(range(1, len(words)), count - 1)
        cuts = [(0, *cut, len(words)) for cut in inner]
        writings = [["".join(words[a:b]).strip() for a, b in pairwise(cut)] for cut in cuts]
        yield tuple(min(writings, key=lambda lines: max(map(len, lines))))
