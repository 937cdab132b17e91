"""The shelf of models: which one is in use, whatever happens to its files."""

import os
from pathlib import Path

import pytest

from bot.adapters.model_shelf import KEPT, ModelFolder
from bot.domain.understanding import Calibration
from tests.adapters.shelves import a_model, a_record


@pytest.fixture
def shelf(tmp_path: Path) -> ModelFolder:
    return ModelFolder(tmp_path / "models")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


def test_a_shelf_that_does_not_exist_has_no_model(shelf: ModelFolder) -> None:
    assert shelf.active() is None
    assert shelf.active_path() is None
    assert shelf.calibration() == Calibration()


def test_an_activated_model_is_the_one_in_use_with_its_calibration(
    shelf: ModelFolder, folder: Path
) -> None:
    record = a_model(folder)
    shelf.activate(record)
    assert shelf.active() == record
    assert shelf.active_path() == folder / "m1.tar.gz"
    assert shelf.calibration() == record.calibration


def test_another_process_sees_each_model_put_in_use(shelf: ModelFolder, folder: Path) -> None:
    reader = ModelFolder(folder)
    for number in range(50):  # quicker than the clock of the disk
        record = a_model(folder, f"m{number % 2}", weight=number)
        shelf.activate(record)
        assert reader.active() == record


def test_going_back_restores_the_model_and_its_calibration(
    shelf: ModelFolder, folder: Path
) -> None:
    first, second = a_model(folder, "m1", 1.0), a_model(folder, "m2", 5.0)
    for record in (first, second, first):
        shelf.activate(record)
    assert shelf.active() == first
    assert ModelFolder(folder).calibration() == first.calibration


def test_a_model_whose_file_is_missing_is_not_in_use(shelf: ModelFolder) -> None:
    shelf.activate(a_record())
    assert shelf.active() is None
    assert shelf.active_path() is None


def test_a_model_taken_away_is_no_longer_in_use_until_it_is_back(
    shelf: ModelFolder, folder: Path
) -> None:
    record = a_model(folder)
    shelf.activate(record)
    assert shelf.active() == record
    (folder / "m1.tar.gz").unlink()
    assert shelf.active() is None
    a_model(folder)
    assert shelf.active() == record


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"3", b'"m1"', b"{}", b'{"name": 3}', b'{"name": "m2"}', b"\xff"],
)
def test_a_pointer_that_names_no_model_is_no_model(
    shelf: ModelFolder, folder: Path, content: bytes
) -> None:
    shelf.activate(a_model(folder))
    (folder / "active.json").write_bytes(content)
    assert ModelFolder(folder).active() is None
    assert ModelFolder(folder).calibration() == Calibration()


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"name": "m1"}', b"\xff"])
def test_a_record_that_cannot_be_read_is_no_model_until_it_is_made_again(
    shelf: ModelFolder, folder: Path, content: bytes
) -> None:
    record = a_model(folder)
    shelf.activate(record)
    (folder / "m1.json").write_bytes(content)
    reader = ModelFolder(folder)
    assert reader.active() is None
    shelf.activate(record)
    assert reader.active() == record


def test_models_are_thinned_out_with_their_records(shelf: ModelFolder, folder: Path) -> None:
    for number in range(KEPT + 4):
        shelf.activate(a_model(folder, f"m{number}"))
    names = {f"m{number}" for number in range(3, KEPT + 4)}
    kept = {f"{name}.tar.gz" for name in names} | {f"{name}.json" for name in names}
    assert {file.name for file in folder.iterdir()} == kept | {"active.json", "best.json"}


def test_going_back_to_the_oldest_model_does_not_throw_it_away(
    shelf: ModelFolder, folder: Path
) -> None:
    records = [a_model(folder, f"m{number}") for number in range(KEPT + 2)]
    shelf.activate(records[0])
    assert shelf.active() == records[0]


def test_a_failure_in_the_middle_of_an_activation_leaves_the_old_model(
    shelf: ModelFolder, folder: Path
) -> None:
    old, new = a_model(folder, "m1"), a_model(folder, "m2")
    shelf.activate(old)
    (folder / f".active.json.{os.getpid()}").mkdir()  # the second write cannot be made
    with pytest.raises(OSError, match="active"):
        shelf.activate(new)
    assert (folder / "m2.json").exists()
    assert ModelFolder(folder).active() == old


def test_paths_are_absolute_for_processes_that_start_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shelf = ModelFolder(Path("models"))
    shelf.activate(a_model(tmp_path / "models"))
    assert shelf.active_path() == tmp_path / "models" / "m1.tar.gz"
