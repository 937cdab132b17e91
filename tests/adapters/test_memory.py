"""The bounds of conversations kept in memory."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.memory import MAX_TURNS, MemoryConversations
from bot.domain.exchange import Turn
from bot.domain.session import Session

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
A_TURN = Turn("t0", "c0", "console", NOON, "bonjour", "saluer", 1.0, False, False)  # noqa: FBT003
ASKED = Session(asked=True)


class FakeClock:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def conversations() -> MemoryConversations:
    return MemoryConversations(FakeClock(), limit=2)


async def test_the_conversation_silent_the_longest_is_dropped(
    conversations: MemoryConversations,
) -> None:
    for number, key in enumerate(["c0", "c1", "c0", "c2"]):
        await conversations.record(replace(A_TURN, id=f"t{number}", conversation=key), ASKED)
    assert await conversations.recall("c0") == ASKED
    assert await conversations.recall("c1") == Session()
    assert await conversations.recall("c2") == ASKED


async def test_the_latest_turns_of_a_conversation_are_kept(
    conversations: MemoryConversations,
) -> None:
    turns = [
        replace(A_TURN, id=f"t{number}", at=NOON + timedelta(minutes=number))
        for number in range(MAX_TURNS + 5)
    ]
    for turn in turns:
        await conversations.record(turn, ASKED)
    assert (await conversations.export("c0")).turns == tuple(turns[5:])
