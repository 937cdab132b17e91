"""Finds the weights of voices that make the right goals likeliest (a conditional logit).

Newton's method on the log-likelihood, which has one maximum; McFadden, « Conditional Logit
Analysis of Qualitative Choice Behavior » (1974). A voice that would count against itself is left
out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.understanding import Rankings, Voice, silence, strength

CONSIDERED = 12
"""Goals of each voice, best first, that are weighed: the others are hardly ever right."""

STEPS = 8
"""Newton's steps: it has long converged."""

CAUTION = 1e-5
"""Keeps weights finite where voices are never wrong (an L2 penalty, a trial)."""

Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """What voices tell of the goals considered, the right one first."""

    rows: tuple[Row, ...]


def weigh(trials: Sequence[tuple[str, Rankings]], voices: Sequence[Voice]) -> dict[Voice, float]:
    """The weight of each voice, from messages whose right goal is known; never negative."""
    kept = list(voices)
    while kept:
        choices = [it for goal, told in trials if (it := _choice(goal, told, kept))]
        weights = _climb(choices, len(kept))
        negative = [voice for voice, weight in zip(kept, weights, strict=True) if weight <= 0]
        if not negative:
            return dict.fromkeys(voices, 0.0) | dict(zip(kept, weights, strict=True))
        kept = [voice for voice in kept if voice not in negative]
    return dict.fromkeys(voices, 1.0)


def _choice(goal: str, rankings: Rankings, voices: Sequence[Voice]) -> _Choice | None:
    heads = [rankings[voice][:CONSIDERED] for voice in voices]
    goals = dict.fromkeys((goal, *(it.goal for head in heads for it in head)))
    if len(goals) == 1:
        return None
    columns = []
    for voice in voices:
        told = {it.goal: strength(voice, it.score) for it in rankings[voice]}
        unnamed = silence(voice, rankings[voice])
        columns.append([told.get(other, unnamed) for other in goals])
    return _Choice(tuple(zip(*columns, strict=True)))


def _climb(choices: Sequence[_Choice], size: int) -> Row:
    weights = (1.0,) * size
    for _ in range(STEPS):
        slope = [-CAUTION * len(choices) * weight for weight in weights]
        bend = [
            [CAUTION * len(choices) + 1e-9 if i == j else 0.0 for j in range(size)]
            for i in range(size)
        ]
        for choice in choices:
            _lean(choice, weights, slope, bend)
        step = _solved(bend, slope)
        weights = tuple(w + max(-20.0, min(20.0, s)) for w, s in zip(weights, step, strict=True))
    return weights


def _lean(choice: _Choice, weights: Row, slope: list[float], bend: list[list[float]]) -> None:
    """Add what a choice tells of the slope of the likelihood, and of its bend."""
    totals = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in choice.rows]
    top = max(totals)
    powers = [math.exp(total - top) for total in totals]
    whole = sum(powers)
    size = range(len(weights))
    shares = [power / whole for power in powers]
    mean = [sum(p * row[i] for p, row in zip(shares, choice.rows, strict=True)) for i in size]
    for i in size:
        slope[i] += choice.rows[0][i] - mean[i]
        for j in size:
            products = (p * row[i] * row[j] for p, row in zip(shares, choice.rows, strict=True))
            bend[i][j] += sum(products) - mean[i] * mean[j]


def _solved(matrix: list[list[float]], right: Sequence[float]) -> list[float]:
    """The solution of a small positive definite system (Gauss)."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(size):
        for j in range(i + 1, size):
            share = rows[j][i] / rows[i][i]
            rows[j] = [a - share * b for a, b in zip(rows[j], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - known) / rows[i][i]
    return found
