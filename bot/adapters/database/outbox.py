"""What is to be sent: sealed, in order, gone once it is."""

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.adapters.database.silences import silent_since
from bot.adapters.database.tables import outbox
from bot.adapters.sealing import Seal, UnsealableError
from bot.domain.mail import Letter

logger = logging.getLogger(__name__)


_GONE = delete(outbox).where(outbox.c.key.in_(bindparam("gone", expanding=True)))


def add(connection: Connection, letters: Sequence[Letter], seal: Seal, now: datetime) -> None:
    """Keep letters, in order."""
    rows = [
        {
            "key": letter.key,
            "chat": letter.chat,
            "content": seal.close(letter.content),
            "asked": letter.asked,
            "at": now,
        }
        for letter in letters
    ]
    if rows:
        connection.execute(insert(outbox), rows)


def remove(connection: Connection, letters: Sequence[Letter]) -> None:
    """Letters were sent."""
    connection.execute(_GONE, {"gone": [letter.key for letter in letters]})


_OLDEST = select(outbox).where(outbox.c.chat == bindparam("of")).order_by(outbox.c.id).limit(1)


def oldest(connection: Connection, seal: Seal, chat: str) -> Letter | None:
    """The first letter to send in a chat; what nobody asked for is dropped if silence is wanted."""
    while row := connection.execute(_OLDEST, {"of": chat}).first():
        try:
            content = seal.open(row.content)
        except UnsealableError:
            logger.warning("a letter sealed with another key is dropped")
        else:
            if row.asked or silent_since(connection, chat) is None:
                return Letter(row.key, chat, content, row.asked)
        connection.execute(delete(outbox).where(outbox.c.id == row.id))
    return None


def forget(connection: Connection, chat: str) -> None:
    """Send nothing of what was to be sent in a chat."""
    connection.execute(delete(outbox).where(outbox.c.chat == chat))
