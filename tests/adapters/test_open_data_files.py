import json
from pathlib import Path

import pytest

from bot.adapters.open_data_files import open_table, write_json, write_table
from bot.domain.open_data.records import Line
from bot.usecases.exchange_ports import UnreadableFileError


def lines_of(folder: Path, content: bytes) -> list[Line]:
    file = folder / "lieux.csv"
    file.write_bytes(content)
    return list(open_table(file).lines)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_is_read_whatever_its_separator_and_encoding(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    text = separator.join(("état", "NOM")) + "\r\n" + separator.join(("fermé", '"Le ""C"""'))
    file = tmp_path / "lieux.csv"
    file.write_bytes(text.encode(encoding))
    table = open_table(file)
    assert (table.header, table.count) == (("état", "NOM"), 1)
    assert list(table.lines) == [Line(2, ("fermé", 'Le "C"'))]


def test_a_line_in_another_encoding_leaves_the_others(tmp_path: Path) -> None:
    content = "a,b\nété,1\n".encode() + "été,2\n".encode("cp1252")
    assert [line.cells[0] for line in lines_of(tmp_path, content)] == ["été", "été"]


def test_lines_keep_their_number_after_cells_of_several_lines_and_empty_lines(
    tmp_path: Path,
) -> None:
    told = lines_of(tmp_path, b'a,b\n"1\n2",3\n\n,\n4,5\n')
    assert told == [Line(2, ("1\n2", "3")), Line(6, ("4", "5"))]


def test_a_line_with_too_few_or_too_many_cells_is_illegible(tmp_path: Path) -> None:
    told = lines_of(tmp_path, b"a,b\n1\n1,2,3\n1,2,,\n")
    assert [line.problem for line in told] == [
        "ligne illisible : 1 cellules au lieu de 2",
        "ligne illisible : 3 cellules au lieu de 2",
        "",
    ]


def test_a_quote_that_is_never_closed_is_told(tmp_path: Path) -> None:
    [line] = lines_of(tmp_path, b'a,b\n1,"2\n3,4\n' * 1)
    assert line.number == 2
    [line] = lines_of(tmp_path, b'a,b\n"1,2\n3,4\n')
    assert "guillemet" in line.problem
    huge = lines_of(tmp_path, b'a,b\n"1,2\n' + b"3,4\n" * 100_000)
    assert "guillemet" in huge[0].problem


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "vide"), (b"PK\x03\x04\x14\n", "CSV"), (b"a\x00b\n", "CSV")],
)
def test_a_file_that_is_no_table_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(UnreadableFileError, match=told):
        lines_of(tmp_path, content)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"lieux\.csv"):
        open_table(tmp_path / "lieux.csv")
    with pytest.raises(UnreadableFileError):
        open_table(tmp_path)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "lieux.csv"
    write_table(file, ("a", "b"), [{"a": "1,\n2", "b": "été"}])
    assert list(open_table(file).lines) == [Line(2, ("1,\n2", "été"))]
    write_json(tmp_path / "lieux.geojson", {"été": 1})
    assert json.loads((tmp_path / "lieux.geojson").read_text("utf-8")) == {"été": 1}
    assert sorted(it.name for it in tmp_path.iterdir()) == ["lieux.csv", "lieux.geojson"]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        write_json(tmp_path / "absent" / "lieux.geojson", {})
