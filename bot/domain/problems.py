"""What the team can get wrong, as a value: located, in French, with what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """An error hides the content; a warning does not."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in `knowledge/`, at a line (from 1) of a file; 0 when it has no line."""

    file: str
    line: int
    level: Level
    message: str

    def __str__(self) -> str:
        """One line, as compilers write them: editors jump to it."""
        return f"{self.file}:{self.line}: {self.level} : {self.message}"
