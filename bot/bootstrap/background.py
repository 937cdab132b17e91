"""What goes on beside something else, for as long as it lasts."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager


@asynccontextmanager
async def beside(*tasks: Coroutine[object, object, object]) -> AsyncIterator[None]:
    """Run these while the block lasts; at its end they are cancelled, and have ended."""
    running = [asyncio.create_task(task) for task in tasks]
    try:
        yield
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
