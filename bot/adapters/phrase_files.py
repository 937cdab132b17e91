"""The phrases of actions: Rasa's own training format, one file per action in `nlu/data/`."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.adapters.typed_files import read_typed
from bot.domain.actions import Action
from bot.domain.problems import Problem
from bot.domain.training import Example


class _Intent(BaseModel):
    model_config = ConfigDict(extra="forbid")
    intent: Action
    examples: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    version: str
    nlu: tuple[_Intent, ...]


class PhraseFiles:
    """Reads the folder once; a file that cannot be read is a problem and is left out."""

    def __init__(self, folder: Path) -> None:
        self._problems: list[Problem] = []
        self._examples = tuple(
            example for file in sorted(folder.glob("*.yml")) for example in self._read(file)
        )

    def examples(self) -> tuple[Example, ...]:
        """Every phrase with its action, as written."""
        return self._examples

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(self._problems)

    def _read(self, file: Path) -> Iterator[Example]:
        content = read_typed(file, f"nlu/data/{file.name}", _File, {})
        if isinstance(content, tuple):
            self._problems.extend(content)
            return
        for block in content.nlu:
            for line in block.examples.splitlines():
                text = line.strip().removeprefix("-").strip()
                if text:
                    yield Example(text, block.intent)
