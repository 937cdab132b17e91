"""Limits that replicas keep together, in the database."""

import json

from sqlalchemy import Connection, delete, select

from bot.adapters.database import tables
from bot.adapters.database.database import Database
from bot.adapters.database.upsert import insert_into
from bot.domain.pacing import Limit, first_free, with_moment
from bot.usecases.ports import Clock


class DatabasePace:
    """Moments reserved, one row a scope, locked while it is read and written."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def reserve(self, scope: str, limit: Limit) -> float:
        """Seconds to wait until the moment reserved, the first that the limit leaves free.

        Raises:
            UnavailableError: the database does not answer.
        """
        table = tables.paces

        def work(connection: Connection) -> float:
            fresh = insert_into(table, connection).values(scope=scope, taken="[]")
            connection.execute(fresh.on_conflict_do_nothing(index_elements=["scope"]))
            query = select(table.c.taken).where(table.c.scope == scope).with_for_update()
            taken = json.loads(connection.execute(query).scalar_one())
            now = self._clock.now().timestamp()
            moment = first_free(taken, now, limit)
            kept = json.dumps(with_moment(taken, moment, limit))
            connection.execute(table.update().where(table.c.scope == scope).values(taken=kept))
            return moment - now

        return await self._database.run(work)


def forget(connection: Connection, scope: str) -> None:
    """Forget when messages left for a chat."""
    connection.execute(delete(tables.paces).where(tables.paces.c.scope == scope))


def forget_idle(connection: Connection) -> None:
    """Forget the moments of the chats in which nothing is to be done; no limit looks that far."""
    busy = select(tables.hands.c.chat)
    connection.execute(delete(tables.paces).where(tables.paces.c.scope.not_in(busy)))
