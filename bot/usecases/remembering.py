"""Memory that survives the database: while it is away, conversations go on in the process."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.mail import Posting
from bot.domain.session import Session
from bot.usecases.ports import Conversations, UnavailableError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class SteadyConversations:
    """The store, and a spare one for as long as it does not answer.

    Rights are never exercised on the spare alone: to copy or erase needs the store itself.
    """

    store: Conversations
    spare: Conversations

    async def recall(self, conversation: str) -> Session:
        """The session from the store, else from the spare."""
        return await self._either(lambda place: place.recall(conversation))

    async def record(self, turn: Turn, session: Session, posting: Posting | None = None) -> None:
        """Keep a turn in the store, with all that the spare kept meanwhile; else in the spare."""
        kept = await self.spare.export(turn.conversation)
        try:
            for each in kept.turns:
                await self.store.record(each, session)
            for verdict in kept.feedback:
                await self.store.rate(verdict)
            await self.store.record(turn, session, posting)
        except UnavailableError:
            return await self.spare.record(turn, session)
        if not kept.is_empty:
            await self.spare.forget(turn.conversation)
        return None

    async def post(self, posting: Posting) -> None:
        """Keep what is posted in the store; while it is away, whoever sends it remembers it."""
        await self._either(lambda place: place.post(posting))

    async def rate(self, feedback: Feedback) -> None:
        """Keep a verdict in the store, else in the spare."""
        await self._either(lambda place: place.rate(feedback))

    async def export(self, conversation: str) -> Held:
        """Everything held, in the store and in the spare, oldest first."""
        stored = await self.store.export(conversation)
        return stored.with_(await self.spare.export(conversation))

    async def forget(self, conversation: str) -> int:
        """Erase from both."""
        count = await self.store.forget(conversation)
        return count + await self.spare.forget(conversation)

    async def purge(self, before: datetime) -> int:
        """Erase what is old from both."""
        return await self.store.purge(before) + await self.spare.purge(before)

    async def _either(self, ask: Callable[[Conversations], Awaitable[Result]]) -> Result:
        try:
            return await ask(self.store)
        except UnavailableError:
            return await ask(self.spare)
