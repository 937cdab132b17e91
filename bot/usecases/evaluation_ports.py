"""What evaluating needs from outside."""

from typing import Protocol

from bot.domain.evaluation.learning import LearningCurve


class ReportError(Exception):
    """A report that could not be written, said in French to whoever asked for it."""


class LearningCurves(Protocol):
    """How well models of a part of the phrases did, kept."""

    def curve(self) -> LearningCurve | None:
        """The last curve that was measured, if one was."""

    def keep(self, curve: LearningCurve) -> None:
        """Replace the last curve."""


class Timer(Protocol):
    """A clock that never goes back."""

    def __call__(self) -> float:
        """Seconds since some moment, always the same."""
