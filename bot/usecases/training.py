"""Training: compile the phrases, train, fit the fusion on phrases held out, put in use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.calibrating import Trial, calibrate, measure
from bot.domain.knowledge import Knowledge
from bot.domain.training import (
    Example,
    ModelRecord,
    TrainingWork,
    digest_of,
    examples_of,
    hold_out,
)
from bot.domain.understanding import Ranking, Voice
from bot.usecases.interpreting import legible
from bot.usecases.ports import (
    Clock,
    Gazetteer,
    KnowledgeStore,
    ModelShelf,
    Phrasebook,
    Ranker,
    Trainer,
)

MAX_DROP = 0.03
"""A new model may do this much worse than the one in use (noise of the held-out phrases)."""

MakeIndex = Callable[[Knowledge, Sequence[Example]], Ranker]
"""Builds a keyword ranking over cards and phrases."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a training did: `trained` and `activated` are false when there was no need."""

    record: ModelRecord
    trained: bool
    activated: bool


@dataclass(frozen=True, slots=True)
class Training:
    """Makes a model of the knowledge as it stands."""

    knowledge: KnowledgeStore
    phrases: Phrasebook
    gazetteer: Gazetteer
    trainer: Trainer
    shelf: ModelShelf
    clock: Clock
    make_index: MakeIndex
    configuration: str
    _read: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    def compiled(self) -> tuple[Example, ...]:
        """Every phrase as rankings read it, once: the first goal that claims it keeps it."""
        written = (*examples_of(self.knowledge.current().cards), *self.phrases.examples())
        read: dict[str, Example] = {}
        for example in written:
            text = self._read.get(example.text)
            if text is None:
                text = legible(self.gazetteer.read(example.text).masked)
                self._read[example.text] = text
            if text:
                read.setdefault(text, Example(text, example.goal))
        return tuple(read.values())

    def forget_places(self) -> None:
        """Read the places of every phrase again: their names have changed."""
        self._read.clear()

    def is_up_to_date(self) -> bool:
        """Whether the model in use has learned the knowledge as it stands."""
        active = self.shelf.active()
        return active is not None and active.digest == self._digest(self.compiled())

    async def train(self, *, force: bool = False) -> TrainingReport:
        """Train if there is something new to learn, and use the model if it does as well.

        A model that does worse is kept aside, and not made again until something changes.

        Raises:
            TrainingError: no model was made.
        """
        examples = self.compiled()
        digest, active = self._digest(examples), self.shelf.active()
        if active and digest in {active.digest, self.shelf.refused()} and not force:
            return TrainingReport(active, trained=False, activated=False)
        record = await self._make(examples, digest)
        activated = force or active is None or record.right >= active.right - MAX_DROP
        if activated:
            self.shelf.activate(record)
        else:
            self.shelf.refuse(record)
        return TrainingReport(record, trained=True, activated=activated)

    def _digest(self, examples: Sequence[Example]) -> str:
        return digest_of(examples, self.configuration)

    async def _make(self, examples: Sequence[Example], digest: str) -> ModelRecord:
        now = self.clock.now()
        part, held_out = hold_out(examples)
        name = f"{now:%Y%m%d-%H%M%S}-{digest[:8]}"
        work = TrainingWork(name, examples, part, held_out)
        by_model = await self.trainer.train(work)
        by_keywords = await self._keywords(part, held_out)
        trials = [
            Trial(example.goal, {Voice.MODEL: model, Voice.KEYWORDS: keywords})
            for example, model, keywords in zip(held_out, by_model, by_keywords, strict=True)
        ]
        goals = frozenset(example.goal for example in examples)
        calibration = replace(calibrate(trials), goals=goals)
        figures = measure(trials, calibration.with_model)
        return ModelRecord(
            name, digest, now, len(examples), figures.right, figures.wrong, calibration
        )

    async def _keywords(
        self, part: Sequence[Example], held_out: Sequence[Example]
    ) -> list[Ranking]:
        index = self.make_index(self.knowledge.current(), part)
        return [await index.rank(example.text) for example in held_out]
