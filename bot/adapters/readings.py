"""Phrases as rankings read them, remembered on disk: 40,000 take half a minute to read."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

_FILE = TypeAdapter(dict[str, dict[str, str]])


class RememberedReadings:
    """Reads phrases once; what was read in another `state()` of the knowledge is read again."""

    def __init__(self, read: Callable[[str], str], file: Path, state: Callable[[], str]) -> None:
        self._read = read
        self._file = file
        self._state = state
        self._known: dict[str, str] | None = None

    def legible(self, texts: Sequence[str]) -> list[str]:
        """The texts as rankings read them, in their order."""
        if self._known is None:
            self._known = self._load()
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for text in new:
            self._known[text] = self._read(text)
        if new:
            self._save({text: self._known[text] for text in texts})
        return [self._known[text] for text in texts]

    def forget(self) -> None:
        """Read every text again: names of places, or spellings, have changed."""
        self._known = None

    def _load(self) -> dict[str, str]:
        try:
            return _FILE.validate_json(self._file.read_bytes()).get(self._state(), {})
        except (OSError, ValidationError):
            return {}

    def _save(self, known: dict[str, str]) -> None:
        """Keep what was read; a folder that cannot be written costs only time."""
        content = json.dumps({self._state(): known}, ensure_ascii=False)
        fresh = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        try:
            fresh.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(content, "utf-8")
            fresh.replace(self._file)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)


def digest_of_files(files: Sequence[Path]) -> str:
    """What changes when one of these files does."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
