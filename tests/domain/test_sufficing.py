"""When the model need not be seconded."""

from itertools import pairwise

import pytest

from bot.domain.sufficing import least_sure, suffices
from bot.domain.understanding import Calibration, Fusion, Ranking, Voice
from tests.fakes import ranked

FUSION = Fusion({Voice.MODEL: 1.0}, accept=0.8, lean=0.5, ask=0.2, foreign=0.05)
CALIBRATION = Calibration((FUSION,), frozenset({"a", "b", "hors-sujet"}), alone=0.9)


def _suffices(model: Ranking, *cards: str) -> bool:
    return suffices(model, FUSION, CALIBRATION, cards or ("a", "b"))


def test_a_model_that_is_sure_is_heard_alone() -> None:
    assert _suffices(ranked(a=0.9, b=0.1))


@pytest.mark.parametrize(
    "model", [(), ranked(a=0.89, b=0.11), ranked(a=0.92, hors_sujet=0.08)], ids=str
)
def test_one_that_hesitates_is_not(model: Ranking) -> None:
    assert not _suffices(model)


def test_nor_is_one_that_has_not_learned_every_card() -> None:
    assert not _suffices(ranked(a=0.99, b=0.01), "a", "b", "new")


def test_nothing_is_known_of_what_a_model_has_learned_before_one_is_made() -> None:
    assert not suffices(ranked(a=1.0), FUSION, Calibration((FUSION,)), {"a"})


def _heard(many: int, model: float, whole: float, goal: str = "a") -> list[tuple[Ranking, Ranking]]:
    told = ranked(a=model, b=1 - model)
    return [(told, ranked(**{goal: whole, "c": 1 - whole}))] * many


def test_it_is_sure_enough_from_where_all_voices_are_sure_of_the_same() -> None:
    heard = [*_heard(100, 0.95, 0.9), *_heard(100, 0.85, 0.9), *_heard(100, 0.7, 0.6)]
    assert 0.7 < least_sure(heard, FUSION) <= 0.85  # at .7 the whole hesitates


def test_another_goal_counts_against_it() -> None:
    heard = [*_heard(99, 0.95, 0.9), *_heard(99, 0.85, 0.9, goal="b")]
    assert 0.85 < least_sure(heard, FUSION) <= 0.95


def test_one_in_a_hundred_may_differ() -> None:
    differing = _heard(1, 0.96, 0.9, goal="b")
    assert least_sure([*_heard(99, 0.95, 0.9), *differing], FUSION) <= 0.95
    assert least_sure([*_heard(98, 0.95, 0.9), *differing], FUSION) > 0.95


def test_a_model_that_is_always_contradicted_is_never_heard_alone() -> None:
    assert least_sure(_heard(50, 0.999, 0.9, goal="b"), FUSION) > 1


def test_the_more_agree_the_lower_it_is() -> None:
    found = [
        least_sure([*_heard(100, 0.95, 0.9), *_heard(many, 0.7, 0.4)], FUSION)
        for many in (0, 1, 50)
    ]
    assert all(less <= more for less, more in pairwise(found))
    assert found[0] < found[-1]
