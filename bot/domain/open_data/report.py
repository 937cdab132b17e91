"""What became of each line of a file, and of each place of an export."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a line."""

    ADDED = "ajouté"
    UPDATED = "mis à jour"
    UNCHANGED = "inchangé"
    KEPT = "à revoir"
    DUPLICATE = "doublon"
    REJECTED = "rejeté"


TO_READ = frozenset({Fate.KEPT, Fate.DUPLICATE, Fate.REJECTED})
"""What somebody has to look at."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: `place` is the id it gave or met; `reason` says why, in French."""

    line: int
    fate: Fate
    name: str
    place: str = ""
    reason: str = ""

    def __str__(self) -> str:
        """One line, for whoever imports."""
        name = f" : {self.name}" if self.name else ""
        return f"ligne {self.line} : {self.fate}{name} : {self.reason}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A place that is not exported, and why."""

    place: str
    reason: str


def tally(outcomes: Iterable[Outcome]) -> dict[Fate, int]:
    """How many lines had each fate."""
    counted = Counter(outcome.fate for outcome in outcomes)
    return {fate: counted[fate] for fate in Fate}
