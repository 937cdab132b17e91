"""The phrases of actions: Rasa's own training format, one file per action in `nlu/data/`."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.adapters.french_errors import in_french, unreadable_in_french
from bot.adapters.strict_yaml import YamlError, parse
from bot.domain.actions import Action
from bot.domain.problems import Level, Problem
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
        content = self._parse(file, f"nlu/data/{file.name}")
        for block in content.nlu if content else ():
            for line in block.examples.splitlines():
                text = line.strip().removeprefix("-").strip()
                if text:
                    yield Example(text, block.intent)

    def _parse(self, file: Path, name: str) -> _File | None:
        try:
            document = parse(file.read_bytes())
        except YamlError as error:
            self._problems.append(Problem(name, error.line, Level.ERROR, str(error)))
            return None
        except OSError as error:
            self._problems.append(Problem(name, 0, Level.ERROR, unreadable_in_french(error)))
            return None
        try:
            return _File.model_validate(document.data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                line = document.line_of(tuple(detail["loc"]))
                self._problems.append(Problem(name, line, Level.ERROR, in_french(detail)))
            return None
