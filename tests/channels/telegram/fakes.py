"""An assistant that says what it received, and those who work beside it."""

import asyncio
import struct
from collections import defaultdict

from bot.domain.exchange import Message, Outcome
from bot.domain.finds import Finds
from bot.domain.mail import Posting
from bot.domain.map import Map
from bot.domain.replies import Button, Reply, Statement
from bot.domain.territory import Territory
from bot.usecases.answering import Writer
from tests.fake_mail import FakeMail

A_PICTURE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 512, 512)
"""The beginning of a PNG, which tells its size: Telegram looks no further."""


class FakeAssistant:
    """Remembers what it was told; `replies` are said by text, `hold` keeps a text unanswered."""

    def __init__(self, mail: FakeMail) -> None:
        self.messages: list[Message] = []
        self.replies: dict[str, tuple[Reply, ...]] = {}
        self.goals: dict[str, str] = {}
        self.territory: Territory | None = None
        self.broken = False
        self._mail = mail
        self._held: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def hold(self, text: str) -> asyncio.Event:
        """The event after which this text is answered."""
        return self._held[text]

    async def answer(self, message: Message, write: Writer | None = None) -> Outcome:
        self.messages.append(message)
        said = message.text or message.press or ("/start" if message.opens else "position")
        if self.broken:
            raise ValueError(f"cannot read {said}")
        if said in self._held:
            await self._held[said].wait()
        outcome = self._outcome(message, said)
        if write:
            await self.post(write(outcome))
        return outcome

    async def post(self, posting: Posting) -> None:
        if not self._mail.away:
            await self._mail.post(posting)

    def is_alarming(self, text: str) -> bool:
        return "au secours" in text

    def _outcome(self, message: Message, said: str) -> Outcome:
        hello = Statement("Bonjour", buttons=(Button("Aide", "goal:aide"),))
        usual = hello if message.opens else Statement(f"Reçu : {said}")
        replies = self.replies.get(said, (usual,))
        return Outcome(self.goals.get(said, "aide"), replies, territory=self.territory)


class FakeFinder:
    """Finds the same whatever is typed; `hold` keeps words from being looked up."""

    def __init__(self) -> None:
        self.finds = Finds()
        self.asked: list[str] = []
        self._held: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def hold(self, text: str) -> asyncio.Event:
        """The event after which these words are looked up."""
        return self._held[text]

    async def look_up(self, text: str) -> Finds:
        self.asked.append(text)
        if text in self._held:
            await self._held[text].wait()
        return self.finds


class FakeCartographer:
    """Draws always the same map."""

    def __init__(self) -> None:
        self.drawn: list[Map] = []
        self.broken = False

    def draw(self, map_: Map) -> bytes:
        if self.broken:
            raise OSError("the outlines are gone")
        self.drawn.append(map_)
        return A_PICTURE
