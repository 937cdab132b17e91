"""The things of a picture, drawn over one another."""

import math
from collections.abc import Iterable

from bot.adapters.maps import palette
from bot.adapters.maps.borders import rounded
from bot.adapters.maps.boxes import Box, Point
from bot.adapters.maps.canvas import Canvas
from bot.adapters.maps.drops import EDGE, RADIUS, RAISED, TIP, Drop
from bot.adapters.maps.labels import ZOOM
from bot.adapters.maps.outlines import Shape
from bot.adapters.maps.planning import DOT, MARK, Person, Plan
from bot.adapters.maps.scale import TICK, Scale
from bot.adapters.maps.view import HEIGHT, WIDTH

_SHOULDER = 15.0
"""Half the width of a tail where it leaves its disc."""

_THINNEST, _POINT = 3.0, 1.5
"""The same of a long tail, and at the tip."""

FAR_KM = 2500.0
"""On a wider map, départements are too small to be told apart."""

ROUNDED_KM = 250.0
"""On a wider map, angles are not seen."""

_DIGITS = (34, 30, 22, 17)
"""Sizes of numbers of one figure, of two, of three, of more."""


def painted(plan: Plan) -> bytes:
    """The picture of a plan, as PNG."""
    canvas = Canvas(WIDTH, HEIGHT, palette.OUTSIDE)
    _paint_land(canvas, plan)
    _paint_names(canvas, plan)
    _paint_tails(canvas, plan.drops)
    if plan.person:
        _paint_person(canvas, plan.person)
    _paint_discs(canvas, plan.drops)
    return canvas.png()


def _paint_land(canvas: Canvas, plan: Plan) -> None:
    is_wide, is_far = plan.view.is_wide, plan.view.width_km > FAR_KM
    regions = _traced(plan.outlines.regions, plan)
    departements = [] if is_far else _traced(plan.outlines.departements, plan)
    for line in regions or departements:
        canvas.fill(line, palette.LAND)
    for line in departements:
        canvas.stroke(line, palette.OUTLINE, 1.5 if is_wide else 5.0)
    for line in regions:
        canvas.stroke(line, palette.OUTLINE, 1.0 if is_far else 4.0)


def _traced(shapes: Iterable[Shape], plan: Plan) -> list[list[Point]]:
    """Where rings fall in the larger picture, without angles when they are seen from near."""
    rings = [ring.points for shape in shapes for ring in shape.rings]
    if plan.view.width_km > ROUNDED_KM:
        return [plan.view.trace(ring, ZOOM) for ring in rings]
    crossings = plan.outlines.crossings
    return [plan.view.trace(rounded(ring, crossings), ZOOM) for ring in rings]


def _paint_names(canvas: Canvas, plan: Plan) -> None:
    for town in plan.towns:
        canvas.disc(town, DOT + 2, palette.LAND)
        canvas.disc(town, DOT, palette.INK)
    for label in plan.labels:
        canvas.label(label)
    if plan.scale:
        _paint_scale(canvas, plan.scale)


def _paint_scale(canvas: Canvas, scale: Scale) -> None:
    (x1, y), (x2, _) = scale.start, scale.end
    for margin, colour in ((2.5, palette.LAND), (0.0, palette.INK)):
        for box in (
            Box(x1, y, x2, y + 3),
            Box(x1, y - TICK, x1 + 3, y + 3),
            Box(x2 - 3, y - TICK, x2, y + 3),
        ):
            canvas.rectangle(box.grown(margin), colour)


def _paint_person(canvas: Canvas, person: Person) -> None:
    """A ring around a dot."""
    canvas.label(person.label)
    for radius, colour in (
        (MARK, palette.LAND),
        (MARK - 2.5, palette.PERSON),
        (MARK - 6.5, palette.LAND),
        (MARK - 9, palette.PERSON),
    ):
        canvas.disc(person.point, radius, colour)


def _paint_tails(canvas: Canvas, drops: Iterable[Drop]) -> None:
    """Under everything else of markers: no number is crossed."""
    for margin, colour in ((EDGE, palette.NUMBER), (0.0, palette.PIN)):
        for drop in drops:
            canvas.polygon(_tail(drop, margin), colour)
            canvas.disc(drop.tip, TIP + margin, colour)


def _paint_discs(canvas: Canvas, drops: Iterable[Drop]) -> None:
    for drop in drops:
        canvas.disc(drop.tip, TIP, palette.PIN)
    for drop in drops:
        neck = math.dist(drop.tip, drop.head) - RADIUS - EDGE - 1
        canvas.disc(drop.head, RADIUS + EDGE, palette.NUMBER)
        canvas.polygon(_tail(drop, start=neck), palette.PIN)
        canvas.disc(drop.head, RADIUS, palette.PIN)
        size = _DIGITS[min(len(str(drop.number)), len(_DIGITS)) - 1]
        canvas.number(drop.number, drop.head, size, palette.NUMBER)


def _tail(drop: Drop, margin: float = 0.0, start: float = 0.0) -> list[Point]:
    """The tail of a drop from so far of its tip, as a polygon; a long one is thin."""
    (x1, y1), (x2, y2) = drop.tip, drop.head
    far = math.dist(drop.tip, drop.head)
    right, down = (x2 - x1) / far, (y2 - y1) / far
    shoulder = max(_THINNEST, _SHOULDER * (RAISED / far) ** 2)
    corners = []
    for along, side in ((start, 1), (start, -1), (far, -1), (far, 1)):
        half = side * (margin + _POINT + (shoulder - _POINT) * along / far)
        corners.append((x1 + along * right - half * down, y1 + along * down + half * right))
    return corners
