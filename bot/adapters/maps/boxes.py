"""Points and boxes of a picture, in pixels from its upper left corner."""

import math
from collections.abc import Iterable
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle along the sides of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether they share more than a side."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_free_of(self, others: Iterable["Box"]) -> bool:
        """Whether it overlaps none of them."""
        return not any(self.overlaps(other) for other in others)

    def is_within(self, other: "Box") -> bool:
        """Whether the other box holds it all."""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def grown(self, margin: float) -> "Box":
        """The same with a margin around, or within when it is negative."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def holds(self, point: Point) -> bool:
        """Whether the point is inside, or on a side."""
        x, y = point
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def distance(self, point: Point) -> float:
        """From the point to the nearest part of the box; nothing inside."""
        x, y = point
        return math.hypot(
            max(self.left - x, x - self.right, 0.0), max(self.top - y, y - self.bottom, 0.0)
        )


def box_around(point: Point, radius: float) -> Box:
    """The square that holds a disc."""
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)


def box_at(middle: Point, size: tuple[float, float]) -> Box:
    """The box of this width and height around this point."""
    (x, y), (width, height) = middle, size
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
