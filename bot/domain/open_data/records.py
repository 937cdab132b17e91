"""A line of an open-data file, whatever its layout."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.domain.open_data.cells import code_of, insee_of, name_of, postcode_of, text_of


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, by its number from 1: cells, or the `problem` that makes it illegible."""

    number: int
    cells: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose header was read: its columns, its lines, once, and about how many there are."""

    header: tuple[str, ...]
    lines: Iterator[Line]
    count: int


@dataclass(frozen=True, slots=True)
class Record:
    """What a line says of a place, cleaned and not yet checked; empty is not told."""

    line: int = field(compare=False)
    identifier: str = ""
    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    insee: str = ""
    latitude: str = ""
    longitude: str = ""
    site: str = ""
    email: str = ""
    phone: str = ""
    summary: str = ""
    detail: str = ""
    families: str = ""
    state: str = ""
    access: str = ""
    updated: str = ""
    source: str = ""


_READ = {
    "identifier": code_of,
    "name": name_of,
    "insee": insee_of,
    "postcode": postcode_of,
}
"""How a field is read further than its text."""


def record_of(line: Line, positions: Mapping[str, int]) -> Record:
    """The record of a line whose fields stand at `positions`."""
    told = {field: text_of(line.cells[at]) for field, at in positions.items()}
    read = {field: _READ.get(field, str)(text) for field, text in told.items()}
    return Record(line.number, **read)
