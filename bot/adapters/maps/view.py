"""Which part of the Earth a picture shows, and where its points fall."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.adapters.maps.boxes import Box, Point
from bot.domain.map import Map
from bot.domain.territory import EARTH_RADIUS_KM, Position

WIDTH, HEIGHT = 800, 500
PICTURE = Box(0, 0, WIDTH, HEIGHT)

ROOM = Box(70, 92, WIDTH - 70, HEIGHT - 66)
"""Where what is shown stands: markers rise above it, the scale lies under it."""

MIN_KM = 30.0
"""How much of the Earth the width of the picture shows at least: outlines are not finer."""

KM_A_DEGREE = math.pi * EARTH_RADIUS_KM / 180
"""Of latitude."""

FRANCE = (Position(51.1, -5.1), Position(42.3, 8.2))
"""Corners of what is shown when there is nothing to show."""

WIDE_KM = 450.0
"""Wider than that, a picture has no room for names of départements."""

_NARROWEST = 0.01
"""The least cosine of a latitude: degrees of longitude have no width at the poles."""


@dataclass(frozen=True, slots=True)
class View:
    """A plane that touches the Earth along a parallel: `middle` is in the middle of `ROOM`.

    `scale` is in pixels per degree of latitude; `narrow`, what a degree of longitude is of one.
    """

    middle: Position
    scale: float
    narrow: float

    def point(self, position: Position) -> Point:
        """Where a position falls; the shorter way around the Earth."""
        return self.trace([(position.longitude, position.latitude)])[0]

    def trace(self, ring: Sequence[Point], zoom: float = 1.0) -> list[Point]:
        """Where a line of longitudes and latitudes falls, drawn that much larger."""
        across, up = zoom * self.scale * self.narrow, -zoom * self.scale
        west = _turned(ring[0][0] - self.middle.longitude) - ring[0][0]
        x_0 = zoom * (ROOM.left + ROOM.right) / 2 + across * west
        y_0 = zoom * (ROOM.top + ROOM.bottom) / 2 - up * self.middle.latitude
        return [(x_0 + across * x, y_0 + up * y) for x, y in ring]

    @property
    def px_a_km(self) -> float:
        """Pixels in a kilometre."""
        return self.scale / KM_A_DEGREE

    def wider(self) -> "View":
        """The same from twice as far."""
        return View(self.middle, self.scale / 2, self.narrow)

    @property
    def is_wide(self) -> bool:
        """Whether régions are told, rather than départements."""
        return self.width_km > WIDE_KM

    @property
    def width_km(self) -> float:
        """How much of the Earth the picture shows from left to right."""
        return WIDTH / self.px_a_km


def view_of(map_: Map) -> View:
    """The view that shows all of a map, and no less than `MIN_KM`."""
    shown = [pin.position for pin in map_.pins] + ([map_.around] if map_.around else [])
    south, north = _ends(it.latitude for it in shown or FRANCE)
    first = (shown or FRANCE)[0].longitude
    west, east = _ends(_turned(it.longitude - first) for it in shown or FRANCE)
    middle = Position((south + north) / 2, _turned(first + (west + east) / 2))
    narrow = max(_NARROWEST, math.cos(math.radians(middle.latitude)))
    rooms = (
        WIDTH / MIN_KM * KM_A_DEGREE,
        _fitting(ROOM.bottom - ROOM.top, north - south),
        _fitting(ROOM.right - ROOM.left, narrow * (east - west)),
    )
    return View(middle, min(rooms), narrow)


def _ends(values: Iterable[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return ordered[0], ordered[-1]


def _fitting(room: float, degrees: float) -> float:
    return room / degrees if degrees else math.inf


def _turned(longitude: float) -> float:
    """The same between -180 and 180 degrees."""
    return (longitude + 180) % 360 - 180
