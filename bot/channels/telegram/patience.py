"""Trying again: what Telegram refuses for a while, or what the network lost."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from telegram.error import InvalidToken, RetryAfter

logger = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0
"""Seconds between two tries, when Telegram does not say how long to wait."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How a call that the channel cannot do without is tried again, without end.

    After `first_pause` seconds, then twice as long each time; only a refused token is final.
    """

    first_pause: float

    async def insist(self, call: Callable[[], Awaitable[T]]) -> T:
        """What `call` gives in the end.

        Raises:
            InvalidToken: the token is refused.
        """
        failures = 0
        while True:
            try:
                return await call()
            except InvalidToken:
                raise
            except Exception as error:  # noqa: BLE001 - the edge: the library fails in every way
                pause = pause_after(error, failures, self.first_pause)
                failures += 1
                # The class alone: the words of an error may hold the token or a message.
                logger.warning("Telegram: %s, next try in %.1f s", type(error).__name__, pause)
            await asyncio.sleep(pause)


def pause_after(error: Exception, failures: int, first_pause: float) -> float:
    """Seconds to wait before another try, after this error and `failures` before it."""
    if isinstance(error, RetryAfter):
        # The public attribute warns that its type will change.
        return error._retry_after.total_seconds()  # noqa: SLF001
    return min(LONGEST_PAUSE, first_pause * 2.0 ** min(failures, 10))
