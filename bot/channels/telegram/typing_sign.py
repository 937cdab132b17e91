"""The sign that an answer is being written."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.channels.telegram.addressing import Address

AFTER = 0.5
"""Seconds after which an answer is late enough to say that it is coming."""

EVERY = 4.5
"""Seconds between two signs: Telegram shows each for five."""


@asynccontextmanager
async def typing(bot: Bot, address: Address) -> AsyncIterator[None]:
    """Shows the sign while the block lasts, if it lasts."""
    loop = asyncio.get_running_loop()
    tasks: list[asyncio.Task[None]] = []
    late = loop.call_later(AFTER, lambda: tasks.append(asyncio.create_task(_show(bot, address))))
    try:
        yield
    finally:
        late.cancel()
        for task in tasks:
            task.cancel()
            await asyncio.wait({task})


async def _show(bot: Bot, address: Address) -> None:
    with suppress(TelegramError):
        while True:
            await bot.send_chat_action(
                address.chat, ChatAction.TYPING, message_thread_id=address.topic
            )
            await asyncio.sleep(EVERY)
