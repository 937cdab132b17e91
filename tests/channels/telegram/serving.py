"""A channel that runs while a test does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.telegram.channel import TelegramChannel


@asynccontextmanager
async def serving(channel: TelegramChannel) -> AsyncIterator[asyncio.Task[None]]:
    """Run a channel while the block lasts; gives the task that runs it."""
    task = asyncio.create_task(channel.run())
    await asyncio.sleep(0)
    try:
        yield task
    finally:
        await channel.stop()
        await task
