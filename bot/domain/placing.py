"""Places arranged to be found by distance and by département."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, groupby

from bot.domain.grid import Grid
from bot.domain.structures import FRESH, Place, Structure
from bot.domain.territory import Position, Territory, TerritoryKind

Ranked = tuple[float | None, Place]
"""A place, and how far (km) it is; None when it cannot be told."""


class Placing:
    """Some places, told from the nearest to the farthest."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_name = sorted(places, key=lambda place: (place.nom, place.id))
        self._by_departement: dict[str, list[Place]] = defaultdict(list)
        for place in self._by_name:
            self._by_departement[place.departement].append(place)
        self._grid = Grid(
            (position, place) for place in self._by_name if (position := position_of(place))
        )

    def nearest(self, territory: Territory | None, today: date) -> Iterator[Ranked]:
        """Places inside a wide territory, then the nearest, then those that have no position.

        At the same distance, to the kilometre, those that were checked of late come first.
        """
        parts = (
            self._inside(territory),
            self._around(territory.position) if territory and territory.position else (),
            ((None, place) for place in self._by_name),
        )
        told: set[str] = set()
        for distance, place in chain.from_iterable(_freshest(part, today) for part in parts):
            if place.id not in told:
                told.add(place.id)
                yield distance, place

    def _inside(self, territory: Territory | None) -> Iterator[Ranked]:
        """The places of a territory wider than a commune, where distance says little."""
        if territory is None or territory.kind is TerritoryKind.COMMUNE:
            return
        inside = [
            (distance_to(place, territory.position), place)
            for code in territory.departements
            for place in self._by_departement.get(code, ())
        ]
        yield from sorted(inside, key=lambda pair: (pair[0] is None, pair[0] or 0.0, pair[1].nom))

    def _around(self, origin: Position) -> Iterator[Ranked]:
        yield from self._grid.around(origin)


def position_of(structure: Structure) -> Position | None:
    """Where a structure stands, if known."""
    if structure.latitude is None or structure.longitude is None:
        return None
    return Position(structure.latitude, structure.longitude)


def distance_to(structure: Structure, origin: Position | None) -> float | None:
    """How far (km) a structure stands, if both positions are known."""
    position = position_of(structure)
    return origin.distance_km(position) if origin and position else None


def _freshest(ranked: Iterable[Ranked], today: date) -> Iterator[Ranked]:
    """The same places; at the same kilometre, those that were checked of late first."""
    for _, group in groupby(ranked, key=_kilometre):
        yield from sorted(group, key=lambda pair: today - pair[1].date_maj > FRESH)


def _kilometre(ranked: Ranked) -> int | None:
    return None if ranked[0] is None else round(ranked[0])
