"""What must hold between files: references, questions told apart, lists that name what exists."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.actions import Action
from bot.domain.card_checks import find_card_problems
from bot.domain.knowledge import Knowledge
from bot.domain.problems import Level, Problem, unknown, unknown_in
from bot.domain.structure_checks import find_structure_problems
from bot.domain.text import fold
from bot.domain.training import Example


def find_problems(
    knowledge: Knowledge, phrases: Sequence[Example], today: date
) -> tuple[Problem, ...]:
    """Every problem that no file shows alone."""
    found = [*find_card_problems(knowledge, today), *find_structure_problems(knowledge, today)]
    found += _same_questions(knowledge, phrases)
    found += _cues(knowledge)
    found += _needs(knowledge)
    return tuple(sorted(found))


def _same_questions(knowledge: Knowledge, phrases: Sequence[Example]) -> Iterator[Problem]:
    """The same phrase for two goals, told where it comes second."""
    seen: dict[str, str] = {}
    for card in knowledge.cards.values():
        if not card.is_known:
            continue
        for position, phrase in enumerate((card.title, *card.questions)):
            path = ("questions", position - 1) if position else ("title",)
            first = seen.setdefault(fold(phrase), card.id)
            if first != card.id:
                yield _twice(f"cards/{card.id}.yml", phrase, first, path)
    for example in phrases:
        first = seen.setdefault(fold(example.text), example.goal)
        if first != example.goal:
            yield _twice(f"nlu/data/{example.goal}.yml", example.text, first, ())


def _twice(file: str, phrase: str, first: str, path: tuple[str | int, ...]) -> Problem:
    message = f"la phrase « {phrase} » est aussi dans « {first} »"
    return Problem(file, 0, Level.ERROR, message, path)


def _cues(knowledge: Knowledge) -> Iterator[Problem]:
    cues = knowledge.cues
    named = [
        (kind, (key,)) for key in ("human_kinds", "partner_kinds") for kind in getattr(cues, key)
    ]
    named += [(kind, ("roles",)) for role in cues.roles for kind in role.contact_kinds]
    for kind, path in named:
        if kind not in knowledge.contact_kinds:
            yield _cue(f"sorte de contact : {unknown(kind, knowledge.contact_kinds)}", path)
    goals = {*knowledge.cards, *Action}
    for idea in cues.suggestions:
        if idea.opens not in goals:
            yield _cue(f"`suggestions` : {unknown(idea.opens, goals)}", ("suggestions",))
    for id_ in cues.diagnosis_cards:
        if id_ not in knowledge.cards:
            yield _cue(f"fiche : {unknown(id_, knowledge.cards)}", ("diagnosis_cards",))


def _cue(message: str, path: tuple[str | int, ...]) -> Problem:
    return Problem("cues.yml", 0, Level.ERROR, message, path)


def _needs(knowledge: Knowledge) -> Iterator[Problem]:
    """`orientation.yml` names cards and kinds that exist."""
    for rank, need in enumerate(knowledge.orientation.needs):
        shelves = (("cards", knowledge.cards), ("contact_kinds", knowledge.contact_kinds))
        for field, known in shelves:
            for position, message in unknown_in(field, getattr(need, field), known):
                path = ("needs", rank, field, position)
                yield Problem("orientation.yml", 0, Level.ERROR, message, path)
