"""How long something takes."""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def microseconds(do: Callable[[Thing], object], things: Sequence[Thing]) -> float:
    """Microseconds for each, the best of three rounds."""
    rounds = []
    for _ in range(3):
        start = time.perf_counter()
        for thing in things:
            do(thing)
        rounds.append((time.perf_counter() - start) / len(things))
    return min(rounds) * 1e6
