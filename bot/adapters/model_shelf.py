"""Models on disk: `<name>.tar.gz` beside `<name>.json`, and `active.json` naming one in use."""

import json
import os
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.domain.training import ModelRecord
from bot.domain.understanding import Calibration

KEPT = 3
"""Models kept beside the one in use, to go back to."""

_RECORD = TypeAdapter(ModelRecord)


class ModelFolder:
    """The shelf of models; every read sees what another process activated."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[int, ModelRecord | None] = (0, None)

    def path_of(self, name: str) -> Path:
        """Where the model of that name stands."""
        return self._folder / f"{name}.tar.gz"

    def active(self) -> ModelRecord | None:
        """The record of the model in use, if its model is there."""
        pointer = self._folder / "active.json"
        try:
            stamp = pointer.stat().st_mtime_ns
            if stamp != self._seen[0]:
                self._seen = (stamp, self._read(json.loads(pointer.read_text("utf-8"))["name"]))
        except (OSError, ValueError, KeyError):
            return None
        return self._seen[1]

    def active_path(self) -> Path | None:
        """Where the model in use stands."""
        record = self.active()
        return self.path_of(record.name) if record else None

    def calibration(self) -> Calibration:
        """How rankings are weighed for the model in use; first figures without one."""
        record = self.active()
        return record.calibration if record else Calibration()

    def activate(self, record: ModelRecord) -> None:
        """Keep the record and put its model in use; older models are thinned out."""
        self._write(f"{record.name}.json", _RECORD.dump_json(record, indent=1))
        self._write("active.json", json.dumps({"name": record.name}).encode())
        for old in sorted(self._folder.glob("*.tar.gz"))[: -KEPT - 1]:
            old.unlink(missing_ok=True)
            old.with_name(old.name.replace(".tar.gz", ".json")).unlink(missing_ok=True)

    def _read(self, name: str) -> ModelRecord | None:
        if not self.path_of(name).exists():
            return None
        try:
            return _RECORD.validate_json((self._folder / f"{name}.json").read_bytes())
        except ValidationError:
            return None

    def _write(self, name: str, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = self._folder / f".{name}.{os.getpid()}"
        fresh.write_bytes(content)
        fresh.replace(self._folder / name)
