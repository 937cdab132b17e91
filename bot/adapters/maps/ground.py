"""Which shape lies where in a picture, by cells: where their names have room."""

import math
from collections.abc import Iterable, Iterator, Sequence

from PIL import Image, ImageDraw

from bot.adapters.maps.boxes import Box, Point
from bot.adapters.maps.labels import MARGIN
from bot.adapters.maps.outlines import Shape
from bot.adapters.maps.view import HEIGHT, WIDTH, View

CELL = 4
"""Side of a cell, in pixels."""

_STEP = 3
"""Cells from a place where a name is tried to the next."""

Size = tuple[float, float]
Spots = list[tuple[int, int]]
"""Columns and rows of cells."""


class Ground:
    """Cells, each with the rank from 1 of the shape that it belongs to, unless it is taken."""

    def __init__(self, shapes: Sequence[Shape], view: View, taken: Iterable[Box]) -> None:
        self._wide, high = WIDTH // CELL, HEIGHT // CELL
        picture = Image.new("L", (self._wide, high), 0)
        pen = ImageDraw.Draw(picture)
        rings = [
            (_size(ring.corners), rank, ring)
            for rank, shape in enumerate(shapes, 1)
            for ring in shape.rings
        ]
        for _, rank, ring in sorted(rings, key=lambda it: it[0], reverse=True):
            pen.polygon(view.trace(ring.points, 1 / CELL), fill=rank)
        for box in taken:
            left, top, right, bottom = (side / CELL for side in box)
            pen.rectangle(
                (int(left), int(top), math.ceil(right) - 1, math.ceil(bottom) - 1), fill=0
            )
        cells = picture.tobytes()
        self._rows = [cells[at : at + self._wide] for at in range(0, len(cells), self._wide)]

    def spots(self, rank: int) -> Spots:
        """Cells of the shape of this rank, from its middle to its ends."""
        spans = list(self._spans(rank))
        total = sum(right - left for _, left, right in spans)
        if not total:
            return []
        x_0 = sum((right**2 - left**2) / 2 for _, left, right in spans) / total
        y_0 = sum(row * (right - left) for row, left, right in spans) / total
        found = [
            ((x - x_0) ** 2 + (row - y_0) ** 2, x, row)
            for row, left, right in spans[::_STEP]
            for x in range(left, right, _STEP)
        ]
        return [(x, row) for _, x, row in sorted(found)]

    def room(self, rank: int, size: Size, around: float, spots: Spots) -> Point | None:
        """The middle of the first spot with room for a box of this size, and for that around."""
        edge_x, edge_y = (math.ceil((side / 2 + MARGIN) / CELL) for side in size)
        across, down = (math.ceil((side / 2 + around) / CELL) for side in size)
        for x, row in spots:
            if edge_x <= x < self._wide - edge_x and edge_y <= row < len(self._rows) - edge_y:
                first, last = max(0, x - across), min(self._wide, x + across + 1)
                sought = bytes([rank]) * (last - first)
                rows = self._rows[max(0, row - down) : row + down + 1]
                if rows[0][first:last] == sought and all(it[first:last] == sought for it in rows):
                    return CELL * (x + 0.5), CELL * (row + 0.5)
        return None

    def _spans(self, rank: int) -> Iterator[tuple[int, int, int]]:
        """Each row where a shape is, from where to where."""
        sought = bytes([rank])
        for at, row in enumerate(self._rows):
            left = row.find(sought)
            if left >= 0:
                yield at, left, row.rfind(sought) + 1


def _size(corners: tuple[Point, Point]) -> float:
    (west, north), (east, south) = corners
    return (east - west) * (north - south)
