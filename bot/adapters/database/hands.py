"""Which replica has which chat in hand: one at a time, for as long as it says that it lives."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, or_, select, union

from bot.adapters.database import tables
from bot.adapters.database.upsert import insert_into

LIFE = timedelta(seconds=10)
"""How long a replica is believed alive after it last said so."""

HELD, HOLDERS = tables.hands.c, tables.holders.c


def renew(connection: Connection, holder: str, now: datetime) -> None:
    """Say that a replica lives; those that have not for long are forgotten."""
    until = {"until": now + LIFE}
    connection.execute(
        insert_into(tables.holders, connection)
        .values(id=holder, **until)
        .on_conflict_do_update(index_elements=["id"], set_=until)
    )
    connection.execute(delete(tables.holders).where(HOLDERS.until < now - LIFE))


def leave(connection: Connection, holder: str) -> None:
    """Let go of everything that a replica has in hand."""
    connection.execute(delete(tables.hands).where(HELD.holder == holder))
    connection.execute(delete(tables.holders).where(HOLDERS.id == holder))


def take(connection: Connection, chats: Iterable[str], holder: str, now: datetime) -> list[str]:
    """Take chats that nobody alive has in hand; returns those that are now `holder`'s.

    The rows stay locked until the transaction ends, even those of others: what comes in for a
    chat and who lets go of it cannot miss each other. Taken in one order, they cannot deadlock.
    """
    wanted = [{"chat": chat, "holder": holder} for chat in sorted(set(chats))]
    if not wanted:
        return []
    taken = (
        insert_into(tables.hands, connection)
        .values(wanted)
        .on_conflict_do_update(
            index_elements=["chat"], set_={"holder": holder}, where=_is_free(holder, now)
        )
        .returning(HELD.chat)
    )
    return list(connection.scalars(taken))


def has(connection: Connection, chat: str, holder: str) -> bool:
    """Whether a chat is in hand, and stays so until the end of the transaction."""
    query = select(HELD.holder).where(HELD.chat == chat).with_for_update()
    return connection.scalar(query) == holder


def let_go(connection: Connection, chat: str) -> None:
    """Nothing is left to do in a chat."""
    connection.execute(delete(tables.hands).where(HELD.chat == chat))


def abandoned(connection: Connection, holder: str, now: datetime, limit: int) -> Sequence[str]:
    """Chats with something to do that nobody else alive has in hand."""
    waiting = select(tables.inbox.c.chat).where(tables.waits)
    busy = union(waiting, select(tables.outbox.c.chat)).subquery()
    query = (
        select(busy.c.chat)
        .outerjoin(tables.hands, HELD.chat == busy.c.chat)
        .where(or_(HELD.holder.is_(None), _is_free(holder, now)))
        .limit(limit)
    )
    return connection.scalars(query).all()


def _is_free(holder: str, now: datetime) -> ColumnElement[bool]:
    alive = select(HOLDERS.id).where(HOLDERS.until >= now)
    return or_(HELD.holder == holder, HELD.holder.not_in(alive))
