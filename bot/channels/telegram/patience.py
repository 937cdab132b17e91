"""Trying again: what Telegram refuses for a while, or what the network lost."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter

logger = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0
"""Seconds between two tries, when Telegram does not say how long to wait."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How a call is tried again: after `first_pause` seconds, then twice as long each time.

    `is_passing` tells the errors that time may cure; `tries` is how many there are at most, none
    for no limit.
    """

    is_passing: Callable[[Exception], bool]
    tries: int | None
    first_pause: float

    async def insist(self, call: Callable[[], Awaitable[T]]) -> T:
        """What `call` gives in the end, or the error that no patience cures."""
        failures = 0
        while True:
            try:
                return await call()
            except Exception as error:
                failures += 1
                if failures == self.tries or not self.is_passing(error):
                    raise
                pause = self._pause(error, failures)
                # The class alone: the words of an error may hold the token or a message.
                logger.warning("Telegram: %s, next try in %.1f s", type(error).__name__, pause)
            await asyncio.sleep(pause)

    def _pause(self, error: Exception, failures: int) -> float:
        if isinstance(error, RetryAfter):
            # The public attribute warns that its type will change.
            return error._retry_after.total_seconds()  # noqa: SLF001
        return min(LONGEST_PAUSE, self.first_pause * 2.0 ** min(failures - 1, 10))


def endless(first_pause: float) -> Patience:
    """For what the channel cannot do without: only a refused token is final."""
    return Patience(lambda error: not isinstance(error, InvalidToken), None, first_pause)


def brief(first_pause: float) -> Patience:
    """For a message to send: twice again, if Telegram asks to wait or the network fails."""
    return Patience(_may_pass, 3, first_pause)


def _may_pass(error: Exception) -> bool:
    return isinstance(error, RetryAfter | NetworkError) and not isinstance(error, BadRequest)
