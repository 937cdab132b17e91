"""Whoever writes too fast: answered no more for a while, and told so."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.mail import Arrival

AGAIN = 60.0
"""Seconds before the same person is told again."""


@dataclass(frozen=True, slots=True)
class Flood:
    """Notices those who write more than `limit` messages a minute; 0 is no limit.

    Who was told is known to this process alone: at worst each replica says it once. `now` gives
    seconds, of any origin.
    """

    limit: int
    now: Callable[[], float] = time.monotonic
    _told: dict[str, float] = field(default_factory=dict)

    def is_too_many(self, arrival: Arrival) -> bool:
        """Whether its sender wrote too many within the minute before."""
        return 0 < self.limit <= arrival.crowd

    def has_news_for(self, sender: str) -> bool:
        """Whether a sender is still to be told; from now on they are not, for a while."""
        now = self.now()
        while self._told and now - self._told[first := next(iter(self._told))] >= AGAIN:
            del self._told[first]
        if sender in self._told:
            return False
        self._told[sender] = now
        return True
