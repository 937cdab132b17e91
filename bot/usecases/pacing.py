"""Limits that hold even while what replicas share is away."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.pacing import Limit, first_free, with_moment
from bot.usecases.mail_ports import Pace
from bot.usecases.ports import UnavailableError


@dataclass(frozen=True, slots=True)
class OwnPace:
    """Limits kept by this process alone; `now` gives seconds, of any origin."""

    now: Callable[[], float]
    _taken: dict[str, tuple[float, ...]] = field(default_factory=dict)

    async def reserve(self, scope: str, limit: Limit) -> float:
        """Seconds to wait until the moment reserved."""
        now, taken = self.now(), self._taken.get(scope, ())
        moment = first_free(taken, now, limit)
        self._taken[scope] = with_moment(taken, moment, limit)
        return moment - now


@dataclass(frozen=True, slots=True)
class SteadyPace:
    """The limits shared by replicas, else our own."""

    shared: Pace
    own: Pace

    async def reserve(self, scope: str, limit: Limit) -> float:
        """Seconds to wait until the moment reserved."""
        try:
            return await self.shared.reserve(scope, limit)
        except UnavailableError:
            return await self.own.reserve(scope, limit)
