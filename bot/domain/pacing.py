"""How many messages may leave in a while, whatever second one begins to count from."""

from collections.abc import Sequence
from dataclasses import dataclass

FARTHEST = 600.0
"""Seconds ahead of which no moment is taken: one that is further was of a clock since put right."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` moments in any `seconds`."""

    count: int
    seconds: float


def first_free(taken: Sequence[float], now: float, limit: Limit) -> float:
    """The first moment from `now` on that the limit leaves free; `taken` is in ascending order."""
    known = [moment for moment in taken if moment <= now + FARTHEST]
    if len(known) < limit.count:
        return max(now, known[-1]) if known else now
    return max(now, known[-1], known[-limit.count] + limit.seconds)


def with_moment(taken: Sequence[float], moment: float, limit: Limit) -> tuple[float, ...]:
    """The moments that still count once this one is taken."""
    return (*taken, moment)[-limit.count :]
