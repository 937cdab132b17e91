"""A bell that rings at each change, for those who wait for one."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

PATIENCE = 30.0
"""Seconds after which what a test waits for will not come."""

GLANCE = 0.01
"""Seconds between two looks at what rings no bell."""


class Bell:
    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()
        self._rung = asyncio.Event()

    async def heard(self) -> None:
        """Wait for the next ring."""
        await self._rung.wait()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what a ring, or what the bot does on its own, will make true."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.heard(), GLANCE)
