"""Whether an answer given with a confidence of 80 % is right four times in five."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.evaluation.answers import Answered
from bot.domain.evaluation.shares import Share, share_of

BINS = 10
"""Slices of confidence, of equal width."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same confidence: its mean, and how often they were right."""

    low: float
    high: float
    confidence: float
    right: Share

    @property
    def gap(self) -> float:
        """How far the confidence is from the truth; positive when it is overstated."""
        return self.confidence - self.right.value


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold something, from the least confident."""

    bins: tuple[Bin, ...]

    @property
    def n(self) -> int:
        """Answers that say how confident they are of what they put forward."""
        return sum(it.right.n for it in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: the mean gap, whatever its sign (Naeini, 2015)."""
        return sum(abs(it.gap) * it.right.n for it in self.bins) / max(1, self.n)


def reliability(answers: Sequence[Answered]) -> Reliability:
    """How confidence and truth agree, on the answers that put a goal forward."""
    held: list[list[Answered]] = [[] for _ in range(BINS)]
    for it in answers:
        if it.put_forward is not None:
            held[min(BINS - 1, int(it.outcome.confidence * BINS))].append(it)
    return Reliability(tuple(_bin(place, own) for place, own in enumerate(held) if own))


def _bin(place: int, answers: Sequence[Answered]) -> Bin:
    return Bin(
        low=place / BINS,
        high=(place + 1) / BINS,
        confidence=sum(it.outcome.confidence for it in answers) / len(answers),
        right=share_of([it.put_forward in it.question.accepted for it in answers]),
    )
