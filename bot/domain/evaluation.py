"""How well the assistant does on questions whose answer is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from bot.domain.actions import CLARIFY, Action
from bot.domain.exchange import Outcome

READ = 3
"""Choices that a person reads."""

_POLITE = frozenset(
    {
        *(Action.GREET, Action.THANK, Action.LEAVE, Action.HELP, Action.AGREE, Action.REFUSE),
        *(Action.IDENTITY, Action.TALK_TO_HUMAN, Action.COMPLAIN),
    }
)


class Labelled(BaseModel):
    """A question, the goal expected of it, and others that are accepted."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    expect: str
    also_ok: tuple[str, ...] = ()

    @property
    def accepted(self) -> frozenset[str]:
        """Every goal that is right."""
        return frozenset({self.expect, *self.also_ok})


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


def score(pairs: Sequence[tuple[Labelled, Outcome]]) -> Figures:
    """The figures of a set of questions and what was answered to each."""
    outside = [pair for pair in pairs if pair[0].expect == Action.OUT_OF_SCOPE]
    inside = [pair for pair in pairs if pair[0].expect != Action.OUT_OF_SCOPE]
    return Figures(
        n=len(pairs),
        top1=_share(pairs, _is_right),
        offered=_share(pairs, _is_offered),
        false_accept=_share(outside, _is_taken),
        false_reject=_share(inside, _is_refused),
        wrong_confident=_share(pairs, _misleads),
        danger_missed=sum(q.expect == Action.DANGER and not _is_right(q, a) for q, a in pairs),
        danger_false=sum(a.goal == Action.DANGER and not _is_right(q, a) for q, a in pairs),
    )


def _share(
    pairs: Sequence[tuple[Labelled, Outcome]], holds: Callable[[Labelled, Outcome], bool]
) -> float:
    return round(sum(holds(*pair) for pair in pairs) / max(1, len(pairs)), 4)


def _is_right(question: Labelled, answer: Outcome) -> bool:
    return answer.goal in question.accepted


def _is_offered(question: Labelled, answer: Outcome) -> bool:
    return bool(question.accepted & {answer.goal, *answer.alternatives[:READ]})


def _is_taken(question: Labelled, answer: Outcome) -> bool:
    return not _is_right(question, answer) and answer.goal not in {CLARIFY, *_POLITE}


def _is_refused(question: Labelled, answer: Outcome) -> bool:
    return answer.goal == Action.OUT_OF_SCOPE and not _is_right(question, answer)


def _misleads(question: Labelled, answer: Outcome) -> bool:
    return not _is_offered(question, answer) and answer.goal not in {CLARIFY, Action.OUT_OF_SCOPE}
