"""`INSERT … ON CONFLICT`, which SQLite and PostgreSQL share and standard SQL lacks."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(table: Table, connection: Connection) -> postgresql.Insert | sqlite.Insert:
    """An insertion that accepts `on_conflict_do_update` and `on_conflict_do_nothing`."""
    return insertion(table, connection.dialect.name)


def insertion(table: Table, dialect: str) -> postgresql.Insert | sqlite.Insert:
    """The same, for the name of a dialect."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
