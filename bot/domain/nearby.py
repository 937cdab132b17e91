"""Where to go: places by distance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.domain.knowledge import Knowledge
from bot.domain.placing import Ranked, distance_to, position_of
from bot.domain.replies import Item, ItemKind
from bot.domain.structures import Place
from bot.domain.territory import Territory, TerritoryKind

NEAR_KM = 10.0
"""A place within this distance is « here »: the next commune by bicycle."""

BEYOND_KM = 300.0
"""Beyond this distance, a place is nowhere near: an island away."""

FAR_KM = 80.0
"""Beyond this distance, another kind of place nearby is worth more than the kind asked for."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """Places of the kinds asked for, nearest first; `other_kinds` when others were taken.

    `here`: the first one is inside the territory, or next to it; `beyond`: even the first one is
    too far to be any use, or nobody knows how far.
    """

    items: tuple[Item, ...]
    here: bool
    other_kinds: bool = False
    beyond: bool = False


def places_near(
    knowledge: Knowledge,
    territory: Territory | None,
    kinds: Sequence[str],
    today: date,
    count: int,
) -> Nearby:
    """At most `count` places of these kinds around a territory, nearest first.

    Places of any kind are given when those asked for are far and others are not.
    """
    wanted = _ranked(knowledge, territory, kinds, today, count)
    if kinds and territory and not _is_within(wanted, FAR_KM):
        others = _ranked(knowledge, territory, (), today, count)
        if _is_within(others, FAR_KM):
            items = _items(others, territory)
            return Nearby(items, _is_here(others, territory), other_kinds=True)
    here = _is_here(wanted, territory)
    beyond = territory is not None and not here and not _is_within(wanted, BEYOND_KM)
    return Nearby(_items(wanted, territory), here, beyond=beyond)


def _ranked(
    knowledge: Knowledge,
    territory: Territory | None,
    kinds: Sequence[str],
    today: date,
    count: int,
) -> tuple[Ranked, ...]:
    return tuple(islice(knowledge.placing(kinds).nearest(territory, today), count))


def _is_within(ranked: Sequence[Ranked], limit: float) -> bool:
    return any(distance is not None and distance <= limit for distance, _ in ranked)


def _is_here(ranked: Sequence[Ranked], territory: Territory | None) -> bool:
    if not ranked or territory is None:
        return False
    distance, place = ranked[0]
    is_wide = territory.kind is not TerritoryKind.COMMUNE
    is_inside = is_wide and place.departement in territory.departements
    return is_inside or (distance is not None and distance <= NEAR_KM)


def _items(ranked: Sequence[Ranked], territory: Territory | None) -> tuple[Item, ...]:
    return tuple(_item(place, territory, distance) for distance, place in ranked)


def place_item(place: Place, territory: Territory | None) -> Item:
    """A place as a line of results, whatever was looked for."""
    origin = territory.position if territory else None
    return _item(place, territory, distance_to(place, origin))


def _item(place: Place, territory: Territory | None, distance: float | None) -> Item:
    """A line of results; from the middle of a wide territory, a distance says nothing."""
    is_point = territory is not None and territory.kind is TerritoryKind.COMMUNE
    return Item(
        id=place.id,
        kind=ItemKind.PLACE,
        name=place.nom,
        description=place.description,
        where=f"{place.commune} ({place.departement})" if place.commune else place.departement,
        town=place.commune or "",
        url=place.site_web,
        phone=place.telephone or "",
        email=place.courriel or "",
        notice=place.notice or "",
        distance_km=round(distance, 1) if is_point and distance is not None else None,
        position=position_of(place),
        checked_on=place.date_maj,
        source=place.source,
    )
