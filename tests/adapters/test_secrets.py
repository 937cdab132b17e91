"""The key made at the first run."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from bot.adapters.secrets import InvalidKeyError, load_or_create_key

PROCESSES = 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "secret.key"


def test_a_key_is_made_at_the_first_run_and_kept(path: Path) -> None:
    key = load_or_create_key(path)
    assert len(key) == 32
    assert load_or_create_key(path) == key


def test_two_installations_have_two_keys(tmp_path: Path) -> None:
    assert load_or_create_key(tmp_path / "one") != load_or_create_key(tmp_path / "two")


def test_the_owner_alone_reads_the_key(path: Path) -> None:
    load_or_create_key(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_draft_is_left_behind(path: Path) -> None:
    load_or_create_key(path)
    assert list(path.parent.iterdir()) == [path]


def test_processes_that_start_together_agree_on_one_key(path: Path) -> None:
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        keys = set(pool.map(load_or_create_key, [path] * PROCESSES * 5))
    assert keys == {path.read_bytes()}


@pytest.mark.parametrize("content", [b"", b"too short", bytes(33)])
def test_a_damaged_key_is_reported_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "secret.key"
    path.write_bytes(content)
    with pytest.raises(InvalidKeyError, match="32 bytes"):
        load_or_create_key(path)
    assert path.read_bytes() == content
