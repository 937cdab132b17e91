"""Mails whose answers come late, or never."""

import asyncio
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.domain.mail import Arrival, Letter, Posting, Work
from bot.usecases.ports import UnavailableError
from tests.fake_mail import FakeMail

Moment = Literal["before", "after"]


@dataclass
class SteppedMail(FakeMail):
    """Time passes before and after each of its steps, as a database's.

    As it does too, it tells what comes first in a chat that nobody had, and gives nothing of one
    that is not in hand.
    """

    async def receive(self, arrivals: Sequence[Arrival]) -> Mapping[str, Arrival | None]:
        await self.pause("receive", "before", arrivals)
        known = {*self.answered, *(it.reference for it in self.inbox)}
        firsts: dict[str, Arrival | None] = {it.chat: None for it in arrivals}
        for arrival in reversed(arrivals):
            if arrival.chat not in self.held and arrival.reference not in known:
                firsts[arrival.chat] = arrival
        await super().receive(arrivals)
        await self.pause("receive", "after", arrivals)
        return firsts

    async def next(self, chat: str) -> Work | None:
        await self.pause("next", "before", chat)
        work = await super().next(chat) if chat in self.held else None
        await self.pause("next", "after", work)
        return work

    async def post(self, posting: Posting) -> None:
        await self.pause("post", "before", posting)
        await super().post(posting)
        await self.pause("post", "after", posting)

    async def mark_sent(self, letter: Letter) -> bool:
        await self.pause("mark_sent", "before", letter)
        is_ours = await super().mark_sent(letter)
        await self.pause("mark_sent", "after", letter)
        return is_ours

    async def take_over(self, limit: int) -> Sequence[str]:
        await self.pause("take_over", "before", limit)
        taken = await super().take_over(limit)
        await self.pause("take_over", "after", taken)
        return taken

    async def pause(self, step: str, moment: Moment, about: object) -> None:
        """What happens then."""


@dataclass
class SlowMail(SteppedMail):
    """Its steps last for a while that dice tell."""

    dice: random.Random = field(default_factory=random.Random)

    async def pause(self, step: str, moment: Moment, about: object) -> None:  # noqa: ARG002 - any
        for _ in range(self.dice.choice((0, 0, 1, 2, 5))):
            await asyncio.sleep(0)


@dataclass
class GatedMail(SteppedMail):
    """What it gives is held back while the gate of it is closed; `reached` are those waited at."""

    gates: dict[str, asyncio.Event] = field(default_factory=dict)
    reached: defaultdict[str, asyncio.Event] = field(
        default_factory=lambda: defaultdict(asyncio.Event)
    )

    async def pause(self, step: str, moment: Moment, about: object) -> None:
        name = f"{step} {_named(about)}"
        if moment == "after" and name in self.gates:
            self.reached[name].set()
            await self.gates[name].wait()


@dataclass
class FailingMail(SteppedMail):
    """One of its steps fails, before or after it is done, `times` times; then chats are left."""

    step: str = ""
    moment: Moment = "before"
    times: int = 1

    async def pause(self, step: str, moment: Moment, about: object) -> None:  # noqa: ARG002 - any
        if (step, moment) == (self.step, self.moment) and self.times:
            self.times -= 1
            self.held.clear()
            raise UnavailableError("the mail is away for a moment")


def _named(about: object) -> str:
    match about:
        case [Arrival(content=content), *_]:
            return content
        case _:
            return str(about)
