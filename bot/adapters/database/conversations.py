"""Conversations kept in the database."""

from dataclasses import asdict
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, literal, select

from bot.adapters.database import tables
from bot.adapters.database.database import Database
from bot.adapters.database.upsert import insert_into
from bot.domain.exchange import Feedback, Turn
from bot.domain.session import SESSION_LIFETIME, Session
from bot.usecases.ports import Clock


class DatabaseConversations:
    """Sessions, turns and feedback, in the database."""

    def __init__(
        self, database: Database, clock: Clock, *, lifetime: timedelta = SESSION_LIFETIME
    ) -> None:
        self._database = database
        self._clock = clock
        self._lifetime = lifetime
        self._sessions = TypeAdapter(Session)

    async def recall(self, conversation: str) -> Session:
        """The session of a conversation; a new one when unknown, expired or of an older shape.

        Raises:
            UnavailableError: the database does not answer.
        """
        query = select(tables.conversations.c.session).where(
            tables.conversations.c.key == conversation,
            tables.conversations.c.updated_at >= self._clock.now() - self._lifetime,
        )
        kept = await self._database.run(lambda connection: connection.scalar(query))
        if kept is None:
            return Session()
        try:
            return self._sessions.validate_json(kept)
        except ValidationError:
            return Session()

    async def record(self, turn: Turn, session: Session) -> None:
        """Keep a turn and the session it leaves; a turn already kept is not kept twice.

        Raises:
            UnavailableError: the database does not answer.
        """
        state = {"session": self._sessions.dump_json(session).decode(), "updated_at": turn.at}

        def write(connection: Connection) -> None:
            connection.execute(
                insert_into(tables.conversations, connection)
                .values(key=turn.conversation, **state)
                .on_conflict_do_update(index_elements=["key"], set_=state)
            )
            connection.execute(
                insert_into(tables.turns, connection)
                .values(asdict(turn))
                .on_conflict_do_nothing(index_elements=["id"])
            )

        await self._database.run(write)

    async def rate(self, feedback: Feedback) -> None:
        """Keep whether an answer helped: the last verdict counts, one on no known turn is lost.

        Raises:
            UnavailableError: the database does not answer.
        """
        verdict = {
            "useful": literal(feedback.useful),
            "at": literal(feedback.at, tables.UtcDateTime),
        }
        # Locked where the database can, for the turn may be erased at this very moment.
        rated = (
            select(tables.turns.c.id, *verdict.values())
            .where(tables.turns.c.id == feedback.turn)
            .with_for_update(read=True, key_share=True)
        )

        def write(connection: Connection) -> None:
            connection.execute(
                insert_into(tables.feedback, connection)
                .from_select(["turn", *verdict], rated)
                .on_conflict_do_update(index_elements=["turn"], set_=verdict)
            )

        await self._database.run(write)

    async def export(self, conversation: str) -> tuple[Turn, ...]:
        """Every turn held of a conversation, oldest first.

        Raises:
            UnavailableError: the database does not answer.
        """
        query = (
            select(tables.turns)
            .where(tables.turns.c.conversation == conversation)
            .order_by(tables.turns.c.at, tables.turns.c.id)
        )
        return await self._database.run(
            lambda connection: tuple(Turn(**row) for row in connection.execute(query).mappings())
        )

    async def forget(self, conversation: str) -> int:
        """Erase a conversation: session, turns, feedback. Returns how many turns there were.

        Raises:
            UnavailableError: the database does not answer.
        """

        def write(connection: Connection) -> int:
            erased = connection.execute(
                delete(tables.turns).where(tables.turns.c.conversation == conversation)
            )
            connection.execute(
                delete(tables.conversations).where(tables.conversations.c.key == conversation)
            )
            return erased.rowcount

        return await self._database.erase(write)

    async def purge(self, before: datetime) -> int:
        """Erase what is older than `before` (aware, UTC). Returns how many turns there were.

        Raises:
            UnavailableError: the database does not answer.
        """

        def write(connection: Connection) -> int:
            erased = connection.execute(delete(tables.turns).where(tables.turns.c.at < before))
            connection.execute(
                delete(tables.conversations).where(tables.conversations.c.updated_at < before)
            )
            return erased.rowcount

        return await self._database.erase(write)
