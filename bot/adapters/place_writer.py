"""The folder of places, written one YAML file at a time, each at once or not at all."""

import os
from pathlib import Path

import yaml

from bot.adapters.french_errors import unreadable_in_french
from bot.adapters.typed_files import read_typed
from bot.domain.structures import Place
from bot.usecases.exchange_ports import ShelfError

SCHEMA = "# yaml-language-server: $schema=../../docs/schemas/places.schema.json\n"
"""The line by which editors check the file (`scripts/editor_schemas`)."""

_WIDTH = 100
_FIRST = (
    "nom",
    "description",
    "kinds",
    "adresse",
    "code_postal",
    "commune",
    "code_insee",
    "departement",
)
"""What a person reads first; the other fields follow in the order of the type."""


class PlaceFolder:
    """`knowledge/places/`: the file of a place is named after its id."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ids(self) -> frozenset[str]:
        """The ids of all files, those that cannot be read too."""
        return frozenset(file.stem for file in self._folder.glob("*.yml"))

    def add(self, place: Place) -> None:
        """Write a new place.

        Raises:
            ShelfError: it cannot be written, or a file of that name has come meanwhile.
        """
        file = self._file(place)
        if file.exists():
            raise ShelfError(f"places/{file.name} vient d'être créé par quelqu'un d'autre")
        self._write(file, place)

    def replace(self, place: Place, before: Place) -> None:
        """Write another version of a place.

        Raises:
            ShelfError: it cannot be written, or its file is no longer as `before`.
        """
        file = self._file(place)
        if read_typed(file, file.name, Place, {"id": place.id}) != before:
            raise ShelfError(f"places/{file.name} vient d'être modifié par quelqu'un d'autre")
        self._write(file, place)

    def _file(self, place: Place) -> Path:
        return self._folder / f"{place.id}.yml"

    def _write(self, file: Path, place: Place) -> None:
        """Whole on the disk under another name first: a crash leaves the old file, or the new."""
        unfinished = file.with_name(f".{place.id}.tmp")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with unfinished.open("w", encoding="utf-8") as opened:
                opened.write(as_yaml(place))
                opened.flush()
                os.fsync(opened.fileno())
            unfinished.replace(file)
        except OSError as error:
            message = f"places/{file.name} : {unreadable_in_french(error)}"
            raise ShelfError(message) from error


def as_yaml(place: Place) -> str:
    """The text of a place's file, without its id."""
    told = place.model_dump(exclude={"id"}, exclude_defaults=True)
    first = {name: told.pop(name) for name in _FIRST if name in told}
    listed = {
        name: list(it) if isinstance(it, tuple) else it for name, it in (first | told).items()
    }
    text: str = yaml.dump(
        listed,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=None,
    )
    return SCHEMA + text
