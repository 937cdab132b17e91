"""Long polling: updates are asked for, and confirmed by asking for those after them."""

import asyncio
import logging
from datetime import timedelta

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.channels.telegram.patience import Patience
from bot.channels.telegram.routes import RECEIVED

logger = logging.getLogger(__name__)

HOLD = timedelta(seconds=25)
"""How long Telegram holds a request when there is nothing to give."""


class Polling:
    """Brings updates from Telegram to a queue, for as long as it is awaited."""

    def __init__(self, bot: Bot, queue: asyncio.Queue[object], patience: Patience) -> None:
        self._bot = bot
        self._queue = queue
        self._patience = patience
        self._next: int | None = None

    async def run(self) -> None:
        """Fetch without end; ended by cancellation, which loses nothing.

        Raises:
            InvalidToken: the token is refused.
        """
        await self._patience.insist(self._bot.delete_webhook)
        while True:
            for update in await self._patience.insist(self._fetch):
                await self._queue.put(update)
                self._next = update.update_id + 1

    async def confirm(self) -> None:
        """Tell Telegram, once, that what was fetched need not be sent again."""
        if self._next is None:
            return
        try:
            await self._bot.get_updates(self._next, limit=1, allowed_updates=RECEIVED)
        except TelegramError as error:
            logger.warning("last updates not confirmed: %s", type(error).__name__)

    async def _fetch(self) -> tuple[Update, ...]:
        return await self._bot.get_updates(self._next, timeout=HOLD, allowed_updates=RECEIVED)
