"""Keeping the knowledge fresh: what is due, and whether what it cites still answers."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from bot.domain.freshness import Due, due
from bot.domain.links import CheckedLink, LinkState, Probe, cited
from bot.usecases.ports import Clock, KnowledgeStore
from bot.usecases.review_ports import LinkProber

AT_A_HOST = 2
"""Requests at a time to one server: a check is no burden."""


@dataclass(frozen=True)
class Reviewing:
    """Tells what to read again."""

    knowledge: KnowledgeStore
    clock: Clock

    def due(self, within: timedelta) -> tuple[Due, ...]:
        """What is past its date or soon will be, by owner then date."""
        return due(self.knowledge.current(), self.clock.now().date(), within)


@dataclass
class LinkChecking:
    """Looks at every address once, a few at a time."""

    knowledge: KnowledgeStore
    prober: LinkProber
    jobs: int = 8
    _hosts: dict[str, asyncio.Semaphore] = field(init=False)

    def __post_init__(self) -> None:
        """Each server has its own queue."""
        self._hosts = defaultdict(lambda: asyncio.Semaphore(AT_A_HOST))

    def addresses(self) -> Mapping[str, tuple[str, ...]]:
        """Each address with the files that cite it."""
        return cited(self.knowledge.current())

    async def check(self) -> AsyncGenerator[CheckedLink, None]:
        """Every address with what was seen there, as it comes."""
        slots = asyncio.Semaphore(self.jobs)

        async def look(url: str, files: tuple[str, ...]) -> CheckedLink:
            async with self._hosts[urlsplit(url).netloc], slots:
                return CheckedLink(url, files, await self.prober.probe(url))

        tasks = [asyncio.create_task(look(*item)) for item in self.addresses().items()]
        try:
            for task in asyncio.as_completed(tasks):
                yield await task
        finally:
            for task in tasks:
                task.cancel()


def is_offline(links: Sequence[CheckedLink]) -> bool:
    """Whether no server answered at all: the links are not to blame."""
    return bool(links) and not any(it.probe.answered for it in links)


def settled(links: Sequence[CheckedLink]) -> tuple[CheckedLink, ...]:
    """A server that is not found while others answer is a dead link."""
    return tuple(
        CheckedLink(it.url, it.files, Probe(LinkState.DEAD, it.probe.detail))
        if it.probe.state is LinkState.UNREACHED
        else it
        for it in links
    )
