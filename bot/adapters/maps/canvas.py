"""Lines, discs and letters on a picture, and its bytes."""

import io
import math
from collections.abc import Iterator, Sequence
from itertools import chain, product

from PIL import Image, ImageColor, ImageDraw

from bot.adapters.maps import palette
from bot.adapters.maps.boxes import Box, Point, box_around
from bot.adapters.maps.labels import LINE, ZOOM, Label
from bot.adapters.maps.letters import ABOVE, BELOW, font_of, stencil, width_of

_PAPERS = (palette.LAND, palette.OUTSIDE)
_INKS = (palette.OUTLINE, palette.QUIET, palette.INK, palette.PIN, palette.PERSON)
_STEPS = 8
"""From a colour to another: pixels on the edge of a line are between the two."""

_NEAR = 14.0
"""How far from one another colours are (in red, green and blue)."""

_HALO = 2
"""Width of what sets letters apart from lines under them, in pixels of the picture."""

_AROUND = tuple((ZOOM * x, ZOOM * y) for x in (-_HALO, _HALO) for y in (-_HALO, _HALO))


class Canvas:
    """A picture of so many pixels; everything is given in them, and drawn larger."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self._picture = Image.new("RGB", (ZOOM * width, ZOOM * height), colour)
        self._pen = ImageDraw.Draw(self._picture)

    def fill(self, points: Sequence[Point], colour: str) -> None:
        """A polygon; `points` are already `ZOOM` times larger."""
        self._pen.polygon(points, fill=colour)

    def stroke(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line without angles; `points` are already `ZOOM` times larger."""
        self._pen.line(points, colour, round(ZOOM * width))

    def polygon(self, points: Sequence[Point], colour: str) -> None:
        """A polygon."""
        self.fill([(ZOOM * x, ZOOM * y) for x, y in points], colour)

    def rectangle(self, box: Box, colour: str) -> None:
        """A box, filled."""
        left, top, right, bottom = (round(ZOOM * side) for side in box)
        self._pen.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def disc(self, middle: Point, radius: float, colour: str) -> None:
        """A disc."""
        x, y = middle
        self._pen.ellipse(box_around((ZOOM * x, ZOOM * y), ZOOM * radius), fill=colour)

    def number(self, number: int, middle: Point, size: int, colour: str) -> None:
        """A number in bold around a point."""
        font = font_of(ZOOM * size)
        left, top, right, bottom = self._pen.textbbox((0, 0), str(number), font, anchor="ls")
        x, y = ZOOM * middle[0] - (left + right) / 2, ZOOM * middle[1] - (top + bottom) / 2
        self._pen.text((x, y), str(number), colour, font, anchor="ls", stroke_width=1)

    def label(self, label: Label) -> None:
        """Lines of letters, with a halo."""
        style = label.style
        size = ZOOM * style.size
        for at, line in enumerate(label.lines):
            mask = stencil(line, size, style.spacing)
            left = ZOOM * label.middle[0] - width_of(line, size, style.spacing) / 2
            over = (LINE - ABOVE - BELOW) * size / 2
            top = ZOOM * label.box.top + over + at * LINE * size
            for x, y in _AROUND:
                self._picture.paste(style.halo, (round(left + x), round(top + y)), mask)
            self._picture.paste(style.colour, (round(left), round(top)), mask)

    def png(self) -> bytes:
        """The picture, reduced, in the colours of the palette."""
        reduced = self._picture.reduce(ZOOM)
        file = io.BytesIO()
        few = reduced.quantize(palette=_COLOURS, dither=Image.Dither.NONE)
        few.save(file, "PNG", compress_level=5)
        return file.getvalue()


def _shades() -> Iterator[tuple[int, ...]]:
    """The colours, then those between two that may touch."""
    yield from map(ImageColor.getrgb, (*_PAPERS, *_INKS))
    pairs = product(map(ImageColor.getrgb, _PAPERS), map(ImageColor.getrgb, _INKS))
    for pair, step in product(pairs, range(1, _STEPS)):
        yield tuple(
            round(one + (other - one) * step / _STEPS) for one, other in zip(*pair, strict=True)
        )


def _palette() -> Image.Image:
    """Shades that are not so near that Pillow, which is quick here, takes one for another."""
    kept: list[tuple[int, ...]] = []
    for shade in _shades():
        if all(math.dist(shade, other) > _NEAR for other in kept):
            kept.append(shade)
    picture = Image.new("P", (1, 1))
    picture.putpalette(list(chain.from_iterable(kept)))
    return picture


_COLOURS = _palette()
