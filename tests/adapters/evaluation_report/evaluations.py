"""An evaluation with all that a report can show, and one with next to nothing."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.evaluation.learning import LearningCurve, LearningPoint
from bot.domain.evaluation.results import Evaluation, measure
from bot.domain.evaluation.robustness import compare
from bot.domain.perturbing import Variation
from tests.adapters.shelves import a_record
from tests.domain.evaluation.answering import mixed

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
EMPTY = Evaluation(AT, "questions.jsonl", measure([]))
WHOLE = Evaluation(
    AT,
    "questions.jsonl",
    measure(mixed()),
    tuple(compare(way, mixed(), mixed()) for way in Variation),
    replace(a_record("m1"), examples=6144),
    LearningCurve((LearningPoint(1000, 0.5), LearningPoint(6144, 0.7512))),
)
