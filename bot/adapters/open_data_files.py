"""Open-data files: CSV of any separator and encoding read line by line, CSV and GeoJSON written."""

import csv
import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.adapters.french_errors import unreadable_in_french
from bot.domain.open_data.records import Line, Table
from bot.usecases.exchange_ports import UnreadableFileError

SEPARATORS = ";,\t"
_ODD = "ligne illisible : {found} cellules au lieu de {due}{hint}"
_OPEN_QUOTE = " (un guillemet ouvert n'est pas fermé ?)"


def open_table(file: Path) -> Table:
    """Read a file's header, and how many lines follow.

    Raises:
        UnreadableFileError: there is no such file, or it is no table.
    """
    try:
        count = sum(block.count(b"\n") for block in _blocks(file))
        texts = _texts(file)
        header_text = next(texts, "")
    except OSError as error:
        raise UnreadableFileError(f"{file} : {unreadable_in_french(error)}") from error
    if "\0" in header_text or header_text.startswith("PK"):
        raise UnreadableFileError(f"{file} : ce n'est pas un fichier CSV en texte")
    separator = max(SEPARATORS, key=header_text.count)
    header = next(csv.reader([header_text], delimiter=separator), [])
    if not header:
        raise UnreadableFileError(f"{file} : le fichier est vide")
    lines = _lines(texts, separator, len(header))
    return Table(tuple(header), lines, count)


def write_table(file: Path, header: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Write a CSV file (UTF-8, commas) at once.

    Raises:
        UnreadableFileError: it cannot be written.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    _write(file, out.getvalue())


def write_json(file: Path, document: Mapping[str, object]) -> None:
    """Write a JSON file (UTF-8) at once.

    Raises:
        UnreadableFileError: it cannot be written.
    """
    _write(file, json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _write(file: Path, text: str) -> None:
    unfinished = file.with_name(f".{file.name}.tmp")
    try:
        unfinished.write_text(text, "utf-8", newline="")
        unfinished.replace(file)
    except OSError as error:
        raise UnreadableFileError(f"{file} : {unreadable_in_french(error)}") from error


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while block := opened.read(1 << 20):
            yield block


def _texts(file: Path) -> Iterator[str]:
    """The lines of a file, each in UTF-8 or else in cp1252: spreadsheets mix them."""
    with file.open("rb") as opened:
        for number, raw in enumerate(opened):
            try:
                yield raw.decode("utf-8-sig" if number == 0 else "utf-8")
            except UnicodeDecodeError:
                yield raw.decode("cp1252", "replace")


def _lines(texts: Iterator[str], separator: str, due: int) -> Iterator[Line]:
    """The lines after the header; a cell may hold several lines, the first one counts."""
    reader = csv.reader(texts, delimiter=separator)
    while True:
        number = reader.line_num + 2
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Line(number, problem="ligne illisible" + _OPEN_QUOTE)
            continue
        if any(cell.strip() for cell in cells):
            yield _line(number, cells, due)


def _line(number: int, cells: Sequence[str], due: int) -> Line:
    """The cells of a line, without those, empty, that stand beyond the last column."""
    beyond = any(cell.strip() for cell in cells[due:])
    if len(cells) < due or beyond:
        is_open = any(os.linesep in cell or "\n" in cell for cell in cells)
        hint = _OPEN_QUOTE if is_open else ""
        problem = _ODD.format(found=len(cells), due=due, hint=hint)
        return Line(number, problem=problem)
    return Line(number, tuple(cells[:due]))
