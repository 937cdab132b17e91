"""How ways to recognise a goal compare, on the phrases and the development questions.

    python -m scripts.bench.understanding         # linear models, curve, meaning: half an hour
    python -m scripts.bench.understanding --diet  # Rasa's own pipelines, on fewer phrases: hours

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

from bot.adapters.meaning import MeaningRanker, RememberedVectors
from bot.bootstrap import Workshop
from bot.domain.evaluation import Labelled
from bot.domain.training import Example
from bot.domain.understanding import Ranking
from bot.settings import ROOT, read_settings

QUESTIONS = ROOT / "nlu" / "evaluation" / "questions.jsonl"
SCRIPT = ROOT / "scripts" / "bench" / "compare.py"
SHOWN = 3


def shares(asked: Sequence[Labelled], rankings: Sequence[Ranking]) -> tuple[float, float]:
    """How often the first goal is right, and one of the three first."""
    pairs = list(zip(asked, rankings, strict=True))
    first = sum(ranking[0].goal in question.accepted for question, ranking in pairs)
    offered = sum(
        not question.accepted.isdisjoint(it.goal for it in ranking[:SHOWN])
        for question, ranking in pairs
    )
    return first / len(pairs), offered / len(pairs)


async def meaning(
    workshop: Workshop, vectors: RememberedVectors, asked: Sequence[Labelled], texts: Sequence[str]
) -> None:
    """The line of the ranking by meaning, which learns nothing."""
    examples: tuple[Example, ...] = workshop.training.compiled()
    ranker = MeaningRanker.of(vectors, workshop.knowledge.current(), examples)
    started = time.process_time()
    rankings = [await ranker.rank(text) for text in texts]
    spent = (time.process_time() - started) / len(texts) * 1000
    first, offered = shares(asked, rankings)
    name = f"meaning alone ({vectors.encoder.name})"
    print(f"| {name} | {first:.3f} | {offered:.3f} | – | {spent:.1f} |")


def main() -> None:
    """Print the table."""
    workshop = Workshop(read_settings())
    asked = [Labelled.model_validate_json(line) for line in QUESTIONS.open(encoding="utf-8")]
    texts = workshop.readings.legible([question.text for question in asked])
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "work.json"
        examples = [(str(it.goal), it.text) for it in workshop.training.compiled()]
        accepted = [sorted(question.accepted) for question in asked]
        questions = [*zip(texts, accepted, strict=True)]
        work.write_text(json.dumps({"examples": examples, "asked": questions}), "utf-8")
        python = workshop.settings.nlu_python.absolute()
        command = [python, SCRIPT, work, ROOT / "docs" / "learning-curve.svg", *sys.argv[1:]]
        subprocess.run(command, check=True)
    if workshop.vectors:
        asyncio.run(meaning(workshop, workshop.vectors, asked, texts))


if __name__ == "__main__":
    main()
