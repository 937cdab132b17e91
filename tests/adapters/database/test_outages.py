"""What happens while the database does not answer, and when it comes back."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import psycopg
import pytest
from sqlalchemy import Connection, exc, text

from bot.adapters.database import Database, DatabaseConversations, tables
from bot.adapters.database.engine import WAIT_SECONDS
from bot.adapters.database.outages import outages_translated
from bot.domain.session import Session
from bot.usecases.ports import UnavailableError
from tests.adapters.database.stores import A_TURN, NOON, FakeClock

ASKED = Session(asked=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "later"


@pytest.fixture
def absent(folder: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{folder}/conversations.db")
    yield database
    database.close()


@pytest.fixture
def present(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


@pytest.fixture
def spoilt(tmp_path: Path) -> Iterator[Database]:
    file = tmp_path / "notes.txt"
    file.write_text("not a database, for sure\n" * 100)
    database = Database(f"sqlite:///{file}")
    yield database
    database.close()


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Database]:
    database = Database(postgres_url)
    yield database
    database.close()


async def test_no_call_succeeds_without_the_database(absent: Database, clock: FakeClock) -> None:
    conversations = DatabaseConversations(absent, clock)
    for call in (
        conversations.recall("c1"),
        conversations.record(A_TURN, ASKED),
        conversations.export("c1"),
        conversations.forget("c1"),
        conversations.purge(NOON),
    ):
        with pytest.raises(UnavailableError):
            await call


async def test_a_database_that_appears_later_is_used(
    absent: Database, folder: Path, clock: FakeClock
) -> None:
    conversations = DatabaseConversations(absent, clock)
    with pytest.raises(UnavailableError):
        await conversations.recall("c1")
    await asyncio.to_thread(folder.mkdir)
    await conversations.record(A_TURN, ASKED)
    assert await conversations.recall("c1") == ASKED


async def test_an_emptied_database_gets_its_tables_back(
    present: Database, clock: FakeClock
) -> None:
    conversations = DatabaseConversations(present, clock)
    await conversations.record(A_TURN, ASKED)
    await present.run(_drop_everything)
    with pytest.raises(UnavailableError):
        await conversations.recall("c1")
    assert await conversations.recall("c1") == Session()


async def test_a_file_that_is_no_database_is_an_outage(spoilt: Database, clock: FakeClock) -> None:
    with pytest.raises(UnavailableError):
        await DatabaseConversations(spoilt, clock).recall("c1")


async def test_a_server_that_refuses_connections_is_an_outage(clock: FakeClock) -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(UnavailableError):
        await DatabaseConversations(database, clock).recall("c1")


async def test_calls_that_wait_for_a_silent_server_give_up_together(clock: FakeClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        database = Database(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/nothing")
        conversations = DatabaseConversations(database, clock)
        start = monotonic()
        calls = (conversations.recall(f"c{number}") for number in range(4))
        results = await asyncio.gather(*calls, return_exceptions=True)
        assert [type(result) for result in results] == [UnavailableError] * 4
        assert monotonic() - start < 2 * WAIT_SECONDS


async def test_connections_cut_between_two_messages_go_unnoticed(
    postgres: Database, postgres_server: str, clock: FakeClock
) -> None:
    conversations = DatabaseConversations(postgres, clock)
    await conversations.record(A_TURN, ASKED)
    name = await postgres.run(lambda connection: connection.scalar(text("SHOW application_name")))
    with psycopg.connect(postgres_server) as other:
        cut = other.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE application_name = %s",
            (name,),
        ).fetchall()
    assert cut
    assert all(done for (done,) in cut)
    assert await conversations.recall("c1") == ASKED


async def test_a_connection_cut_in_the_middle_loses_its_transaction_alone(
    postgres: Database, clock: FakeClock
) -> None:
    def half_a_transaction(connection: Connection) -> None:
        connection.execute(text("DELETE FROM turns"))
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    conversations = DatabaseConversations(postgres, clock)
    await conversations.record(A_TURN, ASKED)
    with pytest.raises(UnavailableError):
        await postgres.run(half_a_transaction)
    assert (await conversations.export("c1")).turns == (A_TURN,)


def test_a_pool_without_a_free_connection_is_an_outage() -> None:
    with pytest.raises(UnavailableError), outages_translated():
        raise exc.TimeoutError


async def test_a_mistake_of_the_program_is_no_outage(postgres: Database) -> None:
    with pytest.raises(exc.ProgrammingError):
        await postgres.run(lambda connection: connection.execute(text("SELECT nonsense")))


async def test_a_failed_transaction_keeps_nothing(present: Database) -> None:
    def fail_after_writing(connection: Connection) -> None:
        connection.execute(text("INSERT INTO conversations VALUES ('c1', '{}', '2026-09-01')"))
        raise LookupError

    with pytest.raises(LookupError):
        await present.run(fail_after_writing)
    count = text("SELECT count(*) FROM conversations")
    assert await present.run(lambda connection: connection.scalar(count)) == 0


def _drop_everything(connection: Connection) -> None:
    tables.metadata.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))
