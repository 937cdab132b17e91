"""What evaluating needs from outside."""

from typing import Protocol

from bot.domain.evaluation.learning import LearningCurve


class ReportError(Exception):
    """A report that could not be written, said in French to whoever asked for it."""


class LearningCurves(Protocol):
    """How well models of a part of the phrases did."""

    def curve(self) -> LearningCurve | None:
        """The last curve that was measured, if one was."""


class Timer(Protocol):
    """A clock that never goes back."""

    def __call__(self) -> float:
        """Seconds since some moment, always the same."""
