"""The whole knowledge checked: what could not be read, then what does not hold together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.around import nothing_around
from bot.domain.card import Card
from bot.domain.checks import find_problems
from bot.domain.dialogue import cards
from bot.domain.dialogue.scene import Scene
from bot.domain.problems import Level, Problem
from bot.domain.replies import Reply
from bot.domain.session import Session
from bot.domain.structure_checks import find_misplaced
from bot.domain.territory_checks import find_territory_problems
from bot.usecases.ports import Clock, Gazetteer, KnowledgeStore
from bot.usecases.training_ports import Phrasebook

MAX_MESSAGE = 4096
"""Characters of a message on Telegram, without its tags (Bot API, `sendMessage`)."""

Measure = Callable[[Reply], int]
"""How many characters a reply has where messages are the shortest."""


@dataclass(frozen=True, slots=True)
class Checking:
    """Finds every problem of the knowledge folder and of the phrases."""

    knowledge: KnowledgeStore
    phrases: Phrasebook
    gazetteer: Gazetteer
    clock: Clock
    measure: Measure

    def problems(self) -> tuple[Problem, ...]:
        """Every problem, by file and line."""
        today: date = self.clock.now().date()
        unread: Sequence[Problem] = (*self.knowledge.problems(), *self.phrases.problems())
        knowledge = self.knowledge.current()
        found = (
            *find_problems(knowledge, self.phrases.examples(), today),
            *find_misplaced(knowledge, self.gazetteer.find),
            *find_territory_problems(knowledge.territories, self.gazetteer.find),
            *self._too_long(today),
        )
        return tuple(sorted((*unread, *map(self._located, found))))

    def _located(self, problem: Problem) -> Problem:
        if problem.line or not problem.path:
            return problem
        return replace(problem, line=self.knowledge.line_of(problem.file, problem.path))

    def _too_long(self, today: date) -> Iterator[Problem]:
        """What a card says that does not hold in one message."""
        knowledge = self.knowledge.current()
        scene = Scene(knowledge, Session(), today, "", 0, nothing_around)
        for card in knowledge.published.values():
            for reply, path in _replies(scene, card):
                length = self.measure(reply)
                if length > MAX_MESSAGE:
                    message = f"{length} caractères une fois mis en page, {MAX_MESSAGE} au plus"
                    yield Problem(f"cards/{card.id}.yml", 0, Level.ERROR, message, path)


def _replies(scene: Scene, card: Card) -> Iterator[tuple[Reply, tuple[str | int, ...]]]:
    """What a card answers, with where it is written."""
    steps = [
        (cards.give_card(scene, card), ("summary",)),
        (cards.list_sources(scene, card), ("sources",)),
        *(
            (cards.give_section(scene, card, section), ("sections", position))
            for position, section in enumerate(card.sections)
        ),
    ]
    for step, path in steps:
        yield from ((reply, path) for reply in step.outcome.replies)


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether any of them hides content."""
    return any(problem.level is Level.ERROR for problem in problems)
