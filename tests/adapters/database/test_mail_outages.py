"""While the database is away, each call says so."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from bot.adapters.database import (
    Database,
    DatabaseConversations,
    DatabaseMail,
    DatabasePace,
    DatabaseSilences,
)
from bot.domain.mail import Posting
from bot.domain.pacing import Limit
from bot.domain.session import Session
from bot.usecases.ports import UnavailableError
from tests.adapters.database.replicas import SEAL, Replica, a_posting, an_arrival
from tests.adapters.database.stores import A_TURN, NOON, FakeClock

POSTING = Posting(an_arrival(1))

Call = Callable[[DatabaseMail], Awaitable[object]]

CALLS: dict[str, Call] = {
    "receive": lambda mail: mail.receive([an_arrival(1)]),
    "next": lambda mail: mail.next("c1"),
    "post": lambda mail: mail.post(POSTING),
    "mark_sent": lambda mail: mail.mark_sent(a_posting(an_arrival(1), "un").letters[0]),
    "put_aside": lambda mail: mail.put_aside(an_arrival(1), "unreadable"),
    "take_over": lambda mail: mail.take_over(10),
    "renew": lambda mail: mail.renew(),
    "leave": lambda mail: mail.leave(),
    "purge_mail": lambda mail: mail.purge_mail(NOON),
}


@pytest.fixture
def absent(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/absent/file.db")
    yield database
    database.close()


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_no_call_succeeds_without_the_database(
    absent: Database, clock: FakeClock, call: Call
) -> None:
    with pytest.raises(UnavailableError):
        await call(DatabaseMail(absent, clock, SEAL, "one"))


async def test_neither_silence_nor_pace_nor_what_is_posted_is_kept_without_the_database(
    absent: Database, clock: FakeClock
) -> None:
    silences, pace = DatabaseSilences(absent, clock), DatabasePace(absent, clock)
    mail = DatabaseMail(absent, clock, SEAL, "one")
    conversations = DatabaseConversations(absent, clock, mail=mail)
    for call in (
        silences.silence("c1"),
        silences.speak("c1"),
        pace.reserve("all", Limit(1, 1)),
        conversations.post(POSTING),
        conversations.record(A_TURN, Session(), POSTING),
    ):
        with pytest.raises(UnavailableError):
            await call


async def test_a_chat_in_hand_when_the_database_goes_is_still_there_when_it_is_back(
    one: Replica, absent: Database
) -> None:
    await one.mail.receive([an_arrival(1)])
    one.database._engine, engine = absent._engine, one.database._engine
    with pytest.raises(UnavailableError):
        await one.mail.next("c1")
    one.database._engine = engine
    assert await one.mail.next("c1") == an_arrival(1)
