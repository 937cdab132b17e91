"""What goes on beside something else, for as long as it lasts."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager

LOG = logging.getLogger(__name__)


@asynccontextmanager
async def beside(*tasks: Coroutine[object, object, object]) -> AsyncIterator[None]:
    """Run these while the block lasts; at its end they are cancelled, and have ended.

    One that fails meanwhile is told in the log at once.
    """
    running = [asyncio.create_task(task) for task in tasks]
    for task in running:
        task.add_done_callback(_tell)
    try:
        yield
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def _tell(task: asyncio.Task[object]) -> None:
    if not task.cancelled() and (error := task.exception()):
        LOG.error("stopped: %r", task.get_coro(), exc_info=error)
