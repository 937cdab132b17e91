"""How well a model does with a part of its phrases: whether more of them would help."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """The share of right first answers (between 0 and 1) of a model of so many phrases."""

    phrases: int
    top1: float


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """Points, from the fewest phrases."""

    points: tuple[LearningPoint, ...]
