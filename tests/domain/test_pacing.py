"""How many messages may leave in a while."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pacing import Limit, first_free, with_moment

LIMITS = st.builds(Limit, st.integers(1, 30), st.floats(0.5, 60))
PAUSES = st.lists(st.floats(0, 5), min_size=1, max_size=80)


def moments(limit: Limit, pauses: list[float]) -> list[tuple[float, float]]:
    """When each message came, and when it left."""
    taken: tuple[float, ...] = ()
    now, told = 0.0, []
    for pause in pauses:
        now += pause
        moment = first_free(taken, now, limit)
        taken = with_moment(taken, moment, limit)
        told.append((now, moment))
    return told


@given(LIMITS, PAUSES)
def test_no_while_holds_more_than_the_limit(limit: Limit, pauses: list[float]) -> None:
    left = [moment for _, moment in moments(limit, pauses)]
    for start, end in zip(left, left[limit.count :], strict=False):
        assert end - start >= limit.seconds - 1e-9


@given(LIMITS, PAUSES)
def test_messages_leave_in_order_and_never_before_they_come(
    limit: Limit, pauses: list[float]
) -> None:
    told = moments(limit, pauses)
    assert all(moment >= came for came, moment in told)
    assert [moment for _, moment in told] == sorted(moment for _, moment in told)


def test_nothing_waits_while_there_is_room() -> None:
    told = moments(Limit(3, 60), [0.0, 1.0, 1.0, 1.0])
    assert [moment for _, moment in told] == [0.0, 1.0, 2.0, 60.0]
