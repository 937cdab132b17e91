"""The program under test."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.bootstrap import Workshop
from bot.settings import ROOT, Settings, read_settings
from scripts.bench.telegram.api import SECRET, TOKEN
from scripts.bench.telegram.processes import (
    PATIENCE,
    command_of,
    free_port,
    killed,
    started,
    tree,
)
from scripts.bench.telegram.wire import Door

OFF = {f"TELEGRAM_{name}": 0 for name in ("PER_SECOND", "PER_CHAT", "PER_GROUP", "FLOOD")}
"""No limit on what is sent nor on what is read."""

KEYWORDS_ALONE = {"NLU_PYTHON": "/absent", "ENCODER": "none"}
"""Neither Rasa nor encoder: ready within seconds."""


@dataclass
class Program:
    """`python -m bot run`, in a folder of its own, without our settings."""

    folder: Path
    settings: Mapping[str, object]
    is_hooked: bool = True
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """All that it wrote, whenever it was started."""
        return self.folder / "log.txt"

    @property
    def hook(self) -> str:
        """Where its webhook is."""
        return f"http://127.0.0.1:{self.port}/telegram"

    def start(self) -> None:
        """Start it, or start it again."""
        command = (sys.executable, "-m", "bot", "run")
        self.process = started(command, self.folder, self.environment())

    def environment(self) -> dict[str, str]:
        """That of the bench without our settings, and those that are given."""
        ours = {name.upper() for name in Settings.model_fields}
        kept = {name: value for name, value in os.environ.items() if name.upper() not in ours}
        models = shelf_copied_to(self.folder / "models")
        given = {"PORT": self.port, "TELEGRAM_BOT_TOKEN": TOKEN, "PYTHONPATH": ROOT}
        places = {"DATA_DIR": self.folder / "data", "MODELS_DIR": models, "SECRET_KEY": SECRET}
        hook = {"TELEGRAM_WEBHOOK_URL": self.hook, "TELEGRAM_WEBHOOK_SECRET": SECRET}
        all_given = {**given, **places, **(hook if self.is_hooked else {}), **self.settings}
        return {**kept, **{name: str(value) for name, value in all_given.items()}}

    async def ready(self, *, model: bool) -> None:
        """Wait until it answers, by its model if it is wanted, and trains nothing.

        Raises:
            TimeoutError: it is not ready in time.
            RuntimeError: it has ended.
        """
        async with asyncio.timeout(PATIENCE):
            while not await self._is_ready(model=model):  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.02)

    async def _is_ready(self, *, model: bool) -> bool:
        if self.process.poll() is not None:
            last = self.log.read_text("utf-8", "replace")[-1_000:]
            raise RuntimeError(f"ended with {self.process.returncode}: {last}")
        state = await health(self.port)
        if not state.get("ready") or (model and not state.get("model")):
            return False
        return not model or not any(b"train.py" in command_of(it) for it in tree(self.process.pid))

    def kill(self) -> None:
        """End it and its children without a word."""
        killed(self.process)


def read_meanings() -> None:
    """Make the vectors of every text that is known, if some are missing.

    A program that makes them while it is measured has less of the processor for the rest.
    """
    workshop = Workshop(read_settings())
    if workshop.meaning:
        workshop.meaning.update(workshop.knowledge.current(), workshop.training.compiled())


def shelf_copied_to(folder: Path) -> Path:
    """The models, apart: nobody else's training changes what is measured."""
    if not folder.exists():
        left = shutil.ignore_patterns("bench", ".*")
        shutil.copytree(ROOT / "nlu" / "models", folder, ignore=left)
    return folder


async def health(port: int) -> dict[str, bool]:
    """What the program says of itself; nothing while it is away."""
    door = Door(f"http://127.0.0.1:{port}/sante")
    try:
        async with asyncio.timeout(5):
            return dict(json.loads((await door.get()).body))
    except (OSError, ValueError):
        return {}
    finally:
        door.close()
