"""What must hold between a card and the rest: what it names, who finds it, what has grown old."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.domain.card import MIN_QUESTIONS, Card, Source
from bot.domain.dates import french_date
from bot.domain.knowledge import Knowledge
from bot.domain.problems import Level, Problem, unknown_in
from bot.domain.structures import FRESH

MIN_RELATED = 2
"""Cards that a published one leads to."""


def find_card_problems(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    """Every problem of every card."""
    shelves = _shelves(knowledge)
    led_to = {id_ for card in knowledge.cards.values() for id_ in card.related if id_ != card.id}
    for card in knowledge.cards.values():
        yield from _references(card, shelves)
        if card.is_known:
            yield from _questions(card)
        if card.is_published:
            yield from _links(card, led_to)
            yield from _dates(card, today)


def _shelves(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    return {
        "theme": frozenset(theme.id for theme in knowledge.themes),
        "related": frozenset(knowledge.cards),
        "contacts": frozenset(knowledge.contacts),
        "contact_kinds": frozenset(knowledge.contact_kinds),
        "place_kinds": frozenset(knowledge.place_kinds),
    }


def _references(card: Card, shelves: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for field, known in shelves.items():
        value = getattr(card, field)
        used = (value,) if field == "theme" else value
        for position, message in unknown_in(field, used, known):
            path = (field,) if field == "theme" else (field, position)
            yield _error(card, message, *path)


def _questions(card: Card) -> Iterator[Problem]:
    if len(card.questions) < MIN_QUESTIONS:
        message = f"{len(card.questions)} questions : en écrire au moins {MIN_QUESTIONS}"
        yield _error(card, message, "questions")


def _links(card: Card, led_to: set[str]) -> Iterator[Problem]:
    """A card is reached from others, and leads to others."""
    if card.id not in led_to:
        message = "aucune autre fiche n'y mène : l'ajouter à `related` d'une fiche voisine"
        yield _warning(card, message, "title")
    if len(set(card.related) - {card.id}) < MIN_RELATED:
        message = f"`related` : au moins {MIN_RELATED} fiches voisines"
        yield _warning(card, message, "related")


def _dates(card: Card, today: date) -> Iterator[Problem]:
    if card.review_by and card.review_by < today:
        yield _warning(card, f"à revoir depuis le {french_date(card.review_by)}", "review_by")
    for position, source in enumerate(card.sources):
        yield from _source(card, position, source, today)


def _source(card: Card, position: int, source: Source, today: date) -> Iterator[Problem]:
    path = ("sources", position, "read_on")
    if source.read_on > today:
        yield _error(
            card, f"la source {source.id} serait lue dans l'avenir : corriger la date", *path
        )
    elif today - source.read_on > FRESH:
        message = f"la source {source.id}, lue le {french_date(source.read_on)}, est à relire"
        yield _warning(card, message, *path)


def _error(card: Card, message: str, *path: str | int) -> Problem:
    return Problem(f"cards/{card.id}.yml", 0, Level.ERROR, message, path)


def _warning(card: Card, message: str, *path: str | int) -> Problem:
    return Problem(f"cards/{card.id}.yml", 0, Level.WARNING, message, path)
