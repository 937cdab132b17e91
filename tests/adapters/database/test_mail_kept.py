"""What is kept of messages, for whom it is readable, and until when."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import Connection, update

from bot.adapters.database import DatabaseSilences, tables
from bot.adapters.database.hands import LIFE
from bot.adapters.sealing import Seal
from bot.domain.mail import Arrival, Letter, Posting
from tests.adapters.database.replicas import Replica, a_posting, a_replica, an_arrival
from tests.adapters.database.stores import FakeClock

WORDS, CHAT = "3 rue des Lilas", "424242424242"
TELLING = Arrival("telegram/1/1", "c1", "s1", f'{{"chat": {CHAT}, "text": "{WORDS}"}}')


@pytest.fixture
def stranger(url: str, clock: FakeClock) -> Iterator[Replica]:
    """A replica with another secret."""
    replica = a_replica(url, clock, Seal(b"another secret of another one"))
    yield replica
    replica.database.close()


async def test_nothing_can_be_read_in_the_tables(one: Replica) -> None:
    await one.mail.receive([TELLING])
    received = await one.everything()
    await one.mail.post(Posting(TELLING, (Letter("k1", "c1", f"à {CHAT} : {WORDS}"),)))
    await one.mail.put_aside(replace(TELLING, reference="telegram/1/2"), "unreadable")
    kept = f"{received}\n{await one.everything()}"
    assert "telegram/1/1" in kept
    assert "unreadable" in kept
    assert CHAT not in kept
    assert "Lilas" not in kept


async def test_what_was_answered_is_emptied_and_what_was_sent_is_gone(one: Replica) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.serve("c1")
    assert await one.column(tables.inbox.c.content) == [None]
    assert await one.column(tables.outbox.c.id) == []


async def test_what_another_key_sealed_stops_nobody(one: Replica, stranger: Replica) -> None:
    await stranger.mail.receive([an_arrival(1)])
    await stranger.mail.post(a_posting(an_arrival(2), "illisible"))
    await stranger.mail.leave()
    await one.mail.receive([an_arrival(3)])
    assert await one.serve("c1") == ["message 3", "re message 3"]
    assert await one.column(tables.inbox.c.aside) == ["sealed", None, None]


async def test_a_chat_where_nothing_can_be_read_is_let_go_of(
    one: Replica, stranger: Replica
) -> None:
    await stranger.mail.receive([an_arrival(1), an_arrival(2)])
    await stranger.mail.leave()
    assert await one.mail.take_over(10) == ["c1"]
    assert await one.serve("c1") == []
    assert await one.column(tables.hands.c.chat) == []


@pytest.mark.parametrize("damaged", ["", "rien", "gAAAAA", "é"])
async def test_what_is_damaged_stops_nobody(one: Replica, damaged: str) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(a_posting(an_arrival(2), "bonjour"))
    await one.database.run(partial(spoil, damaged))
    await one.mail.receive([an_arrival(3)])
    assert await one.serve("c1") == ["message 3", "re message 3"]


async def test_only_what_is_done_is_purged(one: Replica, clock: FakeClock) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await one.mail.post(Posting(an_arrival(1)))
    await one.mail.post(a_posting(an_arrival(3), "bonjour"))
    await one.mail.put_aside(an_arrival(4), "unreadable")
    assert await one.mail.purge_mail(clock.now()) == 0
    clock.advance(LIFE)
    assert await one.mail.purge_mail(clock.now()) == 3
    assert await one.serve("c1") == ["bonjour", "message 2", "re message 2"]


async def test_what_was_done_lately_is_still_recognised(one: Replica, clock: FakeClock) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.serve("c1")
    clock.advance(LIFE)
    assert await one.mail.purge_mail(clock.now() - LIFE) == 0
    await one.mail.receive([an_arrival(1)])
    assert await one.serve("c1") == []


async def test_a_chat_that_is_forgotten_keeps_what_waits_and_nothing_else(one: Replica) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await one.mail.post(a_posting(an_arrival(1), "bonjour"))
    await one.mail.put_aside(an_arrival(3), "unreadable")
    await one.conversations.forget("c1")
    assert await one.column(tables.inbox.c.reference) == [an_arrival(2).reference]
    assert await one.serve("c1") == ["message 2", "re message 2"]


async def test_forgetting_a_chat_takes_nothing_from_another(one: Replica) -> None:
    await one.mail.post(a_posting(an_arrival(1, "c2"), "bonjour"))
    await one.conversations.forget("c1")
    assert await one.column(tables.outbox.c.key) == ["bonjour"]
    assert await one.column(tables.inbox.c.chat) == ["c2"]


async def test_what_nobody_asked_for_is_not_sent_to_who_wants_silence(
    one: Replica, clock: FakeClock
) -> None:
    await DatabaseSilences(one.database, clock).silence("c1")
    letters = (
        Letter("a", "c1", "une alerte", asked=False),
        Letter("b", "c1", "une réponse"),
        Letter("c", "c1", "une alerte encore", asked=False),
    )
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(Posting(an_arrival(1), letters))
    assert await one.serve("c1") == ["une réponse"]
    assert await one.column(tables.outbox.c.key) == []


async def test_what_nobody_asked_for_is_sent_to_the_others(one: Replica, clock: FakeClock) -> None:
    silences = DatabaseSilences(one.database, clock)
    await silences.silence("c2")
    await silences.silence("c1")
    await silences.speak("c1")
    letter = Letter("a", "c1", "une alerte", asked=False)
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(Posting(an_arrival(1), (letter,)))
    assert await one.mail.next("c1") == letter


def spoil(damaged: str, connection: Connection) -> None:
    """Damage whatever is sealed."""
    for table in (tables.inbox, tables.outbox):
        content = table.c.content
        connection.execute(update(table).where(content.is_not(None)).values(content=damaged))


async def test_whoever_is_forgotten_is_forgotten_in_groups_too(one: Replica) -> None:
    for number, sender in enumerate(("c1", "c1", "c2")):
        await one.mail.receive([an_arrival(number, "group", sender)])
    await one.mail.post(a_posting(an_arrival(0, "group", "c1")))
    await one.mail.post(a_posting(an_arrival(2, "group", "c2")))
    await one.conversations.forget("c1")
    assert await one.column(tables.inbox.c.sender) == ["", "c1", "c2"]  # the second still waits
    await one.mail.receive([an_arrival(0, "group", "c1")])
    assert len(await one.column(tables.inbox.c.id)) == 3
