"""Where communes are: the town hall's point, or the middle of the commune when it is in doubt."""

from collections.abc import Iterable, Sequence

import shapely

from bot.domain.territory import Position

MAX_FROM_CENTROID_KM = 15
"""Beyond, a town hall's point outside the commune is a wrong geocoding.

170 of 34,829 are that far; those of Guyane's vast communes are right all the same.
"""

AT_THE_EDGE = 0.02
"""Degrees from a commune's outline, which is simplified, within which a point is in it."""


def points_of(wheels: Iterable[Sequence[dict[str, str]]]) -> dict[str, Position]:
    """Positions by INSEE code; a later wheel only fills what the others lack."""
    found: dict[str, Position] = {}
    for rows in wheels:
        found = {row["code"]: point for row in rows if (point := _point(row))} | found
    return found


def set_aside(rows: Iterable[dict[str, str]]) -> dict[str, float]:
    """Communes whose town hall's point is not used, and how far (km) it is from their middle."""
    found: dict[str, float] = {}
    for row in rows:
        town_hall, centroid = _town_hall(row), _centroid(row)
        if row["type"] == "COM" and town_hall and centroid:
            distance = town_hall.distance_km(centroid)
            if not _is_trusted(row, town_hall, centroid):
                found[row["code"]] = round(distance, 1)
    return found


def _point(row: dict[str, str]) -> Position | None:
    town_hall, centroid = _town_hall(row), _centroid(row)
    if town_hall is None or centroid is None:
        return town_hall or centroid
    return town_hall if _is_trusted(row, town_hall, centroid) else centroid


def _is_trusted(row: dict[str, str], town_hall: Position, centroid: Position) -> bool:
    if town_hall.distance_km(centroid) <= MAX_FROM_CENTROID_KM:
        return True
    outline = shapely.from_wkb(row["geometry"])
    point = shapely.Point(town_hall.longitude, town_hall.latitude)
    return bool(shapely.distance(outline, point) <= AT_THE_EDGE)


def _town_hall(row: dict[str, str]) -> Position | None:
    return _position(shapely.from_wkb(row["mairie_localisation"] or None))


def _centroid(row: dict[str, str]) -> Position | None:
    return _position(shapely.centroid(shapely.from_wkb(row["geometry"] or None)))


def _position(point: shapely.Point | None) -> Position | None:
    """None too for the points that are not a number (7 when it was measured)."""
    if point is None or not shapely.is_valid(point) or point.is_empty:
        return None
    return Position(point.y, point.x)
