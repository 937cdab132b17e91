"""The reference data as one file: tables and outlines, packed by `scripts/gazetteer`."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

ARCHIVE = Path(__file__).parent / "data" / "france.zip"
"""What `PROVENANCE.md`, beside it, says the origin and the licence of."""

_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the same inputs give the same bytes."""


def read_member(archive: Path, name: str) -> str:
    """The text of a member.

    Raises:
        OSError: there is no such file.
        KeyError, zipfile.BadZipFile: it is not as the build script writes it.
    """
    with zipfile.ZipFile(archive) as packed:
        return packed.read(name).decode()


def write_archive(archive: Path, members: Mapping[str, str]) -> None:
    """Pack texts by name, replacing what was there at once."""
    made = archive.with_suffix(".new")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as packed:
        for name, text in members.items():
            packed.writestr(zipfile.ZipInfo(name, _ALWAYS), text, zipfile.ZIP_LZMA)
    made.replace(archive)
