"""Long polling: updates are asked for, and confirmed by asking for those after them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.decoding import RECEIVED, number_of
from bot.channels.telegram.patience import Patience

logger = logging.getLogger(__name__)

HOLD = timedelta(seconds=25)
"""How long Telegram holds a request when there is nothing to give."""

NUMBERLESS_PAUSE = 1.0
"""Seconds before asking again when nothing that came has a number to confirm."""


class Polling:
    """Brings updates from Telegram to `take`, which returns once they are kept."""

    def __init__(
        self, bot: Bot, take: Callable[[Sequence[object]], Awaitable[None]], patience: Patience
    ) -> None:
        self._bot = bot
        self._take = take
        self._patience = patience
        self._next: int | None = None

    async def run(self) -> None:
        """Fetch without end; ended by cancellation, which loses nothing.

        Raises:
            InvalidToken: the token is refused.
        """
        await self._patience.insist(self._bot.delete_webhook)
        while True:
            raws = await self._patience.insist(self._fetch)
            await self._patience.insist(partial(self._take, raws))
            numbers = [number for raw in raws if (number := number_of(raw)) is not None]
            if numbers:
                self._next = max(numbers) + 1
            elif raws:
                await asyncio.sleep(NUMBERLESS_PAUSE)

    async def confirm(self) -> None:
        """Tell Telegram, once, that what was kept need not be sent again."""
        if self._next is None:
            return
        try:
            await self._ask(hold=0)
        except TelegramError as error:
            logger.warning("last updates not confirmed: %s", type(error).__name__)

    async def _fetch(self) -> list[object]:
        return await self._ask(hold=int(HOLD.total_seconds()))

    async def _ask(self, hold: int) -> list[object]:
        """Updates as they come: one that cannot be read must not hide the others."""
        asked = {"offset": self._next, "timeout": hold, "allowed_updates": RECEIVED}
        known = {name: value for name, value in asked.items() if value is not None}
        # Its public ways read every update at once, warn, or mistake a refused token.
        found = await self._bot._post(  # noqa: SLF001
            "getUpdates", known, read_timeout=hold + 10
        )
        return found if isinstance(found, list) else []
