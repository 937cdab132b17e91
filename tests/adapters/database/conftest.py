import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from bot.adapters.database import Database
from tests.adapters.database.replicas import Replica, a_replica
from tests.adapters.database.stores import FakeClock, Store, database_store, memory_store


@pytest.fixture(scope="session")
def postgres_server() -> str:
    url = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/test")
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL server answers (TEST_POSTGRES_URL): {error}")
    return url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    schema = f"test_{uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
        separator = "&" if "?" in postgres_server else "?"
        options = f"options=-csearch_path%3D{schema}&application_name={schema}"
        yield f"{postgres_server}{separator}{options}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE".encode())


@pytest.fixture(params=["file", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that several processes can open."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path}/conversations.db"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["memory", "sqlite-memory", "sqlite-file", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    if request.param == "memory":
        yield memory_store(clock)
        return
    match request.param:
        case "sqlite-memory":
            where = "sqlite://"
        case "sqlite-file":
            where = f"sqlite:///{tmp_path}/conversations.db"
        case _:
            where = request.getfixturevalue("postgres_url")
    database = Database(where)
    yield database_store(database, clock)
    database.close()


@pytest.fixture
def one(url: str, clock: FakeClock) -> Iterator[Replica]:
    replica = a_replica(url, clock)
    yield replica
    replica.database.close()


@pytest.fixture
def other(url: str, clock: FakeClock) -> Iterator[Replica]:
    """Another program on the same database."""
    replica = a_replica(url, clock)
    yield replica
    replica.database.close()
