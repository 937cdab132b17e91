"""French letters, with a font that has no accents: marks are drawn over its letters.

The font that comes with Pillow spares a file of ours, but it is cut down to ASCII and some
punctuation. The marks that names of places bear are drawn here, and « œ » is an o and an e tied
together.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from bot.adapters.maps.boxes import Point

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

ABOVE, BELOW = 0.95, 0.27
"""Height over the line that letters stand on, and depth under it, in sizes of letters."""

_GAP = 0.06
"""Between a letter and the mark over it, in sizes."""

_DOTLESS = 0.55
"""What is higher than this of an « i » is its dot, in sizes."""

_TIE = 0.16
"""How far the e of « œ » goes into its o, in sizes."""

_INSTEAD = str.maketrans(
    {"'": "’", "\N{NO-BREAK SPACE}": " ", "œ": "o\0e", "Œ": "O\0E", "æ": "a\0e", "Æ": "A\0E"}
)

_CEDILLA = "\N{COMBINING CEDILLA}"

_HOOK = (
    (-0.03, 0.02), (0.05, 0.02), (0.03, -0.05), (0.09, -0.07), (0.11, -0.13), (0.07, -0.19),
    (-0.02, -0.21), (-0.11, -0.19), (-0.1, -0.14), (-0.02, -0.155), (0.03, -0.13), (0.01, -0.1),
    (-0.05, -0.1),
)  # fmt: skip

_SHAPES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "\N{COMBINING ACUTE ACCENT}": (((-0.06, 0), (0.01, 0), (0.13, 0.15), (0.025, 0.15)),),
    "\N{COMBINING GRAVE ACCENT}": (((0.06, 0), (-0.01, 0), (-0.13, 0.15), (-0.025, 0.15)),),
    "\N{COMBINING CIRCUMFLEX ACCENT}": (
        ((-0.17, 0), (-0.05, 0.15), (0.05, 0.15), (0.17, 0), (0.085, 0), (0, 0.095), (-0.085, 0)),
    ),
    "\N{COMBINING DIAERESIS}": (
        ((-0.15, 0.02), (-0.05, 0.02), (-0.05, 0.12), (-0.15, 0.12)),
        ((0.05, 0.02), (0.15, 0.02), (0.15, 0.12), (0.05, 0.12)),
    ),
    _CEDILLA: (_HOOK,),
}
"""Polygons of each mark in sizes of letters: right from the middle of the letter, up from it."""

MARKS = frozenset(_SHAPES)
"""The marks that can be drawn, as combining characters."""


class _Letter(NamedTuple):
    """A character of the font, the marks that it bears, and where it starts."""

    base: str
    marks: str
    x: float


@lru_cache(maxsize=32)
def font_of(size: int) -> Font:
    """The font with letters of that size, in pixels."""
    return ImageFont.load_default(size)


def width_of(text: str, size: int, spacing: float = 0.0) -> float:
    """How wide a text is, in pixels; `spacing` stands between letters, in sizes."""
    return _laid(text, size, spacing)[1]


def stencil(text: str, size: int, spacing: float = 0.0) -> Image.Image:
    """The text as a mask, `ABOVE` and `BELOW` its line, as wide as `width_of` says."""
    letters, width = _laid(text, size, spacing)
    line = round(ABOVE * size)
    mask = Image.new("L", (round(width) + 2, line + round(BELOW * size)), 0)
    pen = ImageDraw.Draw(mask)
    for letter in letters:
        pen.text((letter.x, line), letter.base, 255, font_of(size), anchor="ls")
        if letter.marks:
            _mark(pen, letter, line, size)
    return mask


@lru_cache(maxsize=512)
def _laid(text: str, size: int, spacing: float) -> tuple[tuple[_Letter, ...], float]:
    """The letters one after the other, and the width of all."""
    font, letters, x = font_of(size), list[_Letter](), 0.0
    for base, marks in _parts(text):
        if base == "\0":
            x -= (_TIE + spacing) * size
            continue
        letters.append(_Letter(base, marks, x))
        x += font.getlength(base) + spacing * size
    return tuple(letters), max(0.0, x - spacing * size)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each character without its marks, then its marks."""
    plain = unicodedata.normalize("NFD", text.translate(_INSTEAD))
    for found in re.finditer(r"(.)([\u0300-\u036f]*)", plain, re.DOTALL):
        yield found[1], found[2]


def _mark(pen: ImageDraw.ImageDraw, letter: _Letter, line: float, size: int) -> None:
    left, top, right, _ = font_of(size).getbbox(letter.base, anchor="ls")
    middle, over = letter.x + (left + right) / 2, line + top
    if letter.base == "i":
        over = line - _DOTLESS * size
        pen.rectangle((letter.x, 0, letter.x + right, over), fill=0)
    for mark in letter.marks:
        start = line if mark == _CEDILLA else over - _GAP * size
        for shape in _SHAPES.get(mark, ()):
            pen.polygon([(middle + x * size, start - y * size) for x, y in shape], fill=255)
