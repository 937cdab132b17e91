"""The scale of a map: a line as long as a round number of kilometres."""

from dataclasses import dataclass

from bot.adapters.maps.boxes import Box, Point
from bot.adapters.maps.labels import SCALE, Label, size_of
from bot.adapters.maps.view import HEIGHT, View

LONGEST = 170.0
"""Of the line, in pixels."""

ROUND_KM = (2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)

FARTHEST_KM = 5000.0
"""A wider map has no scale: it would not be the same at its top and at its bottom."""

START = (20.0, HEIGHT - 16.0)
"""Where the line starts."""

TICK = 8.0
"""Height of its ends."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of the line, and what is written after it."""

    start: Point
    end: Point
    label: Label

    @property
    def box(self) -> Box:
        """What the line covers."""
        return Box(self.start[0], self.start[1] - TICK, self.end[0], self.end[1] + 2)


def scale_of(view: View) -> Scale | None:
    """The longest round scale that is not too long."""
    if view.width_km > FARTHEST_KM:
        return None
    km = next(it for it in ROUND_KM if it * view.px_a_km <= LONGEST)
    end = (START[0] + km * view.px_a_km, START[1])
    text = f"{km:,} km".replace(",", "\N{NO-BREAK SPACE}")
    wide, high = size_of((text,), SCALE)
    return Scale(START, end, Label((text,), SCALE, (end[0] + 8 + wide / 2, end[1] - high / 2 + 6)))
