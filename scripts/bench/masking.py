"""What masking places brings to the model: the same phrases, trained and read with and without.

    python -m scripts.bench.masking        # two trainings: about five minutes

The development questions are read as they are, then only those that name a place.
"""

import asyncio
import json
import secrets
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bot.adapters.gazetteer import FrenchGazetteer, load_reference
from bot.bootstrap import Workshop
from bot.domain.evaluation import Figures, Labelled
from bot.domain.territory import Territory, TerritoryReading
from bot.settings import ROOT, read_settings
from bot.usecases.evaluating import evaluate

QUESTIONS = ROOT / "nlu" / "evaluation" / "questions.jsonl"
LIMIT = 120
"""Seconds to wait for the model."""

_SHOWN = ("top1", "offered", "false_accept", "wrong_confident")


@dataclass(frozen=True)
class Unmasked:
    """A gazetteer that leaves names as they are written, for the model to read."""

    gazetteer: FrenchGazetteer

    def read(
        self, text: str, *, near: Territory | None = None, is_answer: bool = False
    ) -> TerritoryReading:
        """The places, in a message that keeps their names."""
        return replace(self.gazetteer.read(text, near=near, is_answer=is_answer), masked=text)

    def __getattr__(self, name: str) -> object:
        return getattr(self.gazetteer, name)


async def measure(workshop: Workshop, sets: list[list[Labelled]]) -> list[Figures]:
    """Train, then the figures on each set of questions."""
    await workshop.training.train()
    database = workshop.passing_database()
    async with workshop.model():
        await asyncio.wait_for(workshop.ranker.ready(), LIMIT)
        assistant = workshop.assistant(database, secrets.token_bytes())
        figures = [await evaluate(assistant, questions) for questions in sets]
    database.close()
    return figures


def main() -> None:
    """Print the figures with and without the mask."""
    questions = [Labelled.model_validate_json(line) for line in QUESTIONS.open(encoding="utf-8")]
    base = Workshop(read_settings())
    gazetteer = FrenchGazetteer(load_reference(), base.knowledge.current().territories)
    placed = [it for it in questions if gazetteer.read(it.text).masked != it.text]
    for label, used in (("masked", gazetteer), ("as written", Unmasked(gazetteer))):
        with tempfile.TemporaryDirectory() as models:
            settings = base.settings.model_copy(update={"models_dir": Path(models)})
            workshop = Workshop(settings)
            workshop.__dict__["gazetteer"] = used
            figures = asyncio.run(measure(workshop, [questions, placed]))
        for name, count, found in zip(
            ("all", "with a place"), (len(questions), len(placed)), figures, strict=True
        ):
            shown = {key: value for key, value in asdict(found).items() if key in _SHOWN}
            print(f"{label:12}{name:14}{count:4} questions  {json.dumps(shown)}", flush=True)


if __name__ == "__main__":
    main()
