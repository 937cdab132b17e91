"""Models on disk: `<name>.tar.gz` beside `<name>.json`, and `active.json` naming one in use."""

import os
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.domain.training import ModelRecord
from bot.domain.understanding import Calibration

KEPT = 3
"""Models kept beside the one in use, to go back to."""

_RECORD = TypeAdapter(ModelRecord)
_POINTER = TypeAdapter(dict[str, str])


class ModelFolder:
    """The shelf of models; every read sees what another process activated."""

    def __init__(self, folder: Path) -> None:
        # Absolute: other processes, which start elsewhere, are given these paths.
        self._folder = folder.absolute()
        self._seen: tuple[tuple[int, int], ModelRecord] | None = None

    def path_of(self, name: str) -> Path:
        """Where the model of that name stands."""
        return self._folder / f"{name}.tar.gz"

    def active(self) -> ModelRecord | None:
        """The record of the model in use, if its model is there."""
        pointer = self._folder / "active.json"
        try:
            # Two activations may share an instant, not a file: each write makes a new one.
            status = pointer.stat()
            stamp = (status.st_mtime_ns, status.st_ino)
            if self._seen is None or self._seen[0] != stamp:
                self._seen = (stamp, self._read(_POINTER.validate_json(pointer.read_bytes())))
        except (OSError, ValidationError):
            return None
        record = self._seen[1]
        return record if self.path_of(record.name).exists() else None

    def active_path(self) -> Path | None:
        """Where the model in use stands."""
        record = self.active()
        return self.path_of(record.name) if record else None

    def calibration(self) -> Calibration:
        """How rankings are weighed for the model in use; first figures without one."""
        record = self.active()
        return record.calibration if record else Calibration()

    def best(self) -> ModelRecord | None:
        """The record of the model in use that did best so far, even if it is gone."""
        try:
            return _RECORD.validate_json((self._folder / "best.json").read_bytes())
        except (OSError, ValidationError):
            return self.active()

    def previous(self) -> ModelRecord | None:
        """The record of the model made before the one in use, if it is still there."""
        active = self.active()
        older = [name for name in self._names() if active and name < active.name]
        return self._read({"name": older[-1]}) if older else None

    def _names(self) -> list[str]:
        """The models that are there with their record, oldest first."""
        models = (file.name.removesuffix(".tar.gz") for file in self._folder.glob("[!.]*.tar.gz"))
        return sorted(name for name in models if (self._folder / f"{name}.json").exists())

    def activate(self, record: ModelRecord) -> None:
        """Keep the record and put its model in use; older models are thinned out."""
        best = self.best()
        if best is None or record.right >= best.right:
            self._write("best.json", _RECORD.dump_json(record, indent=1))
        self._write(f"{record.name}.json", _RECORD.dump_json(record, indent=1))
        self._write("active.json", _POINTER.dump_json({"name": record.name}))
        others = set(self._folder.glob("*.tar.gz")) - {self.path_of(record.name)}
        for old in sorted(others)[:-KEPT]:
            old.unlink(missing_ok=True)
            old.with_name(old.name.replace(".tar.gz", ".json")).unlink(missing_ok=True)

    def refused(self) -> str | None:
        """The digest of the last model kept aside."""
        try:
            return _POINTER.validate_json((self._folder / "refused.json").read_bytes())["digest"]
        except (OSError, ValidationError, KeyError):
            return None

    def refuse(self, record: ModelRecord) -> None:
        """Remember a model kept aside, so that it is not made again for nothing."""
        self._write(f"{record.name}.json", _RECORD.dump_json(record, indent=1))
        self._write("refused.json", _POINTER.dump_json({"digest": record.digest}))

    def _read(self, pointer: dict[str, str]) -> ModelRecord:
        name = pointer.get("name", "")
        return _RECORD.validate_json((self._folder / f"{name}.json").read_bytes())

    def _write(self, name: str, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = self._folder / f".{name}.{os.getpid()}"
        fresh.write_bytes(content)
        fresh.replace(self._folder / name)
