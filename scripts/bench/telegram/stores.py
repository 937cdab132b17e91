"""Databases of the programs under test: a file, or a database of PostgreSQL made for a run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

POSTGRESQL = "postgresql://postgres@127.0.0.1:5432"


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database; of PostgreSQL, dropped at the end."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'bench.db'}"
        return
    name = f"bench_telegram_{os.getpid()}"
    _tell(f"CREATE DATABASE {name}")
    try:
        yield f"{POSTGRESQL}/{name}"
    finally:
        _tell(f"DROP DATABASE {name} WITH (FORCE)")


def _tell(order: str) -> None:
    with psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True) as connection:
        connection.execute(order)
