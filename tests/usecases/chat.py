"""Somebody who talks with an assistant."""

from dataclasses import dataclass

from bot.channels.ask.plain import plain
from bot.domain.exchange import Message, Outcome
from bot.domain.replies import Button
from bot.domain.territory import Position
from bot.usecases.answering import Assistant


@dataclass(frozen=True)
class Chat:
    """A conversation of a channel."""

    assistant: Assistant
    name: str = "chat-42"
    channel: str = "essai"

    @property
    def key(self) -> str:
        """What the conversation is kept under."""
        return self.assistant.pseudonyms.of(self.channel, self.name)

    async def say(self, text: str) -> Outcome:
        return await self.assistant.answer(Message(self.channel, self.name, text=text))

    async def press(self, value: str) -> Outcome:
        return await self.assistant.answer(Message(self.channel, self.name, press=value))

    async def share(self, position: Position) -> Outcome:
        return await self.assistant.answer(Message(self.channel, self.name, position=position))


def said(outcome: Outcome) -> str:
    """Everything that is read, without the buttons."""
    return "\n".join(map(plain, outcome.replies))


def buttons(outcome: Outcome) -> tuple[Button, ...]:
    """Everything that can be pressed."""
    return tuple(button for reply in outcome.replies for button in reply.buttons)
