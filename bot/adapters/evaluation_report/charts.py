"""Where things stand in the pictures of a report: numbers for SVG, in pixels of its `viewBox`."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.adapters.evaluation_report.french import number, percent
from bot.domain.evaluation.confusions import Matrix
from bot.domain.evaluation.learning import LearningCurve
from bot.domain.evaluation.reliability import Reliability

WIDTH, HEIGHT = 340, 260
"""A picture as wide as a small telephone: letters keep their size there."""

LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 40

MIN_RADIUS, MAX_RADIUS = 2.5, 8.0

CELL, NAMES = 18, 120
"""Sides of a cell of the matrix, width of the names beside it."""

HEAD = 22
"""Height of the numbers above the matrix."""

LETTERS = 19
"""Letters of a name that fit in `NAMES`."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a curve, from where to where it may be, and its sentence."""

    x: float
    y: float
    radius: float
    low: float
    high: float
    told: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis: its place, and what is written there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """Dots joined by a line, between two axes; `ideal` is another line, dashed."""

    dots: tuple[Dot, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    ideal: bool = False

    @property
    def line(self) -> str:
        """The `points` of a polyline."""
        return " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in self.dots)


@dataclass(frozen=True, slots=True)
class Cell:
    """A count of the matrix: `strength` between 0 and 1 is how dark it is."""

    x: int
    count: int
    strength: float
    is_right: bool
    told: str


@dataclass(frozen=True, slots=True)
class Row:
    """A goal of the matrix, shortened, and its cells."""

    y: int
    rank: int
    name: str
    cells: tuple[Cell, ...]


def reliability_curve(found: Reliability) -> Curve:
    """Confidence across, truth up; a dot is as large as its bin is full."""
    most = max((it.right.n for it in found.bins), default=1)
    dots = []
    for it in found.bins:
        low, high = it.right.interval
        told = (
            f"Confiance {percent(it.confidence)} : {percent(it.right.value)} de bonnes réponses"
            f" sur {it.right.n}"
        )
        radius = MIN_RADIUS + (MAX_RADIUS - MIN_RADIUS) * (it.right.n / most) ** 0.5
        dots.append(Dot(_x(it.confidence), _y(it.right.value), radius, _y(low), _y(high), told))
    across = tuple(Tick(_x(step / 4), percent(step / 4)) for step in range(5))
    return Curve(tuple(dots), across, _shares_up(), ideal=True)


def learning_curve(curve: LearningCurve) -> Curve:
    """Phrases across, from none; right answers up."""
    most = max(1, *(point.phrases for point in curve.points))
    dots = []
    for point in curve.points:
        told = f"{number(point.phrases)} phrases : {percent(point.top1, 1)} de bonnes réponses"
        x, y = _x(point.phrases / most), _y(point.top1)
        dots.append(Dot(x, y, 4, y, y, told))
    across = (Tick(_x(0), "0"), *(Tick(_x(it / 2), number(most * it / 2)) for it in (1, 2)))
    return Curve(tuple(dots), across, _shares_up())


def matrix_rows(found: Matrix) -> tuple[Row, ...]:
    """The rows of the matrix; the darkest cell is the worst confusion."""
    worst = max((it for at, row in enumerate(found.rows) for it in _wrong(row, at)), default=1)
    return tuple(
        Row(
            y=HEAD + CELL * at,
            rank=at + 1,
            name=_short(goal),
            cells=tuple(_cell(found, at, to, worst) for to in range(len(found.rows[at]))),
        )
        for at, goal in enumerate(found.goals)
    )


def _wrong(row: Sequence[int], own: int) -> list[int]:
    return [count for to, count in enumerate(row) if to != own]


def _cell(found: Matrix, at: int, to: int, worst: int) -> Cell:
    names = (*found.goals, "une question en retour", "autre chose")
    count = found.rows[at][to]
    strength = count / max(1, worst if at != to else sum(found.rows[at]))
    told = f"{found.goals[at]} → {names[to]} : {count}"
    return Cell(NAMES + CELL * to, count, min(1.0, strength), at == to, told)


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"


def _shares_up() -> tuple[Tick, ...]:
    return tuple(Tick(_y(step / 4), percent(step / 4)) for step in range(5))


def _x(value: float) -> float:
    return round(LEFT + value * (WIDTH - LEFT - RIGHT), 1)


def _y(value: float) -> float:
    return round(HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM), 1)
