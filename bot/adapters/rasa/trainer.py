"""Training in a process of its own, at low priority: parsing goes on at full speed meanwhile."""

import asyncio
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import yaml

from bot.domain.training import Example, TrainingWork
from bot.domain.understanding import Candidate, Ranking
from bot.usecases.ports import TrainingError


@dataclass(frozen=True, slots=True)
class RasaTrainer:
    """Runs `nlu/train.py` with the Rasa environment's Python; models go to `models`."""

    python: Path
    script: Path
    configuration: Path
    models: Path

    async def train(self, work: TrainingWork) -> Sequence[Ranking]:
        """Train on `work.all`, and on `work.part` to rank `work.held_out`, in its order.

        Raises:
            TrainingError: no model was made; the reason in its message.
        """
        if not self.python.exists():
            raise TrainingError("the Rasa environment is missing: run `make setup`")
        self.models.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.models, prefix=".training-") as name:
            folder = Path(name)
            self._lay_out(folder, work)
            await self._run(folder)
            (folder / "model.tar.gz").replace(self.models / f"{work.name}.tar.gz")
            rankings = json.loads((folder / "rankings.json").read_text("utf-8"))
        return [tuple(Candidate(goal, score) for goal, score in ranking) for ranking in rankings]

    def _lay_out(self, folder: Path, work: TrainingWork) -> None:
        (folder / "config.yml").write_bytes(self.configuration.read_bytes())
        (folder / "all.yml").write_text(training_data(work.all), "utf-8")
        (folder / "part.yml").write_text(training_data(work.part), "utf-8")
        texts = [example.text for example in work.held_out]
        (folder / "held_out.json").write_text(json.dumps(texts), "utf-8")

    async def _run(self, folder: Path) -> None:
        process = await asyncio.create_subprocess_exec(
            *(self.python, self.script, folder),
            cwd=folder,
            env={**os.environ, "PYTHONWARNINGS": "ignore", "MPLCONFIGDIR": str(folder)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            preexec_fn=_lower_priority,
        )
        try:
            _, errors = await process.communicate()
        except asyncio.CancelledError:
            process.kill()
            await process.wait()
            raise
        if process.returncode != 0:
            last = errors.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise TrainingError(f"training ended with {process.returncode}: {' '.join(last)}")


def training_data(examples: Sequence[Example]) -> str:
    """Rasa training data, format 3.1."""
    ordered = sorted(examples, key=attrgetter("goal"))
    blocks = [
        {"intent": str(goal), "examples": "".join(f"- {example.text}\n" for example in group)}
        for goal, group in groupby(ordered, key=attrgetter("goal"))
    ]
    content = {"version": "3.1", "nlu": blocks}
    return yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _lower_priority() -> None:
    os.nice(10)
