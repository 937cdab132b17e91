"""Phrases whose places were read once are not read again."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.adapters.readings import RememberedReadings, digest_of_files


@dataclass
class FakeReader:
    """Reads in capitals, and counts what it reads."""

    read_: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> str:
        self.read_.append(text)
        return text.upper()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "models" / "readings.json"


def test_a_text_is_read_once_even_by_another_program(file: Path) -> None:
    for expected in (["a", "b"], []):
        reader = FakeReader()
        assert RememberedReadings(reader, file, lambda: "s").legible(["a", "b", "a"]) == [
            "A",
            "B",
            "A",
        ]
        assert reader.read_ == expected


def test_texts_are_read_again_when_names_of_places_change(file: Path) -> None:
    reader, state = FakeReader(), ["one"]
    readings = RememberedReadings(reader, file, lambda: state[0])
    readings.legible(["a"])
    state[0] = "two"
    readings.forget()
    readings.legible(["a"])
    assert reader.read_ == ["a", "a"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"s": {"a": 1}}'])
def test_a_file_that_cannot_be_read_costs_only_time(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, "utf-8")
    assert RememberedReadings(FakeReader(), file, lambda: "s").legible(["a"]) == ["A"]


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    readings = RememberedReadings(FakeReader(), tmp_path / "file" / "readings.json", lambda: "s")
    assert readings.legible(["a"]) == ["A"]


def test_the_digest_of_files_tells_their_content(tmp_path: Path) -> None:
    one = tmp_path / "one"
    one.write_text("a", "utf-8")
    before = digest_of_files([one])
    one.write_text("b", "utf-8")
    assert digest_of_files([one]) != before
