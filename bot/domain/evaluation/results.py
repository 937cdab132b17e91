"""Everything that an evaluation finds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.evaluation.answers import Answered
from bot.domain.evaluation.confusions import Confusion, Matrix, confusions, matrix
from bot.domain.evaluation.figures import Figures, Shares, count, score
from bot.domain.evaluation.learning import LearningCurve
from bot.domain.evaluation.reliability import Reliability, reliability
from bot.domain.evaluation.robustness import Robustness
from bot.domain.evaluation.shares import Share, share_of
from bot.domain.evaluation.slices import Slice, slices
from bot.domain.training import ModelRecord


@dataclass(frozen=True, slots=True)
class Latency:
    """How long an answer takes, in milliseconds: one in two, nineteen in twenty, at most."""

    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class Measures:
    """What answers tell. `degraded`: how many were made without the model."""

    figures: Figures
    shares: Shares
    slices: tuple[Slice, ...]
    reliability: Reliability
    confusions: tuple[Confusion, ...]
    matrix: Matrix
    latency: Latency
    degraded: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The measures of the assistant at a time, on the questions of a file, with a model."""

    at: datetime
    source: str
    measures: Measures
    robustness: tuple[Robustness, ...] = ()
    model: ModelRecord | None = None
    learning: LearningCurve | None = None


def measure(answers: Sequence[Answered]) -> Measures:
    """Everything that answers tell."""
    return Measures(
        figures=score(answers),
        shares=count(answers),
        slices=slices(answers),
        reliability=reliability(answers),
        confusions=confusions(answers),
        matrix=matrix(answers),
        latency=latency([it.seconds for it in answers]),
        degraded=sum(it.outcome.degraded for it in answers),
    )


def unquoted(evaluation: Evaluation) -> Evaluation:
    """The same without any question: those that measure must not be read by who writes phrases."""
    told = tuple(replace(it, examples=()) for it in evaluation.measures.confusions)
    return replace(evaluation, measures=replace(evaluation.measures, confusions=told))


def held_out(record: ModelRecord) -> Share:
    """What the model was right about, of the phrases held out; of none if that was not kept."""
    return share_of(record.verdicts.values())


def latency(seconds: Sequence[float]) -> Latency:
    """The percentiles of durations; 0 of none."""
    spent = sorted(seconds)
    return Latency(median=_percentile(spent, 0.5), p95=_percentile(spent, 0.95))


def _percentile(spent: Sequence[float], rank: float) -> float:
    return 1000 * spent[min(len(spent) - 1, int(rank * len(spent)))] if spent else 0.0
