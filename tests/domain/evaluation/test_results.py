from datetime import UTC, datetime

from bot.domain.evaluation import Figures, score
from bot.domain.evaluation.results import Evaluation, Latency, latency, measure, unquoted
from tests.domain.evaluation.answering import mixed


def test_half_the_answers_take_less_than_the_median_and_few_more_than_the_last_percentile() -> None:
    found = latency([it / 1000 for it in range(100)])
    assert (found.median, found.p95) == (50, 95)


def test_one_duration_is_both_figures_and_none_is_nothing() -> None:
    assert latency([0.012]) == Latency(12, 12)
    assert latency([]) == Latency(0, 0)


def test_everything_is_measured_on_the_same_answers() -> None:
    found = measure(mixed())
    assert found.figures == score(mixed())
    assert found.shares.top1.n == found.figures.n == 7
    assert sum(it.n for it in found.slices) == 14
    assert (found.confusions[0].expected, found.degraded) == ("urgence", 0)


def test_without_questions_there_are_figures_and_no_error() -> None:
    found = measure([])
    assert found.figures == Figures(0, 0, 0, 0, 0, 0, 0, 0)
    assert (found.slices, found.confusions, found.reliability.error) == ((), (), 0)


def test_an_evaluation_may_be_told_without_its_questions() -> None:
    at = datetime(2026, 11, 25, tzinfo=UTC)
    told = unquoted(Evaluation(at, "questions.jsonl", measure(mixed())))
    assert told.measures.confusions
    assert not any(it.examples for it in told.measures.confusions)
