"""Outlines of départements and régions, as the reference data keep them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.adapters.gazetteer.archive import read_member
from bot.adapters.gazetteer.reference import Reference
from bot.adapters.maps.borders import Line, crossings_of, without_gaps
from bot.adapters.maps.boxes import Box, Point
from bot.adapters.maps.view import PICTURE, View
from bot.domain.territory import Territory


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line of longitudes and latitudes, and two corners of the box that holds it."""

    points: Line
    corners: tuple[Point, Point]

    def is_seen(self, view: View) -> bool:
        """Whether its box reaches into the picture."""
        (left, top), (right, bottom) = view.trace(self.corners)
        return Box(left, top, right, bottom).overlaps(PICTURE)


@dataclass(frozen=True, slots=True)
class Shape:
    """A territory and its rings."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """The shapes of départements and of régions.

    `crossings`: the points where the borders of three départements meet.
    """

    departements: tuple[Shape, ...]
    regions: tuple[Shape, ...]
    crossings: frozenset[Point]

    def seen(self, view: View) -> "Outlines":
        """What reaches into the picture; régions if it is wide."""
        return Outlines(
            _seen(self.departements, view),
            _seen(self.regions, view) if view.is_wide else (),
            self.crossings,
        )


def load_outlines(archive: Path, reference: Reference) -> Outlines:
    """Read the outlines of the archive that the reference data come from.

    Raises:
        OSError: it is missing.
        KeyError, ValueError, zipfile.BadZipFile: it is not as the build script writes it.
    """
    found = json.loads(read_member(archive, "outlines.json"))
    departements = _shapes(found["departements"], reference.departements)
    lines = [ring.points for shape in departements for ring in shape.rings]
    return Outlines(
        departements,
        _shapes(found["regions"], reference.regions),
        crossings_of(lines),
    )


def _seen(shapes: Iterable[Shape], view: View) -> tuple[Shape, ...]:
    """The shapes that reach into the picture, without their rings that do not."""
    kept = []
    for shape in shapes:
        rings = tuple(ring for ring in shape.rings if ring.is_seen(view))
        if rings:
            kept.append(Shape(shape.code, shape.name, rings))
    return tuple(kept)


def _shapes(
    found: Mapping[str, Sequence[Sequence[Sequence[float]]]], places: Mapping[str, Territory]
) -> tuple[Shape, ...]:
    lines = [_line(ring) for rings in found.values() for ring in rings]
    rest = map(_ring, without_gaps(lines))
    return tuple(
        Shape(code, places[code].name, tuple(islice(rest, len(rings))))
        for code, rings in found.items()
    )


def _line(points: Sequence[Sequence[float]]) -> Line:
    return tuple((x, y) for x, y in points)


def _ring(line: Line) -> Ring:
    across, up = zip(*line, strict=True)
    return Ring(line, ((min(across), max(up)), (max(across), min(up))))
