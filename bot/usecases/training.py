"""Training: compile the phrases, train, fit the fusion on phrases held out, put in use."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.calibrating import Trial, calibrate, measure, outcomes
from bot.domain.gate import is_worse
from bot.domain.knowledge import Knowledge
from bot.domain.training import (
    Example,
    ModelRecord,
    TrainingWork,
    digest_of,
    examples_of,
    hold_out,
    name_of,
)
from bot.domain.understanding import Voice
from bot.usecases.ports import Clock, KnowledgeStore, Ranker, Repairer
from bot.usecases.training_ports import ModelShelf, Phrasebook, Readings, Trainer

MakeIndex = Callable[[Knowledge, Sequence[Example]], Ranker]
"""Builds a ranking over cards and phrases."""

MakeVocabulary = Callable[[Knowledge, Sequence[Example]], Repairer]
"""Learns the words of cards and phrases."""


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
    readings: Readings
    trainer: Trainer
    shelf: ModelShelf
    clock: Clock
    make_indexes: Mapping[Voice, MakeIndex]
    make_vocabulary: MakeVocabulary
    configuration: str

    def compiled(self) -> tuple[Example, ...]:
        """Every phrase as rankings read it, once: the first goal that claims it keeps it."""
        written = (*examples_of(self.knowledge.current().cards), *self.phrases.examples())
        texts = self.readings.legible([example.text for example in written])
        read: dict[str, Example] = {}
        for example, text in zip(written, texts, strict=True):
            if text:
                read.setdefault(text, Example(text, example.goal))
        return tuple(read.values())

    def is_up_to_date(self) -> bool:
        """Whether the model in use has learned the knowledge as it stands."""
        active = self.shelf.active()
        return active is not None and active.digest == self._digest(self.compiled())

    async def train(self, *, force: bool = False) -> TrainingReport:
        """Train if there is something new to learn, and use the model if it does as well.

        It is compared with the best ever in use, so that a slow decline is refused too.
        A model that does worse is kept aside, and not made again until something changes.

        Raises:
            TrainingError: no model was made.
        """
        examples = self.compiled()
        digest, active = self._digest(examples), self.shelf.active()
        if active and digest in {active.digest, self.shelf.refused()} and not force:
            return TrainingReport(active, trained=False, activated=False)
        record = await self._make(examples, digest)
        best = self.shelf.best()
        activated = force or best is None or not is_worse(record.verdicts, best.verdicts)
        if activated:
            self.shelf.activate(record)
        else:
            self.shelf.refuse(record)
        return TrainingReport(record, trained=True, activated=activated)

    def roll_back(self) -> ModelRecord | None:
        """Use the model made before the one in use, as it was weighed; none when there is none.

        The present phrases are not learned again: it would bring back what was left.
        """
        previous, active = self.shelf.previous(), self.shelf.active()
        if previous and active:
            self.shelf.activate(previous)
            self.shelf.refuse(active)
        return previous

    async def _try(self, work: TrainingWork) -> list[Trial]:
        """What each voice ranks for the phrases held out, when it knows only the part."""
        told = {Voice.MODEL: await self.trainer.train(work)}
        for voice, make_index in self.make_indexes.items():
            index = await asyncio.to_thread(make_index, self.knowledge.current(), work.part)
            told[voice] = [await index.rank(example.text) for example in work.held_out]
        return [
            Trial(example.goal, {voice: ranked[number] for voice, ranked in told.items()})
            for number, example in enumerate(work.held_out)
        ]

    def _digest(self, examples: Sequence[Example]) -> str:
        return digest_of(examples, self.configuration)

    async def _make(self, examples: Sequence[Example], digest: str) -> ModelRecord:
        now = self.clock.now()
        part, held_out = hold_out(examples)
        name = f"{now:%Y%m%d-%H%M%S}-{digest[:8]}"
        vocabulary = self.make_vocabulary(self.knowledge.current(), part)
        asked = tuple(replace(it, text=vocabulary.repaired(it.text)) for it in held_out)
        work = TrainingWork(name, examples, part, asked)
        trials = await self._try(work)
        goals = frozenset(example.goal for example in examples)
        calibration = replace(await asyncio.to_thread(calibrate, trials), goals=goals)
        fusion = calibration.fusion(tuple(Voice))
        figures = measure(trials, fusion)
        verdicts = {
            name_of(example.text): right
            for example, right in zip(held_out, outcomes(trials, fusion), strict=True)
        }
        return ModelRecord(
            *(name, digest, now, len(examples)),
            *(figures.right, figures.wrong, calibration, verdicts),
        )
