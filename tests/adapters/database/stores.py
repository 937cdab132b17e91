"""What the tests of conversations need: a clock, turns, and stores whose feedback can be read."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from bot.adapters.database import Database, DatabaseConversations, tables
from bot.adapters.memory import MemoryConversations
from bot.domain.exchange import Feedback, Turn
from bot.usecases.ports import Conversations

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)

A_TURN = Turn(
    id="t1",
    conversation="c1",
    channel="console",
    at=NOON,
    text="où trouver un fablab ?",
    goal="fablab",
    confidence=0.875,
    degraded=False,
    unanswered=True,
)


class FakeClock:
    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time

    def advance(self, duration: timedelta) -> None:
        self.time += duration


@dataclass(frozen=True, slots=True)
class Store:
    """Conversations, and what the port does not tell: the feedback held."""

    conversations: Conversations
    feedback: Callable[[], Awaitable[set[Feedback]]]


def memory_store(clock: FakeClock) -> Store:
    conversations = MemoryConversations(clock)

    async def feedback() -> set[Feedback]:
        return {one for kept in conversations._kept.values() for one in kept.feedback.values()}

    return Store(conversations, feedback)


def database_store(database: Database, clock: FakeClock) -> Store:
    def read(connection: Connection) -> set[Feedback]:
        rows = connection.execute(select(tables.feedback)).mappings()
        return {Feedback(**row) for row in rows}

    async def feedback() -> set[Feedback]:
        return await database.run(read)

    return Store(DatabaseConversations(database, clock), feedback)


def a_turn(number: int, conversation: str = "c1") -> Turn:
    """The turn of that number, as many minutes after noon."""
    at = NOON + timedelta(minutes=number)
    return replace(A_TURN, id=f"t{number}", conversation=conversation, at=at)
