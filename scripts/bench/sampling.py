"""A part of the phrases, drawn once."""

import random
from collections import defaultdict

Examples = list
"""Pairs: a goal, a phrase."""


def part(examples: Examples, share: float, seed: int = 1) -> Examples:
    """That share of the phrases of each goal; two at least."""
    by_goal = defaultdict(list)
    for goal, text in examples:
        by_goal[goal].append((goal, text))
    dice = random.Random(seed)
    return [
        it
        for held in by_goal.values()
        for it in dice.sample(held, max(2, round(len(held) * share)))
    ]


def some_of(examples: Examples, count: int) -> Examples:
    """About `count` phrases a goal."""
    return part(examples, count * len({goal for goal, _ in examples}) / len(examples))
