"""The database as adapters use it: transactions off the event loop, recovery included."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection

from bot.adapters.database.engine import WAIT_SECONDS, open_engine
from bot.adapters.database.migration import migrate
from bot.adapters.database.outages import outages_translated
from bot.usecases.ports import UnavailableError

_Result = TypeVar("_Result")


class Database:
    """A database reached by its URL; it connects, and migrates, when first used.

    Nothing is asked of it before: the program starts without its database, and finds it when it
    comes (back).

    Raises:
        ValueError: the URL cannot be read or names neither SQLite nor PostgreSQL.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url)
        self._migration, self._writing = Lock(), Lock()
        self._migrated = False
        self._failures = 0

    async def run(self, work: Callable[[Connection], _Result]) -> _Result:
        """Do `work` in one transaction, in a thread: all of it is kept or nothing.

        Raises:
            UnavailableError: the database does not answer.
        """
        return await asyncio.to_thread(self._transact, work)

    async def erase(self, work: Callable[[Connection], _Result]) -> _Result:
        """Do `work`, which deletes, and leave no trace of it in SQLite's journal.

        Raises:
            UnavailableError: the database does not answer.
        """
        result = await self.run(work)
        await asyncio.to_thread(self._empty_journal)
        return result

    async def answers(self) -> bool:
        """Whether it can be used now."""
        try:
            await self.run(lambda _: None)
        except UnavailableError:
            return False
        return True

    def upgrade(self) -> None:
        """Bring the tables to their present form; blocks.

        Raises:
            UnavailableError: the database does not answer.
        """
        failures = self._failures
        with self._migration:
            if self._migrated:
                return
            if self._failures > failures:
                # Each in turn would wait as long for the same server.
                raise UnavailableError("the database did not answer while this call waited")
            try:
                with outages_translated():
                    migrate(self._engine)
            except UnavailableError:
                self._failures += 1
                raise
            self._migrated = True

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _transact(self, work: Callable[[Connection], _Result]) -> _Result:
        self.upgrade()
        try:
            with self._alone(), outages_translated(), self._engine.begin() as connection:
                return work(connection)
        except UnavailableError:
            # What comes back may be another database, empty: its tables are checked again.
            self._migrated = False
            raise

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One transaction at a time in SQLite: its own way to wait is to try again now and then."""
        if self._engine.dialect.name != "sqlite":
            yield
            return
        if not self._writing.acquire(timeout=WAIT_SECONDS):
            raise UnavailableError("the transactions before this one take too long")
        try:
            yield
        finally:
            self._writing.release()

    def _empty_journal(self) -> None:
        if self._engine.dialect.name != "sqlite":
            return
        with outages_translated(), self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def upgrade(url: str) -> None:
    """Bring the database at `url` to the present form of the tables; blocks.

    Safe when several processes do it at once.

    Raises:
        UnavailableError: the database does not answer.
        ValueError: the URL cannot be read or names neither SQLite nor PostgreSQL.
    """
    database = Database(url)
    try:
        database.upgrade()
    finally:
        database.close()
