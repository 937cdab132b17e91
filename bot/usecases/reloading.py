"""What is saved in the knowledge folder answers: files, then names of places, then search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.domain.problems import Problem
from bot.domain.training import Example
from bot.usecases.ports import KnowledgeFolder, NamedPlaces, PhraseIndex

TERRITORIES, SPELLINGS = "territories.yml", "spellings.yml"
"""The lists by which phrases are read: they are read again when one changes."""


@dataclass(frozen=True, slots=True)
class Reload:
    """The files that changed, and what is now wrong that was not before."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass
class Reloading:
    """Looks at the folder; while it reads, messages are answered from what was read before."""

    knowledge: KnowledgeFolder
    places: NamedPlaces
    indexes: Sequence[PhraseIndex]
    phrases: Callable[[], Sequence[Example]]
    forget_readings: Callable[[], None]
    _known: frozenset[Problem] = field(init=False)

    def __post_init__(self) -> None:
        """What is wrong at the start is told by the check, not here."""
        self._known = frozenset(self.knowledge.problems())

    def look(self) -> Reload | None:
        """Read what changed since the last look; none when nothing did."""
        files = tuple(self.knowledge.refresh())
        if not files:
            return None
        knowledge = self.knowledge.current()
        if TERRITORIES in files:
            self.places.learn(knowledge.territories)
        if {TERRITORIES, SPELLINGS} & set(files):
            self.forget_readings()
        examples = self.phrases()
        for index in self.indexes:
            index.update(knowledge, examples)
        problems = frozenset(self.knowledge.problems())
        new, self._known = problems - self._known, problems
        return Reload(files, tuple(sorted(new)))
