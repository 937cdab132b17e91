"""What is answered beside the conversations, at once: late it is worth nothing, so none is kept."""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress

from telegram import Bot, CallbackQuery, InlineQuery
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram import sentences
from bot.channels.telegram.faults import described
from bot.channels.telegram.inline import Finder, answer_inline
from bot.domain.buttons import Verb, read_press

logger = logging.getLogger(__name__)

AT_ONCE = 8
"""Errands done at the same time: a crowd of them leaves connections to the messages."""


class Errands:
    """Answers presses, whose sign of waiting must stop, and what is typed after the bot's name."""

    def __init__(self, bot: Bot, finder: Finder) -> None:
        self._bot = bot
        self._finder = finder
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def acknowledge(self, query: CallbackQuery) -> None:
        """Answer the press itself; what it asks comes as a message."""
        self._do(f"press {query.id}", self._stop_spinner(query))

    def look_up(self, query: InlineQuery) -> None:
        """Offer what a few words find; of one person, the last words alone are worth it."""
        self._do(f"words {query.from_user.id}", self._look_up(query))

    async def close(self) -> None:
        """Leave what is not done."""
        tasks = [*self._tasks.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _do(self, what: str, work: Coroutine[object, object, None]) -> None:
        if what in self._tasks:
            self._tasks[what].cancel()
        task = self._tasks[what] = asyncio.create_task(work)

        def forget(done: asyncio.Task[None]) -> None:
            if self._tasks.get(what) is done:
                del self._tasks[what]

        task.add_done_callback(forget)

    async def _look_up(self, query: InlineQuery) -> None:
        try:
            async with self._slots:
                await answer_inline(query, self._finder, self._bot.username)
        except TelegramError as error:
            if not _is_late(error):
                logger.warning("words are not looked up: Telegram: %s", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - the edge: whatever is typed, others follow
            logger.error("words are not looked up: %s", described(error))  # noqa: TRY400

    async def _stop_spinner(self, query: CallbackQuery) -> None:
        press = read_press(query.data or "")
        is_verdict = press is not None and press.verb is Verb.RATE
        # A press older than a quarter of an hour can no longer be acknowledged.
        with suppress(TelegramError):
            async with self._slots:
                await query.answer(sentences.THANKS if is_verdict else None)


def _is_late(error: TelegramError) -> bool:
    return isinstance(error, BadRequest) and "query is too old" in error.message.lower()
