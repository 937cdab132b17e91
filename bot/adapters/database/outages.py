"""What counts as a database that does not answer."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
    TimeoutError,  # noqa: A004 - SQLAlchemy's own: no connection came free in time
)

from bot.usecases.ports import UnavailableError

_MISTAKES = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
"""Errors of the program: hiding them would hide a bug."""

_UNDEFINED_TABLE = "42P01"
"""PostgreSQL's code for a table that is not there: the database was emptied or is being restored
(SQLite counts it among its failures)."""


@contextmanager
def outages_translated() -> Iterator[None]:
    """Turn the database's failures (gone, locked, full, read-only, corrupt) into one error.

    Raises:
        UnavailableError: the database failed; mistakes of the program pass unchanged.
    """
    try:
        yield
    except (DBAPIError, TimeoutError) as error:
        if isinstance(error, _MISTAKES) and not _is_table_missing(error):
            raise
        raise UnavailableError("the database does not answer") from error


def _is_table_missing(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) == _UNDEFINED_TABLE
