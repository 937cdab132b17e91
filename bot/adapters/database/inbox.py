"""What channels received: in the order it was kept, sealed, emptied once answered."""

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Connection, Executable, bindparam, delete, func, select, update

from bot.adapters.database.tables import inbox, waits
from bot.adapters.database.upsert import insert_into, insertion
from bot.adapters.sealing import Seal, UnsealableError
from bot.domain.mail import Arrival

logger = logging.getLogger(__name__)

CROWD = timedelta(minutes=1)
"""The while within which the messages of a sender are counted."""

MAX_TRIES = 10
"""Times that an arrival may outlive the replica that had it in hand before it is put aside."""

Row = dict[str, object]


def row_of(arrival: Arrival, sealed: str, now: datetime) -> Row:
    """An arrival as it is kept."""
    known = {"reference": arrival.reference, "chat": arrival.chat, "sender": arrival.sender}
    return {**known, "content": sealed, "crowd": 0, "tries": 0, "at": now}


def add(
    connection: Connection, arrivals: Sequence[Arrival], rows: Sequence[Row], now: datetime
) -> list[Arrival]:
    """Keep arrivals with how many others their senders wrote lately; returns those that are new."""
    crowds = Counter(_crowds(connection, arrivals, now))
    adding = _adding(connection.dialect.name)
    new = []
    for arrival, row in zip(arrivals, rows, strict=True):
        crowd = crowds[arrival.sender]
        if connection.execute(adding, {**row, "crowd": crowd}).first():
            crowds[arrival.sender] += 1
            new.append(replace(arrival, crowd=crowd))
    return new


@cache
def _adding(dialect: str) -> Executable:
    new = insertion(inbox, dialect).on_conflict_do_nothing(index_elements=["reference"])
    return new.returning(inbox.c.id)


def mark_answered(connection: Connection, row: Row) -> bool:
    """Empty an arrival; false when it was answered already.

    One that is unknown, for the database was away as it came, is known from now on.
    """
    answering = _answering(connection.dialect.name)
    return connection.execute(answering, {**row, "content": None}).first() is not None


@cache
def _answering(dialect: str) -> Executable:
    new = insertion(inbox, dialect)
    return new.on_conflict_do_update(
        index_elements=["reference"],
        set_={"content": None},
        where=inbox.c.content.is_not(None),
    ).returning(inbox.c.id)


def put_aside(connection: Connection, row: Row, reason: str) -> None:
    """Keep an arrival apart."""
    aside = {"aside": reason}
    connection.execute(
        insert_into(inbox, connection)
        .values({**row, **aside})
        .on_conflict_do_update(index_elements=["reference"], set_=aside)
    )


_OLDEST = select(inbox).where(waits, inbox.c.chat == bindparam("of")).order_by(inbox.c.id).limit(1)


def oldest(connection: Connection, seal: Seal, chat: str) -> Arrival | None:
    """The first arrival of a chat that waits for its answer."""
    while row := connection.execute(_OLDEST, {"of": chat}).first():
        try:
            content = seal.open(row.content)
        except UnsealableError:
            logger.warning("an arrival sealed with another key is put aside")
            own = inbox.c.id == row.id
            connection.execute(update(inbox).where(own).values(aside="sealed"))
        else:
            return Arrival(row.reference, chat, row.sender, content, row.crowd)
    return None


def count_tries(connection: Connection, chats: Sequence[str]) -> None:
    """The arrivals that come first in these chats were left by a replica that died."""
    first = select(func.min(inbox.c.id)).where(waits, inbox.c.chat.in_(chats))
    connection.execute(
        update(inbox)
        .where(inbox.c.id.in_(first.group_by(inbox.c.chat)))
        .values(tries=inbox.c.tries + 1)
    )
    worn = update(inbox).where(waits, inbox.c.tries > MAX_TRIES).values(aside="tries")
    if connection.execute(worn).rowcount:
        logger.error("an arrival outlived %d replicas and is put aside", MAX_TRIES)


def purge(connection: Connection, before: datetime) -> int:
    """Forget what was answered or put aside before; returns how many."""
    return connection.execute(delete(inbox).where(inbox.c.at < before, ~waits)).rowcount


def forget(connection: Connection, chat: str) -> None:
    """Forget a chat, and who wrote elsewhere if it is theirs, but for what waits for its answer.

    Of a message in a group, the reference stays: delivered again, it is not answered again.
    """
    connection.execute(delete(inbox).where(inbox.c.chat == chat, ~waits))
    theirs = update(inbox).where(inbox.c.sender == chat, ~waits)
    connection.execute(theirs.values(sender=""))


def _crowds(connection: Connection, arrivals: Sequence[Arrival], now: datetime) -> dict[str, int]:
    """How many each sender wrote within the minute before."""
    senders = {arrival.sender for arrival in arrivals}
    query = (
        select(inbox.c.sender, func.count().label("messages"))
        .where(inbox.c.sender.in_(senders), inbox.c.at > now - CROWD)
        .group_by(inbox.c.sender)
    )
    return {row.sender: row.messages for row in connection.execute(query)}
