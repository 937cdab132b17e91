"""Rasa answering by itself, over its REST channel: the same pipeline, the same phrases.

Every intent has one rule and one response, which is the least that a bot of Rasa does.
"""

import asyncio
import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.adapters.rasa.trainer import training_data
from bot.bootstrap import Workshop
from bot.domain.training import Example
from bot.settings import ROOT, read_settings
from scripts.bench.telegram.processes import started
from scripts.bench.telegram.wire import Door

PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
CACHE = ROOT / "nlu" / "models" / "bench"
NOTHING = b"[]"


def model_in(cache: Path) -> Path:
    """The model of the phrases as they stand; trained, two to four minutes, if it is not there.

    Raises:
        subprocess.CalledProcessError: no model was made.
    """
    examples = Workshop(read_settings()).training.compiled()
    files = files_of(examples)
    digest = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    model = cache.absolute() / f"rest-{digest}.tar.gz"
    if not model.exists():
        cache.mkdir(parents=True, exist_ok=True)
        print(f"Rasa learns {len(examples)} phrases", flush=True)
        _train(files, model)
    return model


def files_of(examples: Iterable[Example]) -> dict[str, str]:
    """What a bot of Rasa is made of: a configuration, a domain, phrases and rules."""
    goals = sorted({str(example.goal) for example in examples})
    configuration = yaml.safe_load((ROOT / "config.yml").read_text("utf-8"))
    responses = {f"utter_{goal}": [{"text": f"Voici : {goal}"}] for goal in goals}
    rules = [
        {"rule": goal, "steps": [{"intent": goal}, {"action": f"utter_{goal}"}]} for goal in goals
    ]
    written = {
        "config.yml": {**configuration, "policies": [{"name": "RulePolicy"}]},
        "domain.yml": {"version": "3.1", "intents": goals, "responses": responses},
        "data/rules.yml": {"version": "3.1", "rules": rules},
    }
    texts = {name: yaml.safe_dump(it, allow_unicode=True) for name, it in written.items()}
    return {**texts, "data/nlu.json": training_data(list(examples))}


def _train(files: dict[str, str], model: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").mkdir()
        for file, text in files.items():
            (folder / file).write_text(text, "utf-8")
        command = (PYTHON, "-m", "rasa", "train", "--quiet", "--out", model.parent)
        named = ("--fixed-model-name", model.name.removesuffix(".tar.gz"))
        subprocess.run((*command, *named), cwd=folder, env=_environment(), check=True)


def served(model: Path, folder: Path, port: int) -> subprocess.Popen[bytes]:
    """Rasa, about to answer over REST."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "credentials.yml").write_text("rest:\n", "utf-8")
    (folder / "endpoints.yml").write_text("", "utf-8")
    command = (PYTHON, "-m", "rasa", "run", "--quiet", "--model", model)
    where = ("--interface", "127.0.0.1", "--port", port)
    told = ("--credentials", "credentials.yml", "--endpoints", "endpoints.yml")
    return started((*command, *where, *told), folder, _environment())


def _environment() -> dict[str, str]:
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    return {
        **os.environ,
        **quiet,
        "PYTHONPATH": str(ROOT),  # where `nlu.components` is
        "PYTHONWARNINGS": "ignore",
        "RASA_MAX_CACHE_SIZE": "0",
    }


@dataclass(frozen=True)
class Rest:
    """Rasa behind its REST channel: its answer comes with the response."""

    door: Door

    async def ask(self, chat: int, text: str) -> None:
        """Post the message, which is answered at once.

        Raises:
            RuntimeError: it answers nothing.
        """
        body = json.dumps({"sender": str(chat), "message": text}).encode()
        answer = await self.door.post(body)
        if answer.status != 200 or answer.body == NOTHING:  # noqa: PLR2004
            raise RuntimeError(f"Rasa answered {answer.status} {answer.body[:200]!r}")

    async def ready(self) -> None:
        """Wait until it answers."""
        while not await self._answers():  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.1)

    async def _answers(self) -> bool:
        try:
            await self.ask(0, "bonjour")
        except (OSError, RuntimeError):
            return False
        return True
