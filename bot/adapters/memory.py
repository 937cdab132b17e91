"""Conversations kept in memory, while the database does not answer."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.mail import Posting
from bot.domain.session import SESSION_LIFETIME, Session
from bot.usecases.ports import Clock

MAX_CONVERSATIONS = 10_000
"""Conversations remembered at once: some tens of megabytes."""

MAX_TURNS = 100
"""Turns remembered of one conversation, the latest."""


@dataclass(slots=True)
class _Conversation:
    session: Session
    updated_at: datetime
    turns: OrderedDict[str, Turn] = field(default_factory=OrderedDict)
    feedback: dict[str, Feedback] = field(default_factory=dict)

    def drop(self, turn: str) -> None:
        del self.turns[turn]
        self.feedback.pop(turn, None)


class MemoryConversations:
    """Sessions, turns and feedback until the program stops; the least recent go first."""

    def __init__(
        self,
        clock: Clock,
        *,
        lifetime: timedelta = SESSION_LIFETIME,
        limit: int = MAX_CONVERSATIONS,
    ) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._limit = limit
        self._kept: OrderedDict[str, _Conversation] = OrderedDict()

    async def recall(self, conversation: str) -> Session:
        """The session of a conversation; a new one when it is unknown or expired."""
        kept = self._kept.get(conversation)
        if kept is None or kept.updated_at < self._clock.now() - self._lifetime:
            return Session()
        return kept.session

    async def post(self, posting: Posting) -> None:
        """Nothing: what is posted is remembered by whoever sends it."""

    async def record(self, turn: Turn, session: Session, posting: Posting | None = None) -> None:  # noqa: ARG002 - likewise
        """Keep a turn and the session it leaves; a turn already kept is not kept twice."""
        kept = self._kept.setdefault(turn.conversation, _Conversation(session, turn.at))
        kept.session, kept.updated_at = session, turn.at
        kept.turns.setdefault(turn.id, turn)
        if len(kept.turns) > MAX_TURNS:
            kept.drop(next(iter(kept.turns)))
        self._kept.move_to_end(turn.conversation)
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)

    async def rate(self, feedback: Feedback) -> None:
        """Keep whether an answer helped: the last verdict counts, one on no known turn is lost."""
        # The rated turn is nearly always among the latest.
        for kept in reversed(self._kept.values()):
            if feedback.turn in kept.turns:
                kept.feedback[feedback.turn] = feedback
                return

    async def export(self, conversation: str) -> Held:
        """Everything held of a conversation, oldest first."""
        kept = self._kept.get(conversation)
        if kept is None:
            return Held()
        turns = sorted(kept.turns.values(), key=lambda turn: (turn.at, turn.id))
        feedback = sorted(kept.feedback.values(), key=lambda verdict: (verdict.at, verdict.turn))
        return Held(kept.session, tuple(turns), tuple(feedback))

    async def forget(self, conversation: str) -> int:
        """Erase a conversation: session, turns, feedback. Returns how many turns there were."""
        kept = self._kept.pop(conversation, None)
        return len(kept.turns) if kept else 0

    async def purge(self, before: datetime) -> int:
        """Erase what is older than `before` (aware, UTC). Returns how many turns there were."""
        erased = 0
        for key, kept in list(self._kept.items()):
            if kept.updated_at < before:
                erased += await self.forget(key)
                continue
            for turn in [turn for turn in kept.turns.values() if turn.at < before]:
                kept.drop(turn.id)
                erased += 1
        return erased
