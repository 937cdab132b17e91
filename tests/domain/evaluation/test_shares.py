import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.evaluation.shares import Share, share_of


def test_a_share_is_what_was_hit_among_what_was_tried() -> None:
    assert share_of([True, False, True, True]) == Share(3, 4)
    assert Share(3, 4).value == 0.75


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (415, 499, 0.7964, 0.8618),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 2, 0.0945, 0.9055),
    ],
)
def test_the_interval_is_wilsons(hits: int, n: int, low: float, high: float) -> None:
    assert Share(hits, n).interval == pytest.approx((low, high), abs=2e-4)


def test_nothing_counted_is_nothing_known() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (0.0, (0.0, 0.0))


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_stays_between_nothing_and_all(
    counted: tuple[int, int],
) -> None:
    share = Share(*counted)
    low, high = share.interval
    assert 0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1
