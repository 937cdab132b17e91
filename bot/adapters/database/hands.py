"""Which replica has which chat in hand: one at a time, for as long as it says that it lives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Executable,
    Subquery,
    bindparam,
    delete,
    func,
    or_,
    select,
    union,
    update,
)

from bot.adapters.database import tables
from bot.adapters.database.upsert import insert_into, insertion

LIFE = timedelta(seconds=10)
"""How long a replica is believed alive after it last said so."""

HELD, HOLDERS = tables.hands.c, tables.holders.c


@dataclass(frozen=True, slots=True)
class Taken:
    """A chat taken; `is_fresh`: nothing was to be done in it, for nobody had it."""

    chat: str
    is_fresh: bool


def renew(connection: Connection, holder: str, now: datetime) -> None:
    """Say that a replica lives."""
    until = {"until": now + LIFE}
    connection.execute(
        insert_into(tables.holders, connection)
        .values(id=holder, **until)
        .on_conflict_do_update(index_elements=["id"], set_=until)
    )


def forget_dead(connection: Connection, before: datetime) -> None:
    """Forget the replicas that said nothing for long."""
    connection.execute(delete(tables.holders).where(HOLDERS.until < before))


def forget_idle(connection: Connection, now: datetime) -> None:
    """Forget the chats in which nothing is to be done, and that nobody alive has in hand."""
    busy = select(_busy().c.chat)
    idle = delete(tables.hands).where(_is_free("", now), HELD.chat.not_in(busy))
    connection.execute(idle)


def leave(connection: Connection, holder: str) -> None:
    """Say that a replica lives no more: others take over what it has in hand.

    A chat stays there until nothing is left to do in it, so that one that nobody has is idle.
    """
    connection.execute(delete(tables.holders).where(HOLDERS.id == holder))


def take(connection: Connection, chats: Iterable[str], holder: str, now: datetime) -> list[Taken]:
    """Take chats that nobody alive has in hand; returns those that are now `holder`'s.

    The rows stay locked until the transaction ends, even those of others: what comes in for a
    chat and who lets go of it cannot miss each other. Taken in one order, they cannot deadlock.
    """
    taken = []
    fresh, left = _taking(connection.dialect.name)
    for chat in sorted(set(chats)):
        wanted = {"chat": chat, "holder": holder}
        if connection.execute(fresh, wanted).first():
            taken.append(Taken(chat, is_fresh=True))
        elif connection.execute(left, {**wanted, "me": holder, "now": now}).first():
            taken.append(Taken(chat, is_fresh=False))
    return taken


@cache
def _taking(dialect: str) -> tuple[Executable, Executable]:
    """Taking a chat that nobody has, then one that somebody had: made once, for they are many."""
    fresh = insertion(tables.hands, dialect)
    left = insertion(tables.hands, dialect)
    free = _is_free(bindparam("me"), bindparam("now", type_=tables.UtcDateTime()))
    return (
        fresh.on_conflict_do_nothing(index_elements=["chat"]).returning(HELD.chat),
        left.on_conflict_do_update(
            index_elements=["chat"], set_={"holder": left.excluded.holder}, where=free
        ).returning(HELD.chat),
    )


_KEEP = (
    update(tables.hands)
    .where(HELD.chat == bindparam("of"), HELD.holder == bindparam("me"))
    .values(holder=HELD.holder)
)
_LET_GO = delete(tables.hands).where(HELD.chat == bindparam("chat"))


def has(connection: Connection, chat: str, holder: str) -> bool:
    """Whether a chat is in hand, and stays so until the end of the transaction.

    Written, not only read: that locks the row, and begins the transaction in SQLite.
    """
    return connection.execute(_KEEP, {"of": chat, "me": holder}).rowcount > 0


_HELD = select(HELD.chat).where(
    HELD.chat.in_(bindparam("of", expanding=True)), HELD.holder == bindparam("me")
)


def held(connection: Connection, chats: Sequence[str], holder: str) -> set[str]:
    """Which of these chats are in hand now; read only, it waits for nobody."""
    return set(connection.scalars(_HELD, {"of": chats, "me": holder}))


def let_go(connection: Connection, chat: str) -> None:
    """Nothing is left to do in a chat."""
    connection.execute(_LET_GO, {"chat": chat})


def abandoned(
    connection: Connection, holder: str, now: datetime, limit: int
) -> dict[str, str | None]:
    """Chats with something to do that nobody else alive has in hand, and who had them.

    Those of others come first: ours, which are most often being served, must not hide them.
    """
    busy = _busy()
    query = (
        select(busy.c.chat, HELD.holder)
        .outerjoin(tables.hands, HELD.chat == busy.c.chat)
        .where(or_(HELD.holder.is_(None), _is_free(holder, now)))
        .order_by(func.coalesce(HELD.holder, "") == holder)
        .limit(limit)
    )
    return {row.chat: row.holder for row in connection.execute(query)}


def _busy() -> Subquery:
    """The chats with something to do."""
    waiting = select(tables.inbox.c.chat).where(tables.waits)
    return union(waiting, select(tables.outbox.c.chat)).subquery()


def _is_free(
    holder: str | BindParameter[str], now: datetime | BindParameter[datetime]
) -> ColumnElement[bool]:
    alive = select(HOLDERS.id).where(HOLDERS.until >= now)
    return or_(HELD.holder == holder, HELD.holder.not_in(alive))
