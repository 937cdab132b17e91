"""Who wants no message that they did not ask for."""

from datetime import datetime, timedelta

from bot.adapters.database import DatabaseSilences, tables
from tests.adapters.database.replicas import Replica
from tests.adapters.database.stores import NOON, FakeClock

AN_HOUR = timedelta(hours=1)


async def silent_since(replica: Replica, conversation: str = "c1") -> datetime | None:
    return (await replica.conversations.export(conversation)).silent_since


async def test_nobody_is_silent_before_they_ask(one: Replica) -> None:
    assert await silent_since(one) is None


async def test_silence_is_kept_for_every_replica(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await DatabaseSilences(one.database, clock).silence("c1")
    assert await silent_since(other) == NOON
    assert await silent_since(other, "c2") is None


async def test_silence_asked_for_twice_began_the_first_time(one: Replica, clock: FakeClock) -> None:
    silences = DatabaseSilences(one.database, clock)
    await silences.silence("c1")
    clock.advance(AN_HOUR)
    await silences.silence("c1")
    assert await silent_since(one) == NOON


async def test_silence_ends_when_it_is_no_longer_wanted(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    silences = DatabaseSilences(one.database, clock)
    await silences.silence("c1")
    await silences.silence("c2")
    await DatabaseSilences(other.database, clock).speak("c1")
    assert await silent_since(one) is None
    assert await silent_since(one, "c2") == NOON


async def test_silence_wanted_again_begins_again(one: Replica, clock: FakeClock) -> None:
    silences = DatabaseSilences(one.database, clock)
    await silences.silence("c1")
    await silences.speak("c1")
    clock.advance(AN_HOUR)
    await silences.silence("c1")
    assert await silent_since(one) == NOON + AN_HOUR


async def test_who_was_not_silent_may_speak(one: Replica, clock: FakeClock) -> None:
    await DatabaseSilences(one.database, clock).speak("c1")
    assert await silent_since(one) is None


async def test_a_wish_for_silence_is_forgotten_with_the_rest_and_only_then(
    one: Replica, clock: FakeClock
) -> None:
    silences = DatabaseSilences(one.database, clock)
    await silences.silence("c1")
    await silences.silence("c2")
    await one.conversations.purge(NOON + AN_HOUR)
    await one.mail.purge_mail(NOON + AN_HOUR)
    assert await silent_since(one) == NOON
    await one.conversations.forget("c1")
    assert await one.column(tables.silences.c.conversation) == ["c2"]
