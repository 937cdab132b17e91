"""A pace that holds nobody up."""

from dataclasses import dataclass, field

from bot.domain.pacing import Limit


@dataclass
class FakePace:
    """Lets everything leave at once, and remembers what was asked for."""

    asked: list[tuple[str, Limit]] = field(default_factory=list)

    async def reserve(self, scope: str, limit: Limit) -> float:
        self.asked.append((scope, limit))
        return 0.0
