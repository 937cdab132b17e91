"""What a training needs, each piece a fake that the test may change."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.knowledge import Knowledge
from bot.domain.training import Example
from bot.domain.understanding import Voice
from bot.usecases.training import Training
from tests.fakes import (
    FakeClock,
    FakeKnowledge,
    FakePhrasebook,
    FakeRanker,
    FakeReadings,
    FakeShelf,
    FakeTrainer,
    FakeVocabulary,
)
from tests.usecases.sample import FIGEAC, KNOWLEDGE, RODEZ


@dataclass
class Workshop:
    """Trains on the small knowledge; keeps the phrases that keyword indexes were made of."""

    clock: FakeClock
    knowledge: FakeKnowledge = field(default_factory=lambda: FakeKnowledge(KNOWLEDGE))
    phrases: FakePhrasebook = field(default_factory=FakePhrasebook)
    trainer: FakeTrainer = field(default_factory=FakeTrainer)
    shelf: FakeShelf = field(default_factory=FakeShelf)
    configuration: str = "a pipeline"
    indexed: list[Sequence[Example]] = field(default_factory=list)
    meant: dict[str, str] = field(default_factory=dict)
    vocabularies: list[FakeVocabulary] = field(default_factory=list)

    @property
    def training(self) -> Training:
        """A training with the pieces as they are now."""
        return Training(
            knowledge=self.knowledge,
            phrases=self.phrases,
            readings=FakeReadings((FIGEAC, RODEZ)),
            trainer=self.trainer,
            shelf=self.shelf,
            clock=self.clock,
            make_indexes={Voice.KEYWORDS: self._make_index},
            make_vocabulary=self._make_vocabulary,
            configuration=self.configuration,
        )

    def _make_vocabulary(self, _: Knowledge, learned: Sequence[Example]) -> FakeVocabulary:
        self.vocabularies.append(FakeVocabulary(learned, self.meant))
        return self.vocabularies[-1]

    def _make_index(self, knowledge: Knowledge, examples: Sequence[Example]) -> FakeRanker:
        assert knowledge is self.knowledge.held
        self.indexed.append(examples)
        return FakeRanker()
