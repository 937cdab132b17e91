import pytest

from bot.adapters.evaluation_report import charts
from bot.domain.evaluation.confusions import Matrix
from bot.domain.evaluation.learning import LearningCurve, LearningPoint
from bot.domain.evaluation.reliability import reliability
from tests.domain.evaluation.answering import confident

FLOOR = charts.HEIGHT - charts.BOTTOM
WALL = charts.WIDTH - charts.RIGHT


def test_certainty_that_is_right_stands_at_the_top_right() -> None:
    (dot,) = charts.reliability_curve(reliability([confident(1.0, "a", "a")])).dots
    assert (dot.x, dot.y) == (WALL, charts.TOP)
    assert dot.low > dot.high == dot.y


def test_doubt_that_is_wrong_stands_at_the_bottom_left() -> None:
    (dot,) = charts.reliability_curve(reliability([confident(0.0, "a", "b")])).dots
    assert (dot.x, dot.y) == (charts.LEFT, FLOOR)


def test_a_fuller_bin_is_a_larger_dot() -> None:
    answers = [confident(0.25, "a", "a"), *([confident(0.95, "a", "a")] * 9)]
    small, large = charts.reliability_curve(reliability(answers)).dots
    assert charts.MIN_RADIUS < small.radius < large.radius == charts.MAX_RADIUS


def test_a_dot_says_what_it_is() -> None:
    (dot,) = charts.reliability_curve(reliability([confident(0.8, "a", "a")])).dots
    assert dot.told.replace("\u202f", " ") == "Confiance 80 % : 100 % de bonnes réponses sur 1"


def test_a_learning_curve_goes_from_no_phrase_to_all_of_them() -> None:
    drawn = charts.learning_curve(LearningCurve((LearningPoint(50, 0.5), LearningPoint(100, 1.0))))
    assert [dot.x for dot in drawn.dots] == [(charts.LEFT + WALL) / 2, WALL]
    assert [tick.label for tick in drawn.across] == ["0", "50", "100"]
    assert drawn.line == f"{drawn.dots[0].x:.1f},{drawn.dots[0].y:.1f} {WALL:.1f},{charts.TOP:.1f}"


def test_the_worst_confusion_is_the_darkest() -> None:
    first, second = charts.matrix_rows(Matrix(("a", "b"), ((8, 2, 0, 0), (4, 3, 0, 1))))
    assert [cell.strength for cell in first.cells] == [pytest.approx(0.8), 0.5, 0, 0]
    assert second.cells[0].strength == 1
    assert [cell.is_right for cell in second.cells] == [False, True, False, False]


def test_a_cell_says_what_was_taken_for_what() -> None:
    (row,) = charts.matrix_rows(Matrix(("fablab",), ((0, 2, 1),)))
    told = [cell.told for cell in row.cells]
    assert told[1:] == ["fablab → une question en retour : 2", "fablab → autre chose : 1"]


def test_a_long_name_is_cut_where_there_is_no_more_room() -> None:
    (row,) = charts.matrix_rows(Matrix(("partenariat-inter-associations",), ((1, 1, 0),)))
    assert row.name == "partenariat-inter-…"
    assert len(row.name) == charts.LETTERS


def test_an_empty_matrix_has_no_row() -> None:
    assert charts.matrix_rows(Matrix((), ())) == ()
