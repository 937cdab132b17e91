"""The figures of each sort of question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.actions import Action
from bot.domain.evaluation.answers import Answered, Labelled
from bot.domain.evaluation.figures import Shares, count
from bot.domain.text import has_words

SHORT = 5
"""Words of a short question, at most."""

MIDDLING = 20
"""Words of a question that is not long, at most."""


class Sort(StrEnum):
    """What a question asks for."""

    CARD = "fiche"
    ACTION = "action"
    OUT_OF_SCOPE = "hors-sujet"
    DANGER = "urgence"


class Length(StrEnum):
    """How long a question is."""

    SHORT = "courte"
    MIDDLING = "moyenne"
    LONG = "longue"


@dataclass(frozen=True, slots=True)
class Slice:
    """The questions of one sort, or of one length."""

    name: Sort | Length
    n: int
    shares: Shares


def sort_of(question: Labelled) -> Sort:
    """What is expected: a card, an action, or one of the two that matter most."""
    if question.expect in set(Sort):
        return Sort(question.expect)
    return Sort.ACTION if question.expect in set(Action) else Sort.CARD


def length_of(question: Labelled) -> Length:
    """Counted in words: marks that stand alone are none."""
    words = sum(has_words(word) for word in question.text.split())
    if words <= SHORT:
        return Length.SHORT
    return Length.MIDDLING if words <= MIDDLING else Length.LONG


def slices(answers: Sequence[Answered]) -> tuple[Slice, ...]:
    """The figures by sort then by length, in the order of each; what is empty is left out."""
    found = (
        *(_slice(answers, sort_of, sort) for sort in Sort),
        *(_slice(answers, length_of, length) for length in Length),
    )
    return tuple(it for it in found if it.n)


def _slice(
    answers: Sequence[Answered], tell: Callable[[Labelled], str], name: Sort | Length
) -> Slice:
    own = [it for it in answers if tell(it.question) == name]
    return Slice(name, len(own), count(own))
