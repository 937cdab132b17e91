"""People who write to the systems under test."""

import asyncio
import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from scripts.bench.telegram.api import BotApi, Call
from scripts.bench.telegram.updates import next_text
from scripts.bench.telegram.wire import Door

PATIENCE = 30.0
"""Seconds after which an answer is not waited for any more."""

PAUSE = 0.3
"""Seconds before an update that was not taken is delivered again."""

CHATS = 8
"""Chats that a person writes to in turn: the end of an answer is not taken for the next one."""

TURNS = 10
"""Messages in a conversation, then another begins: none grows without end."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def deliver(door: Door, update: bytes, pause: float = PAUSE) -> int:
    """Deliver an update as Telegram does, until it is taken; how many times it took."""
    for tries in itertools.count(1):
        try:
            if (await door.post(update)).status // 100 == 2:  # noqa: PLR2004
                return tries
        except OSError:
            pass
        await asyncio.sleep(pause)
    raise AssertionError


class System(Protocol):
    """Something that answers."""

    async def ask(self, chat: int, text: str) -> None:
        """Say something in a chat, and wait for the answer."""


class Telegrammed:
    """A bot behind a webhook: its answer is its first message to the chat."""

    def __init__(self, api: BotApi, hook: str, secret: str) -> None:
        self._door = Door(hook, {HEADER: secret})
        self._asked: dict[int, asyncio.Future[None]] = {}
        api.hear = self._hear

    async def ask(self, chat: int, text: str) -> None:
        """Post the update, and wait for the message."""
        answered = self._asked[chat] = asyncio.get_running_loop().create_future()
        _, update = next_text(chat, text)
        await deliver(self._door, update)
        await answered

    def _hear(self, call: Call) -> None:
        answered = self._asked.pop(call.chat, None)
        if answered and not answered.done():
            answered.set_result(None)


@dataclass
class Crowd:
    """So many people, each of whom writes again as soon as the answer is there."""

    system: System
    texts: Sequence[str]
    first_chat: int
    answers: list[tuple[float, float]] = field(default_factory=list)
    """The moment of each, and the seconds that it took."""

    lost: int = 0
    _over: bool = False

    async def write(self, people: int) -> None:
        """Write until it is `over`."""
        said = itertools.cycle(self.texts)
        await asyncio.gather(*(self._person(number, said) for number in range(people)))

    def end(self) -> None:
        """Let everybody wait for the answer under way, and leave."""
        self._over = True

    async def _person(self, number: int, said: Iterator[str]) -> None:
        for chat in chats_of(self.first_chat + number * 10_000):
            if self._over:
                return
            asked = time.monotonic()
            try:
                async with asyncio.timeout(PATIENCE):
                    await self.system.ask(chat, next(said))
            except TimeoutError:
                self.lost += 1
            else:
                now = time.monotonic()
                self.answers.append((now, now - asked))


def chats_of(first: int) -> Iterator[int]:
    """The chats that a person writes to, message after message."""
    for begun in itertools.count(first, CHATS):
        for _ in range(TURNS):
            yield from range(begun, begun + CHATS)
