"""A channel that answers with what it was told, and sends to a list."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.domain.mail import Arrival, Letter, Posting
from bot.usecases.corresponding import Correspondence
from bot.usecases.mail_ports import AnsweredError
from bot.usecases.ports import UnavailableError
from tests.fake_mail import FakeMail


def an_arrival(number: int, chat: str = "c1") -> Arrival:
    return Arrival(f"r{number}", chat, chat, f"m{number}")


@dataclass
class FakePost:
    """Answers `m1` by `m1`, or by `m1a` and `m1b` when `parts` are `ab`.

    `held` keeps an answer, `failures` are the pauses before a letter goes; `most` tells how many
    were answered or sent at the same time.
    """

    mail: FakeMail
    parts: str = ""
    sent: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    busy: int = 0
    most: int = 0
    failures: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    held: dict[str, asyncio.Event] = field(default_factory=dict)

    async def answer(self, arrival: Arrival) -> Sequence[Letter]:
        self.asked.append(arrival.content)
        await self._work(arrival.content)
        contents = [f"{arrival.content}{part}" for part in self.parts or ("",)]
        letters = tuple(Letter(f"k{it}", arrival.chat, it) for it in contents)
        try:
            await self.mail.post(Posting(arrival, letters))
        except AnsweredError:
            return ()
        except UnavailableError:
            pass  # whoever sends it remembers it
        return letters

    async def wait_for_turn(self, letter: Letter) -> None:
        assert letter.chat

    async def send(self, letter: Letter, tries: int) -> float | None:
        self.tried.append(letter.content)
        await self._work(f"send {letter.content}")
        failures = self.failures[letter.content]
        if len(failures) > tries:
            return failures[tries]
        self.sent.append(letter.content)
        return None

    async def _work(self, what: str) -> None:
        self.busy += 1
        self.most = max(self.most, self.busy)
        try:
            if what in self.held:
                await self.held[what].wait()
            await asyncio.sleep(0)
        finally:
            self.busy -= 1


async def held_answer(correspondence: Correspondence, post: FakePost) -> asyncio.Event:
    """`m1` is being answered, until the event is set."""
    held = post.held["m1"] = asyncio.Event()
    await correspondence.receive([an_arrival(1)])
    await until(lambda: post.asked)
    return held


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - what it waits for tells nobody
            await asyncio.sleep(0.001)


async def settle() -> None:
    """Let all that can go on do so."""
    for _ in range(50):
        await asyncio.sleep(0)


@asynccontextmanager
async def looking_after(correspondence: Correspondence) -> AsyncIterator[None]:
    task = asyncio.create_task(correspondence.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
