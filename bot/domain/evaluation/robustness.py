"""What is lost when the same questions are written otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.evaluation.answers import Answered
from bot.domain.evaluation.figures import top1
from bot.domain.evaluation.shares import Share
from bot.domain.perturbing import Variation


@dataclass(frozen=True, slots=True)
class Robustness:
    """Questions written otherwise, compared one by one with the same as they were.

    `changed`: how many were not the same; `drop`: of the share of right answers, negative when
    it rose; `lost` and `won`: questions no longer, and newly, answered rightly.
    """

    variation: Variation
    changed: int
    top1: Share
    drop: float
    lost: int
    won: int
    danger_missed: int


def compare(
    variation: Variation, plain: Sequence[Answered], varied: Sequence[Answered]
) -> Robustness:
    """What a variation costs; both lists are in the order of the questions."""
    pairs = list(zip(plain, varied, strict=True))
    share = top1(varied)
    return Robustness(
        variation=variation,
        changed=sum(before.question.text != after.question.text for before, after in pairs),
        top1=share,
        drop=top1(plain).value - share.value,
        lost=sum(before.is_right and not after.is_right for before, after in pairs),
        won=sum(after.is_right and not before.is_right for before, after in pairs),
        danger_missed=sum(it.misses_danger for it in varied),
    )
