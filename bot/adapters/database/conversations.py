"""Conversations kept in the database."""

from dataclasses import asdict
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, literal, select

from bot.adapters.database import silences, tables
from bot.adapters.database.database import Database
from bot.adapters.database.mail import DatabaseMail, forget_mail
from bot.adapters.database.upsert import insert_into
from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.mail import Posting
from bot.domain.session import SESSION_LIFETIME, Session
from bot.usecases.mail_ports import AnsweredError
from bot.usecases.ports import Clock


class DatabaseConversations:
    """Sessions, turns and feedback, in the database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        lifetime: timedelta = SESSION_LIFETIME,
        mail: DatabaseMail | None = None,
    ) -> None:
        self._database = database
        self._mail = mail
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
        return self._read(await self._database.run(lambda connection: connection.scalar(query)))

    def _read(self, kept: str | None) -> Session:
        try:
            return self._sessions.validate_json(kept) if kept else Session()
        except ValidationError:
            return Session()

    async def record(self, turn: Turn, session: Session, posting: Posting | None = None) -> None:
        """Keep a turn, the session it leaves and what is posted; a turn is not kept twice.

        Raises:
            AnsweredError: what is posted was answered already, or another replica sends it.
            UnavailableError: the database does not answer.
        """
        state = {"session": self._sessions.dump_json(session).decode(), "updated_at": turn.at}

        def write(connection: Connection) -> bool:
            is_ours = not (posting and self._mail) or self._mail.write(connection, posting)
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
            return is_ours

        if not await self._database.run(write):
            raise AnsweredError

    async def post(self, posting: Posting) -> None:
        """Keep what is posted for a turn of which nothing else is kept.

        Raises:
            AnsweredError: it was answered already, or another replica sends it.
            UnavailableError: the database does not answer.
        """
        if self._mail:
            await self._mail.post(posting)

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

    async def export(self, conversation: str) -> Held:
        """Everything held of a conversation, oldest first, be it too old to be followed.

        Raises:
            UnavailableError: the database does not answer.
        """
        session, turns, verdicts = (
            select(tables.conversations.c.session).where(
                tables.conversations.c.key == conversation
            ),
            select(tables.turns).order_by(tables.turns.c.at, tables.turns.c.id),
            select(tables.feedback).join(tables.turns).order_by(tables.feedback.c.at),
        )
        theirs = tables.turns.c.conversation == conversation

        def read(connection: Connection) -> Held:
            said = connection.execute(turns.where(theirs)).mappings()
            rated = connection.execute(verdicts.where(theirs)).mappings()
            return Held(
                session=self._read(connection.scalar(session)),
                turns=tuple(Turn(**row) for row in said),
                feedback=tuple(Feedback(**row) for row in rated),
                silent_since=silences.silent_since(connection, conversation),
            )

        return await self._database.run(read)

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
            forget_mail(connection, conversation)
            silences.forget(connection, conversation)
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
