"""An evaluation as programs read it: what `nlu evaluate --json` prints and a report keeps.

The first keys are those of `Figures`, flat; shares come with their 95 % interval.
"""

from collections.abc import Iterable
from dataclasses import asdict, fields

from bot.domain.evaluation.confusions import Confusion, Matrix
from bot.domain.evaluation.figures import Shares
from bot.domain.evaluation.learning import LearningCurve
from bot.domain.evaluation.reliability import Reliability
from bot.domain.evaluation.results import Evaluation, held_out
from bot.domain.evaluation.robustness import Robustness
from bot.domain.evaluation.shares import Share
from bot.domain.evaluation.slices import Slice
from bot.domain.training import ModelRecord

Document = dict[str, object]


def document(evaluation: Evaluation) -> Document:
    """The whole evaluation, in plain types that JSON can hold."""
    measures = evaluation.measures
    return {
        **asdict(measures.figures),
        "intervals": {name: _interval(share) for name, share in named(measures.shares)},
        "ece": _rounded(measures.reliability.error),
        "p50_ms": round(measures.latency.median, 2),
        "p95_ms": round(measures.latency.p95, 2),
        "degraded": measures.degraded,
        "slices": [_slice(it) for it in measures.slices],
        "reliability": _reliability(measures.reliability),
        "confusions": [_confusion(it) for it in measures.confusions],
        "matrix": _matrix(measures.matrix),
        "robustness": [_robustness(it) for it in evaluation.robustness],
        "model": _model(evaluation.model),
        "learning_curve": _learning(evaluation.learning),
        "cross_validation": _cross_validation(evaluation.learning),
        "at": evaluation.at.isoformat(timespec="seconds"),
        "source": evaluation.source,
    }


def named(shares: Shares) -> Iterable[tuple[str, Share]]:
    """Each share with its name."""
    return [(it.name, getattr(shares, it.name)) for it in fields(shares)]


def _slice(found: Slice) -> Document:
    shares = dict(named(found.shares))
    return {
        "name": found.name,
        "n": found.n,
        **{name: _rounded(share.value) for name, share in shares.items() if share.n},
        "intervals": {name: _interval(share) for name, share in shares.items() if share.n},
    }


def _reliability(found: Reliability) -> Document:
    bins = [
        {
            "from": it.low,
            "to": it.high,
            "n": it.right.n,
            "confidence": _rounded(it.confidence),
            "right": _rounded(it.right.value),
            "interval": _interval(it.right),
        }
        for it in found.bins
    ]
    return {"n": found.n, "bins": bins}


def _confusion(found: Confusion) -> Document:
    return {
        "expect": found.expected,
        "goal": found.given,
        "count": found.count,
        "examples": list(found.examples),
    }


def _matrix(found: Matrix) -> Document:
    return {"goals": list(found.goals), "rows": [list(row) for row in found.rows]}


def _robustness(found: Robustness) -> Document:
    return {
        "variation": found.variation,
        "changed": found.changed,
        "top1": _rounded(found.top1.value),
        "interval": _interval(found.top1),
        "drop": _rounded(found.drop),
        "lost": found.lost,
        "won": found.won,
        "danger_missed": found.danger_missed,
    }


def _model(record: ModelRecord | None) -> Document | None:
    if record is None:
        return None
    held = held_out(record)
    return {
        "name": record.name,
        "trained_at": record.trained_at.isoformat(timespec="seconds"),
        "examples": record.examples,
        "right": _rounded(record.right),
        "wrong": _rounded(record.wrong),
        "held_out": held.n or None,
        "interval": _interval(held) if held.n else None,
    }


def _learning(curve: LearningCurve | None) -> list[Document] | None:
    return [asdict(point) for point in curve.points] if curve else None


def _cross_validation(curve: LearningCurve | None) -> Document | None:
    found = curve.cross_validation if curve else None
    if found is None:
        return None
    return {"right": _rounded(found.value), "n": found.n, "interval": _interval(found)}


def _interval(share: Share) -> list[float]:
    return [_rounded(bound) for bound in share.interval]


def _rounded(value: float) -> float:
    return round(value, 4)
