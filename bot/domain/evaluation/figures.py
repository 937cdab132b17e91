"""The figures of a set of answers, and what each was counted on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.actions import Action
from bot.domain.evaluation.answers import Answered
from bot.domain.evaluation.shares import Share, share_of


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1, except the last two, which count messages.

    `top1`: the first answer is right; `offered`: it is, or stands among the three first choices;
    `false_accept`: out of scope, answered by a card or an action; `false_reject`: in scope, not
    answered; `wrong_confident`: answered by something neither right nor offered.
    """

    n: int
    top1: float
    offered: float
    false_accept: float
    false_reject: float
    wrong_confident: float
    danger_missed: int
    danger_false: int


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of `Figures`, with what they were counted on."""

    top1: Share
    offered: Share
    false_accept: Share
    false_reject: Share
    wrong_confident: Share


def count(answers: Sequence[Answered]) -> Shares:
    """The shares of a set of answers."""
    return Shares(
        top1=top1(answers),
        offered=share_of([it.is_offered for it in answers]),
        false_accept=share_of([it.is_taken for it in answers if it.is_foreign]),
        false_reject=share_of([it.is_refused for it in answers if not it.is_foreign]),
        wrong_confident=share_of([it.misleads for it in answers]),
    )


def top1(answers: Iterable[Answered]) -> Share:
    """How often the first answer is right."""
    return share_of([it.is_right for it in answers])


def score(answers: Sequence[Answered]) -> Figures:
    """The figures of a set of answers."""
    shares = count(answers)
    return Figures(
        n=len(answers),
        top1=_rounded(shares.top1),
        offered=_rounded(shares.offered),
        false_accept=_rounded(shares.false_accept),
        false_reject=_rounded(shares.false_reject),
        wrong_confident=_rounded(shares.wrong_confident),
        danger_missed=sum(it.misses_danger for it in answers),
        danger_false=sum(it.goal == Action.DANGER and not it.is_right for it in answers),
    )


def _rounded(share: Share) -> float:
    return round(share.value, 4)
