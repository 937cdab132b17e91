"""Shares counted on a few hundred questions, and how far they can be trusted."""

import math
from collections.abc import Collection
from dataclasses import dataclass

Z = 1.96
"""The quantile of the normal law that leaves 95 % around the centre."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many hits among `n`."""

    hits: int
    n: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 when there was nothing to count."""
        return self.hits / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share stands, 95 times in 100 (Wilson, 1927); (0, 0) of nothing."""
        if not self.n:
            return (0.0, 0.0)
        spread = Z * Z / self.n
        centre = (self.value + spread / 2) / (1 + spread)
        variance = self.value * (1 - self.value) / self.n + spread / (4 * self.n)
        half = Z * math.sqrt(variance) / (1 + spread)
        return (max(0.0, centre - half), min(1.0, centre + half))


def share_of(answers: Collection[bool]) -> Share:
    """The share of those that are true."""
    return Share(sum(answers), len(answers))
