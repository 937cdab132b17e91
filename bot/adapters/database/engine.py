"""Connections to SQLite and PostgreSQL, set so that nothing waits for ever."""

import sqlite3
import time

from sqlalchemy import URL, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

CONNECTIONS = 10
"""Connections held at most by one process."""

WAIT_SECONDS = 3
"""How long a message waits for the server, for a free connection or for another writer."""

PAUSE = 0.02
"""Seconds between two tries of what SQLite does not wait for by itself."""

STATEMENT_SECONDS = 15
"""How long PostgreSQL may take over one statement, the daily purge included."""


def open_engine(url: str) -> Engine:
    """An engine for a `DATABASE_URL`; it connects when first used.

    `sqlite://` and `sqlite:///:memory:` live and die with the engine; `postgresql://` and
    `postgres://` are read with psycopg 3.

    Raises:
        ValueError: the URL cannot be read or names another database.
    """
    try:
        return _open(make_url(url))
    except ArgumentError as error:
        raise ValueError("the database's URL cannot be read") from error


def _open(parsed: URL) -> Engine:
    match parsed.get_backend_name():
        case "sqlite":
            return _open_sqlite(parsed)
        case "postgresql" | "postgres":
            return _open_postgresql(parsed.set(drivername="postgresql+psycopg"))
        case other:
            raise ValueError(f"unknown database: {other}")


def _open_sqlite(url: URL) -> Engine:
    # A database in memory is one connection that threads take in turn: were it shared, the
    # commit of one thread would settle the half-made transaction of another.
    in_memory = url.database in {None, "", ":memory:"}
    engine = create_engine(
        url,
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=1 if in_memory else CONNECTIONS,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
        # IMMEDIATE: a writer queues for the lock at once, where SQLite's default fails at the
        # first write of a transaction that another has overtaken.
        connect_args={
            "timeout": WAIT_SECONDS,
            "isolation_level": "IMMEDIATE",
            "check_same_thread": False,
        },
    )
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # What is erased is overwritten, not only unlinked.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def _write_ahead(cursor: DBAPICursor) -> None:
    """Readers and a writer work together; two processes may open a new file at the same moment.

    SQLite's own patience does not cover that change.
    """
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() >= end:
                raise
            time.sleep(PAUSE)
        else:
            return


def _open_postgresql(url: URL) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
        connect_args={
            "connect_timeout": WAIT_SECONDS,
            # Milliseconds: a server that vanished without a word is noticed too.
            "tcp_user_timeout": WAIT_SECONDS * 1000,
        },
    )
    event.listen(engine, "connect", _set_up_postgresql)
    return engine


def _set_up_postgresql(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET statement_timeout = '{STATEMENT_SECONDS}s'")
    cursor.close()
    connection.commit()
