"""How ways to recognise a goal compare, on the phrases and the development questions.

    python -m scripts.bench.understanding         # linear models, curve, encoders: 15 minutes
    python -m scripts.bench.understanding --diet  # Rasa's own pipelines, on fewer phrases: an hour

Each learns the same phrases, as the assistant reads them, and ranks the same questions, that none
has learned. Prints a table in Markdown and writes `docs/learning-curve.svg`.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.adapters.meaning import MeaningRanker
from bot.bootstrap import Workshop
from bot.domain.evaluation import Labelled
from bot.domain.understanding import Ranking
from bot.settings import ROOT, read_settings
from bot.usecases.interpreting import legible
from bot.usecases.ports import Ranker

QUESTIONS = ROOT / "nlu" / "evaluation" / "questions.jsonl"
SCRIPTS = ROOT / "scripts" / "bench"
SHOWN = 3


def shares(asked: Sequence[Labelled], rankings: Sequence[Ranking]) -> tuple[float, float]:
    """How often the first goal is right, and one of the three first."""
    pairs = list(zip(asked, rankings, strict=True))
    first = sum(it[0].goal in question.accepted for question, it in pairs if it)
    offered = sum(
        not question.accepted.isdisjoint(it.goal for it in ranking[:SHOWN])
        for question, ranking in pairs
    )
    return first / len(pairs), offered / len(pairs)


async def alone(name: str, ranker: Ranker, asked: Sequence[Labelled], texts: Sequence[str]) -> None:
    """The line of a ranking that is not trained."""
    started = time.process_time()
    rankings = [await ranker.rank(text) for text in texts]
    spent = (time.process_time() - started) / len(texts) * 1000
    first, offered = shares(asked, rankings)
    print(f"| {name} | {first:.3f} | {offered:.3f} | – | {spent:.1f} |", flush=True)


async def untrained(workshop: Workshop, asked: Sequence[Labelled], texts: Sequence[str]) -> None:
    """The lines of the rankings that are not trained."""
    examples, knowledge = workshop.training.compiled(), workshop.knowledge.current()
    await alone("keywords", workshop.keywords, asked, texts)
    if vectors := workshop.vectors:
        name = f"meaning ({vectors.encoder.name})"
        cards = MeaningRanker.of(vectors, knowledge, ())
        await alone(f"{name}, against what cards say", cards, asked, texts)
        both = MeaningRanker.of(vectors, knowledge, examples)
        await alone(f"{name}, against that and phrases", both, asked, texts)


def main() -> None:
    """Print the table."""
    workshop = Workshop(read_settings())
    asked = [Labelled.model_validate_json(line) for line in QUESTIONS.open(encoding="utf-8")]
    speller, read = workshop.knowledge.current().speller, workshop.gazetteer.read
    texts = [legible(read(question.text).masked, speller) for question in asked]
    examples = workshop.training.compiled()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        known = [(str(it.goal), it.text) for it in examples]
        accepted = [sorted(question.accepted) for question in asked]
        told = {"examples": known, "asked": [*zip(texts, accepted, strict=True)]}
        (work / "work.json").write_text(json.dumps(told), "utf-8")
        if vectors := workshop.vectors:
            np.save(work / "examples.npy", vectors.of([it.text for it in examples]))
            np.save(work / "asked.npy", vectors.encoder.encode(texts))
        python = workshop.settings.nlu_python.absolute()
        if "--diet" in sys.argv:
            subprocess.run([python, SCRIPTS / "pipelines.py", work], check=True)
            return
        curve = ROOT / "docs" / "learning-curve.svg"
        subprocess.run([python, SCRIPTS / "compare.py", work, curve], check=True)
    asyncio.run(untrained(workshop, asked, texts))


if __name__ == "__main__":
    main()
