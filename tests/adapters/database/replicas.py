"""Replicas that share a database, and what comes to them."""

import uuid
from dataclasses import dataclass

from bot.adapters.database import Database, DatabaseConversations, DatabaseMail
from bot.adapters.sealing import Seal
from bot.domain.mail import Arrival, Letter, Posting
from tests.adapters.database.stores import FakeClock

SEAL = Seal(b"a secret of the installation")


@dataclass(frozen=True, slots=True)
class Replica:
    """A program: its mail, and its conversations."""

    mail: DatabaseMail
    conversations: DatabaseConversations
    database: Database


def a_replica(url: str, clock: FakeClock, seal: Seal = SEAL) -> Replica:
    database = Database(url)
    mail = DatabaseMail(database, clock, seal, uuid.uuid4().hex)
    return Replica(mail, DatabaseConversations(database, clock, mail=mail), database)


def an_arrival(number: int, chat: str = "c1", sender: str = "s1") -> Arrival:
    return Arrival(f"telegram/1/{number}", chat, sender, f"message {number}")


def a_posting(arrival: Arrival, *letters: str) -> Posting:
    """An answer in letters whose keys are their words."""
    return Posting(arrival, tuple(Letter(words, arrival.chat, words) for words in letters))
