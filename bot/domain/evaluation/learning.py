"""How well a model does with a part of its phrases: whether more of them would help."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    """Points, from the fewest phrases; how the model alone does in a cross-validation."""

    points: tuple[LearningPoint, ...]
    cross_validation: Share | None = None


def fold(examples: Sequence[Example], number: int) -> tuple[list[Example], list[Example]]:
    """What a model learns and what it is then asked, in a fold (from 0)."""
    asked = [it for it in examples if bucket_of(it.text) % FOLDS == number]
    return [it for it in examples if bucket_of(it.text) % FOLDS != number], asked


def one_in(examples: Sequence[Example], step: int) -> list[Example]:
    """One phrase in so many, spread by their text; goals keep their proportions."""
    return [it for it in examples if bucket_of(it.text) // FOLDS % step == 0]


def right_among(asked: Sequence[Example], rankings: Sequence[Ranking]) -> Share:
    """How many phrases have their goal first."""
    pairs = zip(asked, rankings, strict=True)
    return Share(sum(bool(it) and it[0].goal == example.goal for example, it in pairs), len(asked))
