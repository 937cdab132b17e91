"""The whole knowledge checked: what could not be read, then what does not hold together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.checks import find_problems
from bot.domain.problems import Level, Problem
from bot.domain.territory_checks import find_territory_problems
from bot.usecases.ports import Clock, Gazetteer, KnowledgeStore, Phrasebook


@dataclass(frozen=True, slots=True)
class Checking:
    """Finds every problem of the knowledge folder and of the phrases."""

    knowledge: KnowledgeStore
    phrases: Phrasebook
    gazetteer: Gazetteer
    clock: Clock

    def problems(self) -> tuple[Problem, ...]:
        """Every problem, by file and line."""
        today: date = self.clock.now().date()
        unread: Sequence[Problem] = (*self.knowledge.problems(), *self.phrases.problems())
        knowledge = self.knowledge.current()
        found = find_problems(knowledge, self.phrases.examples(), today)
        places = find_territory_problems(knowledge.territories, self.gazetteer.find)
        return tuple(sorted((*unread, *found, *places)))


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether any of them hides content."""
    return any(problem.level is Level.ERROR for problem in problems)
