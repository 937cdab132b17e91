"""Replicas that share a database, and what comes to them."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Column, Connection, select

from bot.adapters.database import Database, DatabaseConversations, DatabaseMail, tables
from bot.adapters.sealing import Seal
from bot.domain.mail import Arrival, Letter, Posting
from tests.adapters.database.stores import FakeClock

SEAL = Seal(b"a secret of the installation")

A_LOT = 1000


@dataclass(frozen=True, slots=True)
class Replica:
    """A program: its mail, and its conversations."""

    mail: DatabaseMail
    conversations: DatabaseConversations
    database: Database

    async def column(self, column: Column[object]) -> list[object]:
        """What a table holds, in the order of its key."""

        def read(connection: Connection) -> list[object]:
            return list(connection.scalars(select(column).order_by(*column.table.primary_key)))

        return await self.database.run(read)

    async def everything(self) -> str:
        """All that the tables hold, as it is written there."""

        def read(connection: Connection) -> str:
            kept = (connection.execute(select(it)).all() for it in tables.metadata.sorted_tables)
            return "\n".join(map(str, kept))

        return await self.database.run(read)

    async def serve(self, chat: str) -> list[str]:
        """Do all there is to do in a chat, answering each arrival by a letter; returns the words.

        An answer is preceded by « re ».
        """
        done: list[str] = []
        while work := await self.mail.next(chat):
            done.append(work.content)
            assert len(done) < A_LOT, "it never ends"
            if isinstance(work, Arrival):
                await self.mail.post(a_posting(work, f"re {work.content}"))
            else:
                await self.mail.mark_sent(work)
        return done


def a_replica(url: str, clock: FakeClock, seal: Seal = SEAL) -> Replica:
    """Its tables are there; it has not said yet that it lives."""
    database = Database(url)
    database.upgrade()
    mail = DatabaseMail(database, clock, seal, uuid.uuid4().hex)
    return Replica(mail, DatabaseConversations(database, clock, mail=mail), database)


def an_arrival(number: int, chat: str = "c1", sender: str = "s1") -> Arrival:
    return Arrival(f"telegram/1/{number}", chat, sender, f"message {number}")


def a_posting(arrival: Arrival, *letters: str) -> Posting:
    """An answer in letters whose keys are their words."""
    return Posting(arrival, tuple(Letter(words, arrival.chat, words) for words in letters))
