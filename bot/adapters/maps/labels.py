"""What is written on a map, and where there is room for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.adapters.maps import palette
from bot.adapters.maps.boxes import Box, Point, box_at
from bot.adapters.maps.letters import width_of
from bot.adapters.maps.view import PICTURE

MARGIN = 6.0
"""Between what is written and the sides of the picture."""

LINE = 1.08
"""From a line to the next, in sizes of letters."""

ZOOM = 2
"""Pictures are drawn that many times larger, then reduced: their lines come out smooth."""


_WRITTEN = PICTURE.grown(-MARGIN)


@dataclass(frozen=True, slots=True)
class Style:
    """How a label is written: size in pixels, colour, space between letters in sizes."""

    size: int
    colour: str
    spacing: float = 0.0
    halo: str = palette.LAND


AREA = Style(20, palette.QUIET, spacing=0.09)
TOWN = Style(24, palette.INK)
PERSON = Style(28, palette.PERSON)
SCALE = Style(22, palette.INK)
CREDIT = Style(17, palette.QUIET)


@dataclass(frozen=True)
class Label:
    """Lines written around a point."""

    lines: tuple[str, ...]
    style: Style
    middle: Point

    @cached_property
    def box(self) -> Box:
        """What they cover."""
        return box_at(self.middle, size_of(self.lines, self.style))


def size_of(lines: Sequence[str], style: Style) -> tuple[float, float]:
    """The width and the height of lines, in pixels."""
    wide = max(width_of(line, ZOOM * style.size, style.spacing) for line in lines)
    return wide / ZOOM, LINE * style.size * len(lines)


def beside(text: str, style: Style, point: Point, gap: float) -> Iterable[Label]:
    """A label on the right of a point, on its left, under it, over it, then in the corners."""
    wide, high = size_of((text,), style)
    across, down = wide / 2 + gap, high / 2 + gap
    sides = ((across, 0), (-across, 0), (0, down), (0, -down))
    corners = tuple((x * across * 0.9, y * down * 0.9) for x in (1, -1) for y in (1, -1))
    for x, y in (*sides, *corners):
        yield Label((text,), style, (point[0] + x, point[1] + y))


def is_free(box: Box, taken: Iterable[Box]) -> bool:
    """Whether a label with this box stands in the picture, over nothing."""
    return box.is_within(_WRITTEN) and box.is_free_of(taken)
