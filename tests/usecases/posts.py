"""A channel that answers with what it was told, and sends to a list."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.mail import Arrival, Letter, Posting
from bot.usecases.mail_ports import AnsweredError
from tests.fake_mail import FakeMail


def an_arrival(number: int, chat: str = "c1") -> Arrival:
    return Arrival(f"r{number}", chat, chat, f"m{number}")


@dataclass
class FakePost:
    """Answers `m1` by `m1`; `held` keeps an answer, `failures` the pauses before a letter goes."""

    mail: FakeMail
    sent: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    busy: int = 0
    most: int = 0
    failures: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    held: dict[str, asyncio.Event] = field(default_factory=dict)

    async def answer(self, arrival: Arrival) -> Sequence[Letter]:
        self.asked.append(arrival.content)
        self.busy += 1
        self.most = max(self.most, self.busy)
        if arrival.content in self.held:
            await self.held[arrival.content].wait()
        await asyncio.sleep(0)
        self.busy -= 1
        letters = (Letter(f"k{arrival.content}", arrival.chat, arrival.content),)
        if not self.mail.away:
            try:
                await self.mail.post(Posting(arrival, letters))
            except AnsweredError:
                return ()
        return letters

    async def wait_for_turn(self, letter: Letter) -> None:
        assert letter.chat

    async def send(self, letter: Letter, tries: int) -> float | None:
        self.tried.append(letter.content)
        failures = self.failures[letter.content]
        if len(failures) > tries:
            return failures[tries]
        self.sent.append(letter.content)
        return None
