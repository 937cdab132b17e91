"""The Rasa server as a supervised child: started, waited for, restarted, never left behind."""

import asyncio
import contextlib
import logging
import os
import secrets
import socket
from collections.abc import Callable
from pathlib import Path

import httpx

LOG = logging.getLogger(__name__)

BACK_OFF = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds before each restart; a server that ran for a minute starts the count again."""

STEADY = 60.0
"""Seconds after which a server is no longer thought to die at start."""


class RasaServer:
    """Keeps one server running on a free loopback port, with a token made for it."""

    def __init__(self, python: Path, script: Path, model: Callable[[], Path | None]) -> None:
        self._command = (python, script)
        self._model = model
        self.token = secrets.token_urlsafe(24)
        self._address: str | None = None
        self._ready = asyncio.Event()

    def address(self) -> str | None:
        """Where it answers; none while it does not."""
        return self._address

    async def ready(self) -> None:
        """Wait until it answers."""
        await self._ready.wait()

    async def run(self) -> None:
        """Keep it running until cancelled; then it is stopped."""
        if not self._command[0].exists():
            LOG.warning("no Rasa environment: keywords answer alone (make setup)")
            return
        failures = 0
        while True:
            started = asyncio.get_running_loop().time()
            await self._run_once()
            lasted = asyncio.get_running_loop().time() - started
            failures = 0 if lasted > STEADY else failures + 1
            pause = BACK_OFF[min(failures, len(BACK_OFF) - 1)]
            LOG.warning("Rasa stopped after %.0f s, restarting in %.1f s", lasted, pause)
            await asyncio.sleep(pause)

    async def _run_once(self) -> None:
        port = _free_port()
        model = self._model()
        process = await asyncio.create_subprocess_exec(
            *self._command,
            *(str(port), *([str(model)] if model else [])),
            cwd=self._command[1].parent,
            env={**os.environ, "NLU_TOKEN": self.token, "PYTHONWARNINGS": "ignore"},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        waiting = asyncio.create_task(self._wait_for(f"http://127.0.0.1:{port}"))
        try:
            await process.wait()
        finally:
            self._address = None
            self._ready.clear()
            waiting.cancel()
            await _stop(process)

    async def _wait_for(self, address: str) -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=2.0) as client:
            while True:
                with contextlib.suppress(httpx.HTTPError):
                    await client.get(address)
                    break
                await asyncio.sleep(0.2)
        self._address = address
        self._ready.set()


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), timeout=5.0)
    except TimeoutError:
        process.kill()
        await process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
