"""Names that are nearly the same, by rapidfuzz."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

ALIKE = 86
"""Least ratio (100: the same) of two names of one place: a plural, a letter or an accent apart."""


def closest_name(name: str, among: Sequence[str]) -> int | None:
    """Which of the names is nearest to one, if any is nearly the same."""
    found = process.extractOne(name, among, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[2] if found else None
