"""Figures of many moments, and lines of tables in Markdown."""

import math
from collections import Counter, deque
from collections.abc import Iterable, Sequence


def quantile(values: Iterable[float], share: float) -> float:
    """The smallest value that this share of them does not exceed; not a number without any."""
    ordered = sorted(values)
    if not ordered:
        return math.nan
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def per_second(moments: Sequence[float], start: float, seconds: int) -> list[int]:
    """How many in each second from the start on."""
    counts = Counter(math.floor(moment - start) for moment in moments)
    return [counts[second] for second in range(seconds)]


def sliding(moments: Iterable[float], window: float = 1.0) -> list[int]:
    """For each moment, how many in the window that it ends, itself among them."""
    inside: deque[float] = deque()
    counts = []
    for moment in sorted(moments):
        inside.append(moment)
        while inside[0] <= moment - window:
            inside.popleft()
        counts.append(len(inside))
    return counts


def head(*names: str) -> None:
    """The head of a table."""
    line(*names)
    print("|" + "---|" * len(names), flush=True)


def line(*cells: object) -> None:
    """A line of a table; a dash for what was not measured."""
    print(f"| {' | '.join(map(_shown, cells))} |", flush=True)


def _shown(cell: object) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return "–"
    if isinstance(cell, float):
        return f"{cell:.2f}" if abs(cell) < 10 else f"{cell:.0f}"  # noqa: PLR2004
    return str(cell)
