"""The Rasa server as a supervised child: started, watched, restarted, never left behind."""

import asyncio
import contextlib
import logging
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.adapters.rasa.environment import child_environment

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the supervision is, in seconds."""

    back_off: tuple[float, ...] = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
    """Before each restart in a row."""

    steady: float = 60.0
    """A server that ran as long is no longer thought to die at start: the count starts again."""

    start: float = 300.0
    """A server that never answered is stopped: importing Rasa takes ten to forty."""

    silence: float = 120.0
    """A server that answers no more is stopped: while it loads a model it is silent for a few."""

    stop: float = 5.0
    """A server told to end is killed after it."""

    poll: float = 0.2
    """Between two looks at a server that starts."""

    watch: float = 10.0
    """Between two looks at a server that answers."""


class RasaServer:
    """Keeps one server running on a free loopback port, with a token made for it."""

    def __init__(
        self, python: Path, script: Path, model: Callable[[], Path | None], pace: Pace | None = None
    ) -> None:
        # Absolute, since it starts in another folder; not resolved: the link is the environment.
        self._command = (python.absolute(), script.absolute())
        self._model = model
        self._pace = pace or Pace()
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
            try:
                await self._run_once()
            except OSError as error:
                LOG.warning("Rasa cannot be started: %s", error)
            lasted = asyncio.get_running_loop().time() - started
            failures = 0 if lasted > self._pace.steady else failures
            pause = self._pace.back_off[min(failures, len(self._pace.back_off) - 1)]
            failures += 1
            LOG.warning("Rasa stopped after %.0f s, restarting in %.1f s", lasted, pause)
            await asyncio.sleep(pause)

    async def _run_once(self) -> None:
        port = _free_port()
        model = self._model()
        process = await asyncio.create_subprocess_exec(
            *self._command,
            *(str(port), *([str(model)] if model else [])),
            cwd=self._command[1].parent,
            env=child_environment(NLU_TOKEN=self.token),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        watching = asyncio.create_task(self._watch(f"http://127.0.0.1:{port}"))
        ending = asyncio.create_task(process.wait())
        try:
            await asyncio.wait((watching, ending), return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._address = None
            self._ready.clear()
            watching.cancel()
            await _stop(process, self._pace.stop)
            await ending

    async def _watch(self, address: str) -> None:
        """Say when it answers; return when it does not in time, or no more."""
        pace = self._pace
        async with httpx.AsyncClient(trust_env=False, timeout=pace.silence) as client:
            try:
                async with asyncio.timeout(pace.start):
                    while not await _answers(client, address):  # noqa: ASYNC110 - nothing else tells
                        await asyncio.sleep(pace.poll)
            except TimeoutError:
                LOG.warning("Rasa did not answer within %.0f s of its start", pace.start)
                return
            self._address = address
            self._ready.set()
            while await _answers(client, address):  # noqa: ASYNC110 - likewise
                await asyncio.sleep(pace.watch)
            LOG.warning("Rasa answers no more")


async def _answers(client: httpx.AsyncClient, address: str) -> bool:
    with contextlib.suppress(httpx.HTTPError):
        await client.get(address)
        return True
    return False


async def _stop(process: asyncio.subprocess.Process, patience: float) -> None:
    if process.returncode is not None:
        return
    try:
        # It may end by itself at the very moment it is told to.
        with contextlib.suppress(ProcessLookupError, TimeoutError):
            process.terminate()
            async with asyncio.timeout(patience):
                await process.wait()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
