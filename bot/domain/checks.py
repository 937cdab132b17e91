"""What must hold between files: references, questions told apart, dates not past."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.actions import Action
from bot.domain.card import MIN_QUESTIONS, Card
from bot.domain.knowledge import Knowledge
from bot.domain.problems import Level, Problem
from bot.domain.structures import FRESH, Structure
from bot.domain.text import fold
from bot.domain.training import Example, examples_of


def find_problems(
    knowledge: Knowledge, phrases: Sequence[Example], today: date
) -> tuple[Problem, ...]:
    """Every problem that no file shows alone."""
    found = [
        problem for card in knowledge.cards.values() for problem in _card(card, knowledge, today)
    ]
    found += _same_questions(knowledge, phrases)
    found += _structures(knowledge, today)
    found += _cues(knowledge)
    return tuple(sorted(found))


def _card(card: Card, knowledge: Knowledge, today: date) -> Iterator[Problem]:
    file = f"cards/{card.id}.yml"
    for problem in _references(card, knowledge):
        yield Problem(file, 0, Level.ERROR, problem)
    if card.is_known and len(card.questions) < MIN_QUESTIONS:
        message = f"{len(card.questions)} questions : en écrire au moins {MIN_QUESTIONS}"
        yield Problem(file, 0, Level.ERROR, message)
    if card.is_published and card.review_by and card.review_by < today:
        message = f"à revoir depuis le {card.review_by.isoformat()}"
        yield Problem(file, 0, Level.WARNING, message)


def _references(card: Card, knowledge: Knowledge) -> Iterator[str]:
    shelves = {
        "theme": ((card.theme,), {theme.id for theme in knowledge.themes}),
        "related": (card.related, set(knowledge.cards)),
        "contacts": (card.contacts, set(knowledge.contacts)),
        "contact_kinds": (card.contact_kinds, set(knowledge.contact_kinds)),
        "place_kinds": (card.place_kinds, set(knowledge.place_kinds)),
    }
    for field, (used, known) in shelves.items():
        for id_ in used:
            if id_ not in known:
                yield f"`{field}` : « {id_} » n'existe pas"


def _same_questions(knowledge: Knowledge, phrases: Sequence[Example]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for example in (*examples_of(knowledge.cards), *phrases):
        folded = fold(example.text)
        first = seen.setdefault(folded, example.goal)
        if first != example.goal:
            message = f"la phrase « {example.text} » est aussi dans « {first} »"
            is_card = example.goal in knowledge.cards
            file = f"cards/{example.goal}.yml" if is_card else f"nlu/data/{example.goal}.yml"
            yield Problem(file, 0, Level.ERROR, message)


def _structures(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    for contact in knowledge.contacts.values():
        kinds = set(knowledge.contact_kinds)
        yield from _structure(f"contacts/{contact.id}.yml", contact, contact.kinds, kinds, today)
    for place in knowledge.places.values():
        kinds = set(knowledge.place_kinds)
        yield from _structure(f"places/{place.id}.yml", place, place.kinds, kinds, today)


def _structure(
    file: str, structure: Structure, used: Sequence[str], kinds: set[str], today: date
) -> Iterator[Problem]:
    for kind in used:
        if kind not in kinds:
            yield Problem(file, 0, Level.ERROR, f"`kinds` : « {kind} » n'existe pas")
    if today - structure.date_maj > FRESH:
        message = f"vérifié le {structure.date_maj.isoformat()} : à revoir"
        yield Problem(file, 0, Level.WARNING, message)


def _cues(knowledge: Knowledge) -> Iterator[Problem]:
    cues = knowledge.cues
    named = (*cues.human_kinds, *cues.partner_kinds)
    for kind in (*named, *(kind for role in cues.roles for kind in role.contact_kinds)):
        if kind not in knowledge.contact_kinds:
            yield Problem("cues.yml", 0, Level.ERROR, f"sorte de contact inconnue : « {kind} »")
    for idea in cues.suggestions:
        if idea.opens not in {*knowledge.cards, *Action}:
            message = f"`suggestions` : « {idea.opens} » n'existe pas"
            yield Problem("cues.yml", 0, Level.ERROR, message)
    for id_ in cues.diagnosis_cards:
        if id_ not in knowledge.cards:
            yield Problem("cues.yml", 0, Level.ERROR, f"fiche inconnue : « {id_} »")
