"""What the team has to read again, and until when it may wait."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.card import Card
from bot.domain.dates import french_date
from bot.domain.knowledge import Knowledge
from bot.domain.structures import FRESH, Structure, file_of

DIRECTORY = "annuaire"
"""Who looks after contacts and places: they have no owner of their own."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something to read again: by whom, by when, where it is written, and why."""

    owner: str
    on: date
    file: str
    title: str
    reason: str


def due(knowledge: Knowledge, today: date, within: timedelta) -> tuple[Due, ...]:
    """What is past its date or will be `within` that time, by owner then date."""
    limit = today + within
    cards = (it for card in knowledge.published.values() for it in _of_card(card))
    structures = (*knowledge.contacts.values(), *knowledge.places.values())
    found = (*cards, *map(_of_structure, structures))
    return tuple(sorted(it for it in found if it.on <= limit))


def _of_card(card: Card) -> Iterator[Due]:
    file, owner = f"cards/{card.id}.yml", card.owner or ""
    if card.closed_on:
        reason = f"dispositif clos le {french_date(card.closed_on)} : la fiche sert-elle encore ?"
        yield Due(owner, card.closed_on, file, card.title, reason)
    if card.review_by:
        reason = f"à revoir avant le {french_date(card.review_by)}"
        yield Due(owner, card.review_by, file, card.title, reason)
    for source in card.sources:
        reason = f"source {source.id} lue le {french_date(source.read_on)}"
        yield Due(owner, source.read_on + FRESH, file, card.title, reason)


def _of_structure(structure: Structure) -> Due:
    reason = f"vérifié le {french_date(structure.date_maj)}"
    due_on = structure.date_maj + FRESH
    return Due(DIRECTORY, due_on, file_of(structure), structure.nom, reason)
