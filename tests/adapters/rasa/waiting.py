"""Waiting for what another process does."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

PATIENCE = 20.0
"""Seconds after which what a test waits for will not come."""


async def until(condition: Callable[[], object], patience: float = PATIENCE) -> None:
    """Look again and again, since another process sets no event."""
    async with asyncio.timeout(patience):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def is_alive(pid: int) -> bool:
    """Whether a process runs: one that ended and that nobody has read does not."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self").exists()
    return state not in "ZX"
