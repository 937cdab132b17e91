"""Whom to call and where to go: bodies that serve a territory, places by distance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.knowledge import Knowledge
from bot.domain.lists import Kind
from bot.domain.replies import Item, ItemKind, Tip
from bot.domain.structures import Contact, CoverageLevel, Place, Structure
from bot.domain.territory import Position, Territory, TerritoryKind, covers
from bot.domain.text import mentioned

FRESH = timedelta(days=548)
"""After eighteen months without a check, a body or a place ranks after the others."""

NEAR_KM = 10.0
"""A place within this distance is « here »: the next commune by bicycle."""

FAR_KM = 80.0
"""Beyond this distance, another kind of place nearby is worth more than the kind asked for."""

_NARROWEST_FIRST = tuple(reversed(CoverageLevel))


@dataclass(frozen=True, slots=True)
class Nearby:
    """Places of the kinds asked for, nearest first; `other_kinds` when others were taken."""

    items: tuple[Item, ...]
    here: bool
    other_kinds: bool = False


def kinds_in(folded: str, kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The kinds that a message names, the most precisely named first."""
    found = [(mentioned(kind.words, folded), kind.id) for kind in kinds]
    named = [(word, id_) for word, id_ in found if word]
    return tuple(id_ for _, id_ in sorted(named, key=lambda pair: -len(pair[0])))


def contacts_for(
    knowledge: Knowledge, territory: Territory | None, kinds: Sequence[str], today: date
) -> tuple[Contact, ...]:
    """The bodies of these kinds that serve a territory: nearest first, then by kind.

    One not checked for long comes after the others, one that cannot be reached after its equals.
    """
    order = {kind: rank for rank, kind in enumerate(kinds)}
    served = [
        (min(order[kind] for kind in contact.kinds if kind in order), contact)
        for contact in knowledge.contacts.values()
        if order.keys() & set(contact.kinds) and covers(contact.coverage, territory)
    ]
    ranked = sorted(
        served,
        key=lambda pair: (
            today - pair[1].date_maj > FRESH,
            _NARROWEST_FIRST.index(pair[1].coverage.level),
            pair[0],
            not is_reachable(pair[1]),
            pair[1].id,
        ),
    )
    return tuple(contact for _, contact in ranked)


def places_near(
    knowledge: Knowledge, territory: Territory | None, kinds: Sequence[str], today: date
) -> Nearby:
    """Places of these kinds around a territory; of any kind when those asked for are far."""
    everywhere = _ranked(knowledge.places.values(), territory, today)
    wanted = (
        [pair for pair in everywhere if set(pair[1].kinds) & set(kinds)] if kinds else everywhere
    )
    if territory and everywhere and not _within(wanted, FAR_KM) and _within(everywhere, FAR_KM):
        return Nearby(_items(everywhere), _is_here(everywhere, territory), other_kinds=True)
    return Nearby(_items(wanted), _is_here(wanted, territory))


def is_reachable(contact: Contact) -> bool:
    """Whether a contact says how to reach it."""
    return bool(contact.site_web or contact.telephone or contact.courriel)


def is_local(contact: Contact) -> bool:
    """Whether a contact serves less than the country."""
    return contact.coverage.level is not CoverageLevel.COUNTRY


def tip(contact: Contact) -> Tip:
    """A body in one line."""
    reach = contact.site_web or contact.telephone or contact.courriel or ""
    return Tip(contact.nom, reach, contact.notice or "")


def contact_item(contact: Contact) -> Item:
    """A body as a line of results."""
    return Item(
        id=contact.id,
        kind=ItemKind.CONTACT,
        name=contact.nom,
        description=contact.description,
        where=contact.commune or "",
        url=contact.site_web,
        notice=contact.notice or "",
        checked_on=contact.date_maj,
        source=contact.source,
    )


Ranked = tuple[float | None, Place]


def _ranked(places: Iterable[Place], territory: Territory | None, today: date) -> list[Ranked]:
    origin = territory.position if territory else None
    pairs = [(_distance(origin, place), place) for place in places]
    return sorted(
        pairs,
        key=lambda pair: (
            not _inside(pair[1], territory),
            pair[0] if pair[0] is not None else float("inf"),
            today - pair[1].date_maj > FRESH,
            pair[1].nom,
        ),
    )


def _inside(place: Place, territory: Territory | None) -> bool:
    """Whether a place lies in a territory wider than a commune, where distance says little."""
    if territory is None or territory.kind is TerritoryKind.COMMUNE:
        return False
    return place.departement in territory.departements


def _distance(origin: Position | None, place: Place) -> float | None:
    position = position_of(place)
    return origin.distance_km(position) if origin and position else None


def position_of(structure: Structure) -> Position | None:
    """Where a structure stands, if known."""
    if structure.latitude is None or structure.longitude is None:
        return None
    return Position(structure.latitude, structure.longitude)


def _within(ranked: Sequence[Ranked], limit: float) -> bool:
    return any(distance is not None and distance <= limit for distance, _ in ranked)


def _is_here(ranked: Sequence[Ranked], territory: Territory | None) -> bool:
    if not ranked or territory is None:
        return False
    distance, place = ranked[0]
    return _inside(place, territory) or (distance is not None and distance <= NEAR_KM)


def _items(ranked: Sequence[Ranked]) -> tuple[Item, ...]:
    return tuple(
        Item(
            id=place.id,
            kind=ItemKind.PLACE,
            name=place.nom,
            description=place.description,
            where=f"{place.commune} ({place.departement})" if place.commune else place.departement,
            url=place.site_web,
            notice=place.notice or "",
            distance_km=None if distance is None else round(distance, 1),
            position=position_of(place),
            checked_on=place.date_maj,
            source=place.source,
        )
        for distance, place in ranked
    )
