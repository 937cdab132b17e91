"""What the team can get wrong, as a value: located, in French, with what to do about it."""

from collections.abc import Collection, Iterable, Iterator
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


def unknown_in(
    field: str, used: Iterable[str], known: Collection[str]
) -> Iterator[tuple[int, str]]:
    """The position of each word of a field that names nothing, and what to say of it."""
    for position, word in enumerate(used):
        if word not in known:
            yield position, f"`{field}` : {unknown(word, known)}"


def unknown(word: str, known: Iterable[str]) -> str:
    """« fabalb » n'existe pas : vouliez-vous dire « fablab » ?"""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.7)
    suggestion = f" : vouliez-vous dire « {near[0]} » ?" if near else ""
    return f"« {word} » n'existe pas{suggestion}"
