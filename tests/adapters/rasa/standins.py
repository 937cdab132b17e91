"""A Rasa environment that starts at once: the real scripts of `nlu/` run, Rasa does not."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.rasa.server import Pace, RasaServer
from tests.adapters.rasa.waiting import is_alive, until

ROOT = Path(__file__).resolve().parents[3]
SERVE = ROOT / "nlu" / "serve.py"
TRAIN = ROOT / "nlu" / "train.py"
QUICK = Pace(back_off=(0.1, 0.2, 0.3), start=20.0, silence=20.0, stop=5.0, poll=0.02, watch=0.02)


@dataclass(frozen=True)
class Start:
    """A server that started, as it says."""

    pid: int
    arguments: list[str]
    folder: str

    @property
    def is_alive(self) -> bool:
        return is_alive(self.pid)


@dataclass(frozen=True)
class Standin:
    """Stands for `nlu/.venv`; what it does next depends on its mood (see `standin/rasa`)."""

    folder: Path

    def python(self, mood: str = "well") -> Path:
        """The Python of the environment."""
        script = self.folder / f"python-{mood}"
        package = Path(__file__).parent / "standin"
        script.write_text(
            "#!/bin/sh\n"
            f"export PYTHONPATH='{package}' PYTHONDONTWRITEBYTECODE=1"
            f" STANDIN_FOLDER='{self.folder}' STANDIN_MOOD={mood}\n"
            f"exec '{sys.executable}' \"$@\"\n",
            "utf-8",
        )
        script.chmod(0o755)
        return script

    def server(
        self,
        mood: str = "well",
        pace: Pace = QUICK,
        model: Callable[[], Path | None] = lambda: None,
    ) -> RasaServer:
        return RasaServer(self.python(mood), SERVE, model, pace)

    def starts(self) -> list[Start]:
        """Every server that started, in order."""
        files = sorted(self.folder.glob("*.json"))
        return [Start(**json.loads(file.read_bytes())) for file in files]

    async def until_started(self, count: int) -> Start:
        await until(lambda: len(self.starts()) >= count)
        return self.starts()[count - 1]

    async def until_training(self) -> int:
        """The process that trains."""
        file = self.folder / "started"
        await until(file.exists)
        return int(file.read_text("utf-8"))

    def end(self) -> list[int]:
        """Kill what is left, so that a test that fails leaves nothing; returns what was."""
        left = [start.pid for start in self.starts() if start.is_alive]
        for pid in left:
            os.kill(pid, 9)
        return left
