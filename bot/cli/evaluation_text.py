"""An evaluation as lines for the terminal: the first figures by their name, the rest in French."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from bot.domain.evaluation.confusions import Confusion
from bot.domain.evaluation.document import named
from bot.domain.evaluation.learning import LearningCurve
from bot.domain.evaluation.results import Evaluation
from bot.domain.evaluation.shares import Share

SHOWN = 10
"""Confusions on the terminal; the others are in the report."""


def told(evaluation: Evaluation) -> str:
    """The lines, without any question."""
    parts = (_figures, _intervals, _slices, _others, _robustness, _learning, _confusions)
    return "\n".join(line for part in parts for line in part(evaluation))


def _figures(evaluation: Evaluation) -> Iterator[str]:
    for name, value in asdict(evaluation.measures.figures).items():
        yield f"{name}: {value}"


def _intervals(evaluation: Evaluation) -> Iterator[str]:
    yield "\nIntervalles à 95 %"
    for name, share in named(evaluation.measures.shares):
        yield f"  {name:17} {_interval(share)} (sur {share.n})"


def _slices(evaluation: Evaluation) -> Iterator[str]:
    yield "\nPar sorte de question : top1, offered, wrong_confident"
    for it in evaluation.measures.slices:
        shares = it.shares
        offered, wrong = _percent(shares.offered.value), _percent(shares.wrong_confident.value)
        top1 = f"{_percent(shares.top1.value)} ({_interval(shares.top1)})"
        yield f"  {it.name:11} {it.n:4}  {top1:26} {offered:>8}  {wrong:>8}"


def _others(evaluation: Evaluation) -> Iterator[str]:
    measures, model = evaluation.measures, evaluation.model
    found, spent = measures.reliability, measures.latency
    yield f"\nErreur de calibration : {_percent(found.error)}, sur {found.n} réponses"
    median, p95 = _decimal(spent.median), _decimal(spent.p95)
    yield f"Temps de réponse : {median} ms (médiane), {p95} ms (95e percentile)"
    if model:
        yield (
            f"Modèle {model.name} : {model.examples} phrases, {_percent(model.right)} de bonnes"
            f" réponses sur celles mises de côté, {_percent(model.wrong)} de fausses et sûres"
        )
    if measures.degraded:
        yield f"Réponses faites sans le modèle : {measures.degraded} sur {measures.figures.n}"


def _robustness(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.robustness:
        yield "\nLes mêmes questions, écrites autrement"
    for it in evaluation.robustness:
        drop = _decimal(-100 * it.drop, "+")
        name = it.variation.replace("-", " ")
        yield (
            f"  {name:17} top1 {_percent(it.top1.value)} ({drop} ; perdues : {it.lost},"
            f" gagnées : {it.won} ; urgences manquées : {it.danger_missed})"
        )


def _learning(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.learning:
        yield from learned(evaluation.learning)


def learned(curve: LearningCurve) -> Iterator[str]:
    """The lines of a learning curve."""
    if found := curve.cross_validation:
        yield f"\nValidation croisée, modèle seul : {_percent(found.value)} ({_interval(found)})"
    for point in curve.points:
        yield f"  {point.phrases:6} phrases  {_percent(point.top1)}"


def _confusions(evaluation: Evaluation) -> Iterator[str]:
    yield from confused(evaluation.measures.confusions[:SHOWN])


def confused(confusions: Sequence[Confusion]) -> Iterator[str]:
    """The lines of confusions; none when there are none."""
    if confusions:
        yield "\nConfusions : attendu → obtenu"
    for it in confusions:
        yield f"  {it.count:3} × {it.expected} → {it.given}"


def _interval(share: Share) -> str:
    low, high = share.interval
    return f"{_decimal(100 * low)} à {_percent(high)}"


def _percent(value: float) -> str:
    return f"{_decimal(100 * value)} %"


def _decimal(value: float, sign: str = "-") -> str:
    return f"{round(value, 1) + 0.0:{sign}.1f}".replace(".", ",")
