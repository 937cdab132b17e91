"""Limits that hold even while what replicas share is away."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.pacing import Limit, first_free
from bot.usecases.mail_ports import Pace
from bot.usecases.ports import UnavailableError


@dataclass(frozen=True, slots=True)
class _Taken:
    """The moments of a scope that still count, in order, and when none does any more."""

    moments: tuple[float, ...] = ()
    until: float = 0.0


@dataclass(frozen=True, slots=True)
class OwnPace:
    """Limits kept by this process alone; `now` gives seconds, of any origin, ever more."""

    now: Callable[[], float]
    _taken: dict[str, _Taken] = field(default_factory=dict)

    async def reserve(self, scope: str, limit: Limit) -> float:
        """Seconds to wait until the moment reserved."""
        now, taken = self.now(), self._taken.get(scope, _Taken())
        wait = first_free(taken.moments, now, limit) - now
        self.count(scope, limit, wait)
        return wait

    def count(self, scope: str, limit: Limit, wait: float) -> None:
        """A message leaves in `wait` seconds, whoever reserved its moment."""
        now = self.now()
        taken = self._taken.pop(scope, _Taken())
        moments = sorted((*taken.moments, now + wait))[-limit.count :]
        self._taken[scope] = _Taken(tuple(moments), moments[-1] + limit.seconds)
        # The last served come last, so what no longer counts is found first.
        while self._taken[first := next(iter(self._taken))].until < now:
            del self._taken[first]


@dataclass(frozen=True, slots=True)
class SteadyPace:
    """The limits shared by replicas, else our own, in which what they gave counts too."""

    shared: Pace
    own: OwnPace

    async def reserve(self, scope: str, limit: Limit) -> float:
        """Seconds to wait until the moment reserved."""
        try:
            wait = await self.shared.reserve(scope, limit)
        except UnavailableError:
            return await self.own.reserve(scope, limit)
        self.own.count(scope, limit, wait)
        return wait
