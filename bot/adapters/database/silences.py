"""Who wants silence, in the database."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.adapters.database import tables
from bot.adapters.database.database import Database
from bot.adapters.database.upsert import insert_into
from bot.usecases.ports import Clock


class DatabaseSilences:
    """Conversations that are sent nothing unasked."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def silence(self, conversation: str) -> None:
        """Send nothing unasked from now on.

        Raises:
            UnavailableError: the database does not answer.
        """
        row = {"conversation": conversation, "at": self._clock.now()}
        await self._database.run(
            lambda connection: connection.execute(
                insert_into(tables.silences, connection)
                .values(row)
                .on_conflict_do_nothing(index_elements=["conversation"])
            )
        )

    async def speak(self, conversation: str) -> None:
        """Unasked messages are welcome again.

        Raises:
            UnavailableError: the database does not answer.
        """
        gone = delete(tables.silences).where(tables.silences.c.conversation == conversation)
        await self._database.run(lambda connection: connection.execute(gone))


def forget(connection: Connection, conversation: str) -> None:
    """Forget that a conversation asked for silence."""
    wished = tables.silences.c.conversation == conversation
    connection.execute(delete(tables.silences).where(wished))


def silent_since(connection: Connection, conversation: str) -> datetime | None:
    """When a conversation asked to be sent nothing unasked; none when it did not."""
    query = select(tables.silences.c.at).where(tables.silences.c.conversation == conversation)
    return connection.scalar(query)
