"""The tables: what is kept, of whom nothing but a keyed hash is known."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, in UTC both ways: SQLite forgets the zone, PostgreSQL gives the server's."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        """The moment in UTC.

        Raises:
            ValueError: the moment is naive.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be kept")
        return value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        """The moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

conversations = Table(
    "conversations",
    metadata,
    Column("key", String, primary_key=True),
    Column("session", Text, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Index(None, "updated_at"),
)

# Columns bear the names of the fields of `Turn`; `unanswered` makes the list of what to write next.
turns = Table(
    "turns",
    metadata,
    Column("id", String, primary_key=True),
    Column("conversation", ForeignKey(conversations.c.key, ondelete="CASCADE"), nullable=False),
    Column("channel", String, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("goal", String, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("degraded", Boolean, nullable=False),
    Column("unanswered", Boolean, nullable=False),
    Index(None, "conversation", "at"),
    Index(None, "at"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("turn", ForeignKey(turns.c.id, ondelete="CASCADE"), primary_key=True),
    Column("useful", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

_NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A number that the database gives, greater than all before."""

# What channels received: `content` is sealed, and emptied once answered; `aside` says why an
# arrival cannot be.
inbox = Table(
    "inbox",
    metadata,
    Column("id", _NUMBER, primary_key=True, autoincrement=True),
    Column("reference", String, nullable=False, unique=True),
    Column("chat", String, nullable=False),
    Column("sender", String, nullable=False),
    Column("content", Text),
    Column("crowd", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("aside", String),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "sender", "at"),
    Index(None, "at"),
    sqlite_autoincrement=True,
)
waits = inbox.c.content.is_not(None) & inbox.c.aside.is_(None)
"""Whether an arrival is still to be answered."""

Index("ix_inbox_waiting", inbox.c.chat, inbox.c.id, sqlite_where=waits, postgresql_where=waits)

# What is to be sent, sealed; a row goes once it is.
outbox = Table(
    "outbox",
    metadata,
    Column("id", _NUMBER, primary_key=True, autoincrement=True),
    Column("key", String, nullable=False, unique=True),
    Column("chat", String, nullable=False),
    Column("content", Text, nullable=False),
    Column("asked", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "chat", "id"),
    sqlite_autoincrement=True,
)

# The replicas that live, and the chats that each has in hand.
holders = Table(
    "holders",
    metadata,
    Column("id", String, primary_key=True),
    Column("until", UtcDateTime, nullable=False),
)

hands = Table(
    "hands",
    metadata,
    Column("chat", String, primary_key=True),
    Column("holder", String, nullable=False),
)

silences = Table(
    "silences",
    metadata,
    Column("conversation", String, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

# The moments taken of each limit, in seconds since 1970, as JSON.
paces = Table(
    "paces",
    metadata,
    Column("scope", String, primary_key=True),
    Column("taken", Text, nullable=False),
)
