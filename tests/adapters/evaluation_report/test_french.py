import pytest
from markupsafe import Markup

from bot.adapters.evaluation_report.french import interval, number, percent, points, typeset
from bot.domain.evaluation.shares import Share


@pytest.mark.parametrize(
    ("value", "digits", "told"),
    [(0.832, 0, "83 %"), (0.832, 1, "83,2 %"), (1.0, 0, "100 %"), (0.0, 1, "0,0 %")],
)
def test_a_share_is_a_percentage(value: float, digits: int, told: str) -> None:
    assert percent(value, digits).replace("\u202f", " ") == told


@pytest.mark.parametrize(
    ("value", "told"), [(0.0123, "+1,2"), (-0.0123, "−1,2"), (0.0, "0"), (-0.0001, "0")]
)
def test_a_difference_has_its_sign_unless_it_is_nothing(value: float, told: str) -> None:
    assert points(value) == told


def test_thousands_are_spaced() -> None:
    assert number(6144).replace("\u202f", " ") == "6 144"
    assert number(12.34, 1) == "12,3"


def test_an_interval_names_its_unit_once() -> None:
    assert interval(Share(415, 499)).replace("\u202f", " ") == "80 à 86 %"


def test_a_mark_keeps_to_its_word() -> None:
    assert typeset(Markup("« ça » : 12 ms !")) == "«\u00a0ça\u00a0»\u00a0: 12\u00a0ms\u00a0!"
