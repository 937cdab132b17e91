"""What stands behind the page in its tests."""

from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from bot.domain.exchange import Message, Outcome
from bot.domain.health import HealthReport
from bot.domain.replies import Button, Reply, Statement

WELCOME = Statement("Bonjour, que cherchez-vous ?", buttons=(Button("Un lieu", "goal:lieu"),))


ALL_WELL = HealthReport(ready=True, model=True, database=True)

Browse = Callable[[str], httpx.AsyncClient]
"""Opens a browser on an origin: `http://assistant.test`."""


@dataclass
class FakeAssistant:
    """Says what it is given to say, and keeps what it hears."""

    replies: tuple[Reply, ...] = (Statement("Bien reçu."),)
    failure: Exception | None = None
    heard: list[Message] = field(default_factory=list)
    welcomed: list[tuple[str, str]] = field(default_factory=list)

    async def welcome(self, channel: str, conversation: str) -> Outcome:
        self.welcomed.append((channel, conversation))
        return Outcome("saluer", (WELCOME,))

    async def answer(self, message: Message) -> Outcome:
        self.heard.append(message)
        if self.failure:
            raise self.failure
        return Outcome("saluer", self.replies)


@dataclass
class FakeHealth:
    """A state of the program, as decided by the test."""

    report: HealthReport = ALL_WELL

    async def __call__(self) -> HealthReport:
        return self.report
