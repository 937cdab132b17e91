"""How many messages may leave in a while."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pacing import Limit, first_free, with_moment

LIMITS = st.builds(Limit, st.integers(1, 30), st.floats(0.5, 60))
PAUSES = st.lists(st.floats(0, 5) | st.just(0.0), min_size=1, max_size=80)
JUMPS = st.lists(st.floats(-20, 20), min_size=1, max_size=80)
EPOCH = 1.8e9
"""Seconds since 1970: as large as they are when they are read from a clock."""


def moments(limit: Limit, pauses: Sequence[float]) -> list[tuple[float, float]]:
    """When each message came, and when it left."""
    taken: tuple[float, ...] = ()
    now, told = EPOCH, []
    for pause in pauses:
        now += pause
        moment = first_free(taken, now, limit)
        taken = with_moment(taken, moment, limit)
        told.append((now, moment))
    return told


@given(LIMITS, PAUSES | JUMPS)
def test_no_while_holds_more_than_the_limit(limit: Limit, pauses: list[float]) -> None:
    left = [moment for _, moment in moments(limit, pauses)]
    for start, end in zip(left, left[limit.count :], strict=False):
        assert end >= start + limit.seconds


@given(LIMITS, PAUSES | JUMPS)
def test_messages_leave_in_order_and_never_before_they_come(
    limit: Limit, pauses: list[float]
) -> None:
    told = moments(limit, pauses)
    assert all(moment >= came for came, moment in told)
    assert [moment for _, moment in told] == sorted(moment for _, moment in told)


@given(LIMITS, PAUSES)
def test_nothing_waits_while_there_is_room(limit: Limit, pauses: list[float]) -> None:
    left: list[float] = []
    for came, moment in moments(limit, pauses):
        last = left[-limit.count] if len(left) >= limit.count else None
        if last is None or last + limit.seconds <= came:
            assert moment == came
        else:
            assert moment == last + limit.seconds
        left.append(moment)


@given(LIMITS, PAUSES)
def test_only_the_moments_that_count_are_kept(limit: Limit, pauses: list[float]) -> None:
    taken: tuple[float, ...] = ()
    for _, moment in moments(limit, pauses):
        taken = with_moment(taken, moment, limit)
        assert len(taken) <= limit.count
        assert taken[-1] == moment


def test_what_comes_after_a_pause_leaves_at_once() -> None:
    left = [moment - EPOCH for _, moment in moments(Limit(3, 60), [0, 1, 1, 1, 100])]
    assert left == [0, 1, 2, 60, 103]


@pytest.mark.parametrize(
    ("limit", "expected"), [(Limit(3, 60), [0, 10, 10, 60]), (Limit(2, 1), [0, 10, 10, 22])]
)
def test_a_clock_that_goes_back_brings_no_moment_back(limit: Limit, expected: list[float]) -> None:
    left = [moment - EPOCH for _, moment in moments(limit, [0, 10, -8, 20])]
    assert left == expected


@pytest.mark.parametrize("kept", [1, 2, 5])
def test_moments_kept_under_a_wider_limit_are_read_under_a_narrower_one(kept: int) -> None:
    taken = tuple(float(number) for number in range(kept))
    assert first_free(taken, 10.0, Limit(1, 60)) == taken[-1] + 60


def test_a_clock_put_back_by_an_hour_makes_nobody_wait_for_it() -> None:
    limit = Limit(2, 1.0)
    taken: tuple[float, ...] = (EPOCH + 3600, EPOCH + 3600.5)
    assert first_free(taken, EPOCH, limit) == EPOCH
    taken = with_moment(taken, EPOCH, limit)
    assert first_free(taken, EPOCH + 0.1, limit) <= EPOCH + 1.1
