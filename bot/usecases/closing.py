"""The end of the program: who may still wait for something, and who is to leave it."""

import asyncio
import math
from contextlib import suppress


class Closing:
    """An end that begins once, and lasts some seconds at most."""

    def __init__(self) -> None:
        self._begun = asyncio.Event()
        self._ends_at = math.inf

    @property
    def has_begun(self) -> bool:
        """Whether nothing more is to be begun."""
        return self._begun.is_set()

    @property
    def left(self) -> float:
        """Seconds until it is over; without end before it has begun."""
        return self._ends_at - asyncio.get_running_loop().time()

    def begin(self, grace: float) -> None:
        """It is over in `grace` seconds."""
        self._ends_at = asyncio.get_running_loop().time() + grace
        self._begun.set()

    async def may_rest(self, seconds: float) -> bool:
        """Rest; false, at once, when the end would come first."""
        until = asyncio.get_running_loop().time() + seconds
        with suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._begun.wait()
        if until > self._ends_at:
            return False
        await asyncio.sleep(until - asyncio.get_running_loop().time())
        return True
