"""An assistant that says what it received."""

import asyncio
from collections import defaultdict

from bot.domain.exchange import Message, Outcome
from bot.domain.replies import Button, Reply, Statement


class FakeAssistant:
    """Remembers what it was told; `replies` are said by text, `hold` keeps a text unanswered."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.welcomed: list[tuple[str, str]] = []
        self.replies: dict[str, tuple[Reply, ...]] = {}
        self.broken = False
        self._held: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def hold(self, text: str) -> asyncio.Event:
        """The event after which this text is answered."""
        return self._held[text]

    async def welcome(self, channel: str, conversation: str) -> Outcome:
        self.welcomed.append((channel, conversation))
        return Outcome("saluer", (Statement("Bonjour", buttons=(Button("Aide", "goal:aide"),)),))

    async def answer(self, message: Message) -> Outcome:
        self.messages.append(message)
        said = message.text or message.press or "position"
        if self.broken:
            raise ValueError(f"cannot read {said}")
        if said in self._held:
            await self._held[said].wait()
        return Outcome("aide", self.replies.get(said, (Statement(f"Reçu : {said}"),)))
