"""Training in a process of its own, at low priority: parsing goes on at full speed meanwhile.

Its standard input is a lifeline, as that of the server: it ends with the assistant.
"""

import asyncio
import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.rasa.environment import child_environment
from bot.domain.training import Example, TrainingWork
from bot.domain.understanding import Candidate, Ranking
from bot.usecases.training_ports import TrainingError

LEFT_BEHIND = 86_400.0
"""Seconds after which a folder of work is nobody's: a training takes minutes."""


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
        with self._folder() as folder:
            self._lay_out(folder, work.part, work.held_out)
            (folder / "all.json").write_text(training_data(work.all), "utf-8")
            await self._run_both(folder)
            rankings = _rankings_in(folder)
            (folder / "model.tar.gz").replace(self.models / f"{work.name}.tar.gz")
        return rankings

    async def try_out(
        self, learned: Sequence[Example], asked: Sequence[Example]
    ) -> Sequence[Ranking]:
        """Train on `learned` to rank `asked`, in its order; nothing is kept.

        Raises:
            TrainingError: as above.
        """
        with self._folder() as folder:
            self._lay_out(folder, learned, asked)
            await self._run(folder, "part")
            return _rankings_in(folder)

    @contextlib.contextmanager
    def _folder(self) -> Iterator[Path]:
        """A folder to work in; what goes wrong there is a `TrainingError`."""
        if not self.python.is_file():
            raise TrainingError("the Rasa environment is missing: run `make setup`")
        try:
            self.models.mkdir(parents=True, exist_ok=True)
            self._sweep()
            models = self.models.absolute()
            with tempfile.TemporaryDirectory(dir=models, prefix=".training-") as name:
                yield Path(name)
        except (OSError, ValueError) as error:
            raise TrainingError(f"training made nothing usable: {error}") from error

    def _sweep(self) -> None:
        """Remove what trainings that were killed left behind."""
        for left in self.models.glob(".training-*"):
            if left.stat().st_mtime < time.time() - LEFT_BEHIND:
                shutil.rmtree(left, ignore_errors=True)

    def _lay_out(self, folder: Path, learned: Sequence[Example], asked: Sequence[Example]) -> None:
        (folder / "config.yml").write_bytes(self.configuration.read_bytes())
        (folder / "part.json").write_text(training_data(learned), "utf-8")
        texts = [example.text for example in asked]
        (folder / "held_out.json").write_text(json.dumps(texts), "utf-8")

    async def _run_both(self, folder: Path) -> None:
        """Side by side: neither needs the other, and two cores take half the time."""
        both = [asyncio.create_task(self._run(folder, step)) for step in ("all", "part")]
        try:
            await asyncio.gather(*both)
        finally:
            for running in both:
                if not running.cancelling():  # told twice, it would leave its process behind
                    running.cancel()
            await asyncio.gather(*both, return_exceptions=True)

    async def _run(self, folder: Path, step: str) -> None:
        process = await asyncio.create_subprocess_exec(
            *(self.python.absolute(), self.script.absolute(), folder, step),
            cwd=folder,
            env=child_environment(MPLCONFIGDIR=str(folder)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            preexec_fn=_lower_priority,
        )
        try:
            errors = await _errors_of(process)
            status = await process.wait()
        finally:
            with contextlib.suppress(ProcessLookupError):  # unless it ended by itself
                process.kill()
            await process.wait()
        if status != 0:
            last = errors.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise TrainingError(f"training ended with {status}: {' '.join(last)}")


def _rankings_in(folder: Path) -> list[Ranking]:
    rankings = json.loads((folder / "rankings.json").read_text("utf-8"))
    return [tuple(Candidate(goal, score) for goal, score in ranking) for ranking in rankings]


async def _errors_of(process: asyncio.subprocess.Process) -> bytes:
    """What it wrote on its standard error, to the end; its standard input stays open."""
    return await process.stderr.read() if process.stderr else b""


def training_data(examples: Sequence[Example]) -> str:
    """Rasa training data, in its JSON format: its YAML takes minutes to read."""
    known = [{"text": example.text, "intent": str(example.goal)} for example in examples]
    return json.dumps({"rasa_nlu_data": {"common_examples": known}}, ensure_ascii=False)


def _lower_priority() -> None:
    os.nice(10)
