"""Whether a model does worse than another beyond chance, question by question."""

import math
from collections.abc import Mapping
from fractions import Fraction

RISK = 0.05
"""Chance taken of refusing a model that does just as well."""

Verdicts = Mapping[str, bool]
"""Whether each question, by its digest, was rightly answered."""


def is_worse(new: Verdicts, best: Verdicts, risk: float = RISK) -> bool:
    """Whether `new` loses more questions than it wins, beyond chance.

    McNemar's exact test (1947), one-sided, on the questions that both were asked: of those that
    one alone answers rightly, half would be either's if they did equally well.
    """
    common = new.keys() & best.keys()
    lost = sum(best[key] and not new[key] for key in common)
    won = sum(new[key] and not best[key] for key in common)
    return lost > won and chance_of(lost, lost + won) < risk


def chance_of(hits: int, tosses: int) -> float:
    """The probability that a fair coin falls `hits` times or more on one side."""
    ways = sum(math.comb(tosses, count) for count in range(hits, tosses + 1))
    return float(Fraction(ways, 1 << tosses))
