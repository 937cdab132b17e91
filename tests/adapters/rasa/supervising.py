"""A server that is supervised while a test runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.adapters.rasa.server import RasaServer


@asynccontextmanager
async def supervised(server: RasaServer) -> AsyncIterator[asyncio.Task[None]]:
    """Run it while the block lasts, then cancel it."""
    task = asyncio.create_task(server.run())
    await asyncio.sleep(0)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait({task})
    assert task.cancelled()
