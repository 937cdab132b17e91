"""How many messages may leave in a while, whatever second one begins to count from."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` moments in any `seconds`."""

    count: int
    seconds: float


def first_free(taken: Sequence[float], now: float, limit: Limit) -> float:
    """The first moment from `now` on that the limit leaves free; `taken` is in ascending order."""
    if len(taken) < limit.count:
        return max(now, taken[-1]) if taken else now
    return max(now, taken[-1], taken[-limit.count] + limit.seconds)


def with_moment(taken: Sequence[float], moment: float, limit: Limit) -> tuple[float, ...]:
    """The moments that still count once this one is taken."""
    return (*taken, moment)[-limit.count :]
