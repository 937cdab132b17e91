"""How well a model does with a part of its phrases: whether more of them would help."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.evaluation.confusions import WORST, Confusion
from bot.domain.evaluation.shares import Share
from bot.domain.training import Example, bucket_of
from bot.domain.understanding import Ranking

FOLDS = 4
"""Parts of the phrases, each asked in turn of a model that has learned the others."""

STEPS = (8, 4, 2, 1)
"""One phrase in so many is learned at each point of the curve."""


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """The share of right first answers (between 0 and 1) of a model of so many phrases."""

    phrases: int
    top1: float


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """Points, from the fewest phrases; how the model alone does in a cross-validation.

    `confusions`: the most frequent of the cross-validation.
    """

    points: tuple[LearningPoint, ...]
    cross_validation: Share | None = None
    confusions: tuple[Confusion, ...] = ()


Answers = Counter[tuple[str, str]]
"""How often each goal was answered for each: pairs of the goal asked and the first of a ranking."""


def fold(examples: Sequence[Example], number: int) -> tuple[list[Example], list[Example]]:
    """What a model learns and what it is then asked, in a fold (from 0)."""
    asked = [it for it in examples if bucket_of(it.text) % FOLDS == number]
    return [it for it in examples if bucket_of(it.text) % FOLDS != number], asked


def one_in(examples: Sequence[Example], step: int) -> list[Example]:
    """One phrase in so many, spread by their text; goals keep their proportions."""
    return [it for it in examples if bucket_of(it.text) // FOLDS % step == 0]


def answers_of(asked: Sequence[Example], rankings: Sequence[Ranking]) -> Answers:
    """What was answered for what; an empty goal where nothing was ranked."""
    pairs = zip(asked, rankings, strict=True)
    return Counter((it.goal, ranking[0].goal if ranking else "") for it, ranking in pairs)


def right_among(answers: Answers) -> Share:
    """How many phrases have their goal first."""
    right = sum(count for (expected, given), count in answers.items() if expected == given)
    return Share(right, answers.total())


def worst_among(answers: Answers) -> tuple[Confusion, ...]:
    """The most frequent confusions."""
    wrong = [(count, pair) for pair, count in answers.items() if pair[0] != pair[1]]
    worst = sorted(wrong, key=lambda it: (-it[0], it[1]))[:WORST]
    return tuple(Confusion(*pair, count) for count, pair in worst)
