"""What the team can get wrong, as a value: located, in French, with what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum


class Level(StrEnum):
    """An error hides the content; a warning does not."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in `knowledge/`, at a line (from 1) of a file; 0 when it has no line.

    `path`, for what is found between files: where the value stands in its file, key by key.
    """

    file: str
    line: int
    level: Level
    message: str
    path: tuple[str | int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        """One line, as compilers write them: editors jump to it."""
        return f"{self.file}:{self.line}: {self.level} : {self.message}"


def unknown(word: str, known: Iterable[str]) -> str:
    """« fabalb » n'existe pas : vouliez-vous dire « fablab » ?"""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.7)
    suggestion = f" : vouliez-vous dire « {near[0]} » ?" if near else ""
    return f"« {word} » n'existe pas{suggestion}"
