"""Where a record says that a place stands: its position checked against its commune."""

from collections.abc import Callable

from bot.domain.open_data.cells import number_of
from bot.domain.open_data.records import Record
from bot.domain.structures import FAR_KM
from bot.domain.territory import Position, Territory

_QUARTER, _HALF = 90, 180

Locate = Callable[[Position], Territory | None]
"""Gives the commune whose centre is nearest; none at sea or abroad."""


def position_of(record: Record) -> Position | str | None:
    """The position that a record gives, none when it gives none, or what is wrong with it."""
    if not record.latitude and not record.longitude:
        return None
    latitude, longitude = number_of(record.latitude), number_of(record.longitude)
    if latitude is None or longitude is None:
        return f"coordonnées illisibles : « {record.latitude} », « {record.longitude} »"
    if abs(latitude) > _QUARTER or abs(longitude) > _HALF:
        return f"coordonnées hors de la Terre : {latitude}, {longitude}"
    return Position(latitude, longitude)


def is_served(town: Territory, postcode: str) -> bool:
    """Whether a postcode, if any, begins like those of a commune's département."""
    [departement, *_] = (*town.departements, "")
    served = {departement[:2], "20" if departement in {"2A", "2B"} else ""}
    return not postcode or postcode[:2] in served


def misplaced(position: Position, town: Territory, locate: Locate) -> str | None:
    """What is wrong with a position: far from its commune, when another one is nearer.

    Some communes overseas have no known centre.
    """
    if town.position is None:
        return None
    distance = position.distance_km(town.position)
    if distance <= FAR_KM:
        return None
    nearest = locate(position)
    if nearest is None:
        return f"coordonnées hors de France : {position.latitude}, {position.longitude}"
    if nearest.code == town.code:
        return None
    return f"coordonnées à {distance:.0f} km de {town.name}, plutôt à {nearest.name}"
