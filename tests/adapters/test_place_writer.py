import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.place_writer import SCHEMA, PlaceFolder, as_yaml
from bot.adapters.strict_yaml import parse
from bot.adapters.typed_files import read_typed
from bot.domain.structures import Place
from bot.usecases.exchange_ports import ShelfError
from tests.domain.contents import place

FULL = place(
    nom="L'été : « & Co »",
    description="Oui",
    code_insee="01004",
    code_postal="01500",
    latitude=45.95,
    longitude=5.35,
    telephone="04 74 00 00 00",
    empreinte_source="1234567890123456",
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder of places of a knowledge folder; nothing unfinished is left there."""
    yield tmp_path / "places"
    assert [file.name for file in tmp_path.rglob("*.tmp")] == []


def read(folder: Path) -> Place | tuple[object, ...]:
    return read_typed(folder / "ruche.yml", "ruche.yml", Place, {"id": "ruche"})


def test_a_place_is_read_as_it_was_written(folder: Path) -> None:
    PlaceFolder(folder).add(FULL)
    assert read(folder) == FULL
    assert PlaceFolder(folder).ids() == {"ruche"}


@given(st.text(min_size=1, max_size=80).filter(lambda text: text.strip()))
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    told = parse(as_yaml(place().model_copy(update={"notice": text})).encode("utf-8", "replace"))
    assert told.data["notice"] == text.encode("utf-8", "replace").decode()


def test_the_file_reads_like_those_that_people_write() -> None:
    assert as_yaml(place()) == (
        f"{SCHEMA}nom: La Ruche\ndescription: Un lieu pour tous.\nkinds: [fablab]\n"
        "departement: '46'\n"
        "source: Le réseau\ndate_maj: 2026-11-01\n"
    )


def test_a_new_place_never_replaces_a_file(folder: Path) -> None:
    shelf = PlaceFolder(folder)
    shelf.add(FULL)
    with pytest.raises(ShelfError, match="quelqu'un d'autre"):
        shelf.add(place())
    assert read(folder) == FULL


def test_a_version_replaces_the_one_that_was_read(folder: Path) -> None:
    shelf = PlaceFolder(folder)
    shelf.add(FULL)
    shelf.replace(place(), FULL)
    assert read(folder) == place()


def test_a_file_changed_meanwhile_is_not_replaced(folder: Path) -> None:
    shelf = PlaceFolder(folder)
    shelf.add(FULL)
    with pytest.raises(ShelfError, match="quelqu'un d'autre"):
        shelf.replace(place(nom="Autre"), place())
    assert read(folder) == FULL


def test_a_crash_leaves_the_old_version_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = PlaceFolder(tmp_path)
    shelf.add(FULL)

    def crash(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(KeyboardInterrupt):
        shelf.replace(place(), FULL)
    assert read(tmp_path) == FULL
    assert shelf.ids() == {"ruche"}


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("", "utf-8")
    with pytest.raises(ShelfError, match=r"ruche\.yml"):
        PlaceFolder(tmp_path / "places").add(FULL)
