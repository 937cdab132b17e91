"""What the phrases are like: how many, how long, and how many are nearly the same.

    python -m scripts.bench.phrases

Prints figures for all goals together, then the goals that have the fewest phrases.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from bot.bootstrap import Workshop
from bot.settings import read_settings

NEAR = 88
"""Percent of characters in common, from which two phrases of a goal say the same again."""

SHORT, LONG = 5, 18
"""Words of the longest short phrase, and of the longest that is not long."""

SHOWN = 10
"""Goals told apart."""


def near_duplicates(phrases: Sequence[str]) -> int:
    """How many of these are nearly the same as one before them."""
    near = process.cdist(phrases, phrases, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.uint8)
    return int((np.tril(near, -1) > 0).any(axis=1).sum())


def main() -> None:
    """Print the figures."""
    by_goal: dict[str, list[str]] = defaultdict(list)
    for example in Workshop(read_settings()).training.compiled():
        by_goal[str(example.goal)].append(example.text)
    lengths = np.array([len(text.split()) for texts in by_goal.values() for text in texts])
    alike = {goal: near_duplicates(texts) for goal, texts in by_goal.items()}
    total = len(lengths)
    print(f"phrases: {total}, of {len(by_goal)} goals")
    print(f"near duplicates ({NEAR} % of characters): {sum(alike.values()) / total:.2%}")
    print(f"{SHORT} words at most: {np.mean(lengths <= SHORT):.0%}")
    print(f"more than {LONG} words: {np.mean(lengths > LONG):.0%}")
    for goal in sorted(by_goal, key=lambda it: len(by_goal[it]))[:SHOWN]:
        print(f"{goal}: {len(by_goal[goal])} phrases, {alike[goal]} near duplicates")


if __name__ == "__main__":
    main()
