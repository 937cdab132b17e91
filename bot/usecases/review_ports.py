"""What keeping the knowledge fresh needs from outside."""

from typing import Protocol

from bot.domain.links import Probe


class LinkProber(Protocol):
    """Looks at web addresses."""

    async def probe(self, url: str) -> Probe:
        """What the address answers, redirects followed; never an exception."""

    async def close(self) -> None:
        """Leave the servers."""
