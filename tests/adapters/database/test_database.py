"""What is particular to conversations kept in a database."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from threading import Event, Timer

import pytest
from sqlalchemy import Connection, exc, text, update

from bot.adapters.database import Database, DatabaseConversations, tables
from bot.adapters.database.engine import WAIT_SECONDS
from bot.adapters.database.silences import DatabaseSilences
from bot.domain.held import Held
from bot.domain.session import Session
from bot.usecases.ports import UnavailableError
from tests.adapters.database.stores import A_TURN, NOON, FakeClock

ASKED = Session(asked=True)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


@pytest.mark.parametrize("kept", ['{"territory": 3}', "not JSON", "[]"])
async def test_a_session_of_an_older_shape_starts_anew(
    database: Database, clock: FakeClock, kept: str
) -> None:
    conversations = DatabaseConversations(database, clock)
    await conversations.record(A_TURN, ASKED)
    spoil = update(tables.conversations).values(session=kept)
    await database.run(lambda connection: connection.execute(spoil))
    assert await conversations.recall("c1") == Session()


async def test_a_session_without_a_newer_field_is_still_followed(
    database: Database, clock: FakeClock
) -> None:
    conversations = DatabaseConversations(database, clock)
    await conversations.record(A_TURN, Session())
    older = update(tables.conversations).values(session='{"asked": true, "gone": 1}')
    await database.run(lambda connection: connection.execute(older))
    assert await conversations.recall("c1") == ASKED


async def test_moments_come_back_in_utc(database: Database, clock: FakeClock) -> None:
    paris = NOON.astimezone(timezone(timedelta(hours=2)))
    conversations = DatabaseConversations(database, clock)
    await conversations.record(replace(A_TURN, at=paris), ASKED)
    (turn,) = (await conversations.export("c1")).turns
    assert turn.at == NOON
    assert turn.at.utcoffset() == timedelta(0)


async def test_a_moment_without_a_zone_is_refused(database: Database, clock: FakeClock) -> None:
    naive = replace(A_TURN, at=datetime(2026, 9, 1))  # noqa: DTZ001 - what is refused
    with pytest.raises(exc.StatementError, match="time zone"):
        await DatabaseConversations(database, clock).record(naive, ASKED)


async def test_a_wish_for_silence_is_exported_and_forgotten(
    database: Database, clock: FakeClock
) -> None:
    conversations = DatabaseConversations(database, clock)
    await DatabaseSilences(database, clock).silence("c1")
    assert await conversations.export("c1") == Held(silent_since=NOON)
    assert await conversations.export("c2") == Held()
    await conversations.forget("c1")
    assert await conversations.export("c1") == Held()


async def test_what_is_written_is_there_for_the_next_process(url: str, clock: FakeClock) -> None:
    first, second = Database(url), Database(url)
    await DatabaseConversations(first, clock).record(A_TURN, ASKED)
    first.close()
    assert await DatabaseConversations(second, clock).recall("c1") == ASKED
    second.close()


async def test_what_is_forgotten_leaves_the_disk(tmp_path: Path, clock: FakeClock) -> None:
    database = Database(f"sqlite:///{tmp_path}/conversations.db")
    conversations = DatabaseConversations(database, clock)
    await conversations.record(A_TURN, ASKED)
    assert _holds(tmp_path, A_TURN.text)
    await conversations.forget("c1")
    assert not _holds(tmp_path, A_TURN.text)
    database.close()


async def test_sqlite_is_set_up_to_last(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/conversations.db")
    for pragma, expected in {
        "journal_mode": "wal",
        "synchronous": 1,
        "foreign_keys": 1,
        "busy_timeout": 3000,
        "secure_delete": 1,
    }.items():
        assert await database.run(partial(_read, f"PRAGMA {pragma}")) == expected
    database.close()


@pytest.mark.parametrize("url", ["postgres://u@h/d", "postgresql://u@h/d", "sqlite://"])
def test_a_database_may_be_named_before_it_answers(url: str) -> None:
    Database(url).close()


@pytest.mark.parametrize("url", ["nonsense", "", "mysql://u@h/d"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="database"):
        Database(url)


def test_an_error_tells_nothing_of_what_was_written(database: Database) -> None:
    broken = "INSERT INTO nowhere VALUES (:secret)"
    with pytest.raises(exc.DBAPIError) as caught, database._engine.begin() as connection:
        connection.execute(text(broken), {"secret": "un secret"})
    assert "un secret" not in str(caught.value)


def _read(query: str, connection: Connection) -> object:
    return connection.scalar(text(query))


def _holds(folder: Path, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in folder.iterdir())


def test_processes_that_open_a_new_file_together_all_can(tmp_path: Path) -> None:
    lock = sqlite3.connect(tmp_path / "x.db", isolation_level=None, check_same_thread=False)
    lock.execute("CREATE TABLE other (id)")
    lock.execute("BEGIN IMMEDIATE")
    Timer(0.3, lock.rollback).start()
    database = Database(f"sqlite:///{tmp_path}/x.db")
    database.upgrade()  # SQLite itself refuses at once to change its journal meanwhile
    database.close()
    lock.close()


def test_only_a_busy_file_is_waited_for(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "x.db").execute("CREATE TABLE other (id)").connection.close()
    database = Database(f"sqlite:///file:{tmp_path}/x.db?mode=ro&uri=true")
    begun = time.monotonic()
    with pytest.raises(UnavailableError):
        database.upgrade()
    assert time.monotonic() - begun < WAIT_SECONDS / 2
    database.close()


async def test_transactions_of_sqlite_follow_one_another_without_a_pause(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/x.db")
    busy: list[int] = []

    def work(_: Connection) -> int:
        busy.append(1)
        together = len(busy)
        time.sleep(0.002)
        busy.pop()
        return together

    assert set(await asyncio.gather(*(database.run(work) for _ in range(20)))) == {1}
    database.close()


async def test_one_that_waits_too_long_behind_the_others_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(f"sqlite:///{tmp_path}/x.db")
    monkeypatch.setattr("bot.adapters.database.database.WAIT_SECONDS", 0.05)
    database.upgrade()
    begun, release = Event(), Event()

    def work(_: Connection) -> bool:
        begun.set()
        return release.wait(5)

    long = asyncio.create_task(database.run(work))
    await asyncio.to_thread(begun.wait)
    with pytest.raises(UnavailableError):
        await database.run(lambda _: None)
    release.set()
    assert await long
    assert await database.answers()
    database.close()
