import pytest

from bot.domain.actions import CLARIFY, Action
from bot.domain.evaluation.reliability import reliability
from tests.domain.evaluation.answering import confident


def test_a_confidence_that_is_right_as_often_as_it_says_has_no_error() -> None:
    found = reliability([confident(0.75, "a", "a")] * 3 + [confident(0.75, "a", "b")])
    assert (found.n, found.error) == (4, 0)


def test_to_boast_and_to_doubt_are_both_errors() -> None:
    boasting = reliability([confident(0.95, "a", "b")])
    doubting = reliability([confident(0.15, "a", "a")])
    assert boasting.error == pytest.approx(0.95)
    assert doubting.error == pytest.approx(0.85)
    assert boasting.bins[0].gap > 0 > doubting.bins[0].gap


def test_the_error_weighs_each_bin_by_its_answers() -> None:
    found = reliability([confident(1.0, "a", "a")] * 3 + [confident(0.5, "a", "b")])
    assert found.error == pytest.approx(0.5 / 4)


def test_ten_bins_hold_every_confidence_even_certainty() -> None:
    found = reliability([confident(step / 10, "a", "a") for step in range(11)])
    assert [it.right.n for it in found.bins] == [1] * 9 + [2]
    assert [round(it.low, 1) for it in found.bins] == [step / 10 for step in range(10)]


def test_an_empty_bin_is_left_out() -> None:
    (bin_,) = reliability([confident(0.42, "a", "a")]).bins
    assert (bin_.low, bin_.high, bin_.confidence) == (0.4, 0.5, 0.42)


def test_a_question_back_is_as_sure_of_its_first_choice() -> None:
    found = reliability(
        [confident(0.4, "a", CLARIFY, "a", "b"), confident(0.4, "b", CLARIFY, "a", "b")]
    )
    assert found.bins[0].right.value == 0.5


def test_a_message_that_is_given_up_says_nothing_of_its_confidence() -> None:
    found = reliability([confident(0.1, "a", Action.OUT_OF_SCOPE), confident(0.1, "a", CLARIFY)])
    assert (found.bins, found.n, found.error) == ((), 0, 0)
