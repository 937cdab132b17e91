"""Whom to call: the bodies that serve a territory."""

import math
from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.knowledge import Knowledge
from bot.domain.lists import Kind
from bot.domain.placing import distance_to
from bot.domain.replies import Item, ItemKind, Tip
from bot.domain.structures import FRESH, Contact, CoverageLevel
from bot.domain.territory import Territory, TerritoryKind, covers
from bot.domain.text import mentioned

_NARROWEST_FIRST = tuple(reversed(CoverageLevel))


def kinds_in(folded: str, kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The kinds that a message names, the most precisely named first."""
    found = [(mentioned(kind.words, folded), kind.id) for kind in kinds]
    named = [(word, id_) for word, id_ in found if word]
    return tuple(id_ for _, id_ in sorted(named, key=lambda pair: -len(pair[0])))


def contacts_for(
    knowledge: Knowledge, territory: Territory | None, kinds: Sequence[str], today: date
) -> tuple[Contact, ...]:
    """The bodies of these kinds that serve a territory: nearest first, then by kind.

    One not checked for long comes after the others, one that cannot be reached after its equals,
    and between these the nearest by distance.
    """
    order = {kind: rank for rank, kind in enumerate(kinds)}
    served = [
        (min(order[kind] for kind in contact.kinds if kind in order), contact)
        for contact in knowledge.contacts.values()
        if order.keys() & set(contact.kinds) and covers(contact.coverage, territory)
    ]
    origin = territory.position if territory else None
    ranked = sorted(
        served,
        key=lambda pair: (
            today - pair[1].date_maj > FRESH,
            _NARROWEST_FIRST.index(pair[1].coverage.level),
            pair[0],
            not is_reachable(pair[1]),
            _rank_of(distance_to(pair[1], origin)),
            pair[1].id,
        ),
    )
    return tuple(contact for _, contact in ranked)


def _rank_of(km: float | None) -> float:
    """A distance to sort by: what is not known to be near is far."""
    return math.inf if km is None else km


def is_reachable(contact: Contact) -> bool:
    """Whether a contact says how to reach it."""
    return bool(contact.site_web or contact.telephone or contact.courriel)


def is_local(contact: Contact) -> bool:
    """Whether a contact serves less than the country."""
    return contact.coverage.level is not CoverageLevel.COUNTRY


def tip(contact: Contact) -> Tip:
    """A body in one line."""
    reach = contact.site_web or contact.telephone or contact.courriel or ""
    phone = f"Tél. {contact.telephone}." if contact.telephone and reach != contact.telephone else ""
    return Tip(contact.nom, reach, " ".join(filter(None, (phone, contact.notice))))


def contact_item(contact: Contact, territory: Territory | None = None) -> Item:
    """A body as a line of results; its distance from a commune when it stands in another."""
    is_commune = territory is not None and territory.kind is TerritoryKind.COMMUNE
    is_other = is_local(contact) and contact.coverage.level is not CoverageLevel.COMMUNE
    origin = territory.position if territory and is_commune and is_other else None
    distance, town = distance_to(contact, origin), contact.commune or ""
    return Item(
        id=contact.id,
        kind=ItemKind.CONTACT,
        name=contact.nom,
        description=contact.description,
        where=contact.adresse or ("" if town in contact.nom else town),
        url=contact.site_web,
        phone=contact.telephone or "",
        email=contact.courriel or "",
        notice=contact.notice or "",
        distance_km=round(distance, 1) if distance and distance >= 1 else None,
        checked_on=contact.date_maj,
        source=contact.source,
    )
