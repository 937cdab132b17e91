"""A question whose answer is known, and what was answered to it."""

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
class Answered:
    """A question, what was answered to it, and in how many seconds."""

    question: Labelled
    outcome: Outcome
    seconds: float = 0.0

    @property
    def goal(self) -> str:
        """What was answered."""
        return self.outcome.goal

    @property
    def is_right(self) -> bool:
        """Whether the first answer is one of those that are accepted."""
        return self.goal in self.question.accepted

    @property
    def is_offered(self) -> bool:
        """Whether it is, or stands among the choices that are read."""
        read = self.outcome.alternatives[:READ]
        return self.is_right or not self.question.accepted.isdisjoint(read)

    @property
    def is_foreign(self) -> bool:
        """Whether the question is out of scope."""
        return self.question.expect == Action.OUT_OF_SCOPE

    @property
    def is_taken(self) -> bool:
        """Whether a card or an action was answered wrongly, if the question is out of scope."""
        return not self.is_right and self.goal not in {CLARIFY, *_POLITE}

    @property
    def is_refused(self) -> bool:
        """Whether it was wrongly said to be out of scope."""
        return self.goal == Action.OUT_OF_SCOPE and not self.is_right

    @property
    def misleads(self) -> bool:
        """Whether something neither right nor offered was answered."""
        return not self.is_offered and self.goal not in {CLARIFY, Action.OUT_OF_SCOPE}

    @property
    def misses_danger(self) -> bool:
        """Whether a danger was met with something else."""
        return self.question.expect == Action.DANGER and not self.is_right

    @property
    def put_forward(self) -> str | None:
        """The goal that the confidence is about: the one answered, or the first choice.

        None when the message was said to be out of scope: the confidence is then that of a
        candidate which is not told.
        """
        if self.goal == CLARIFY:
            return next(iter(self.outcome.alternatives), None)
        return None if self.goal == Action.OUT_OF_SCOPE else self.goal
