"""The systems that are compared, each ready to answer."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT
from scripts.bench.telegram import rasa_rest
from scripts.bench.telegram.api import SECRET, BotApi
from scripts.bench.telegram.load import System, Telegrammed
from scripts.bench.telegram.processes import free_port, killed, listening, started
from scripts.bench.telegram.program import OFF, Program, read_meanings
from scripts.bench.telegram.wire import Door


@dataclass(frozen=True)
class Rival:
    """A system under test and its process."""

    name: str
    system: System
    pid: int


@asynccontextmanager
async def ours(folder: Path) -> AsyncIterator[Rival]:
    """The program with its model, no limit, by webhook."""
    await asyncio.to_thread(read_meanings)
    api = BotApi()
    await api.open()
    program = Program(folder, {**OFF, "TELEGRAM_API_URL": api.origin, "LOG_LEVEL": "WARNING"})
    program.start()
    try:
        await program.ready(model=True)
        await api.called("setWebhook")
        yield Rival("ours", Telegrammed(api, program.hook, SECRET), program.process.pid)
    finally:
        program.kill()
        api.close()


@asynccontextmanager
async def echo(folder: Path) -> AsyncIterator[Rival]:
    """The barest bot."""
    api, port = BotApi(), free_port()
    await api.open()
    command = (sys.executable, "-m", "scripts.bench.telegram.echo", api.origin, port)
    process = started(command, folder, {**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        await listening(port)
        await api.called("setWebhook")
        hook = f"http://127.0.0.1:{port}/telegram"
        yield Rival("echo bot", Telegrammed(api, hook, SECRET), process.pid)
    finally:
        killed(process)
        api.close()


@asynccontextmanager
async def rasa(folder: Path, cache: Path) -> AsyncIterator[Rival]:
    """Rasa alone."""
    model, port = await asyncio.to_thread(rasa_rest.model_in, cache), free_port()
    process = rasa_rest.served(model, folder, port)
    rest = rasa_rest.Rest(Door(f"http://127.0.0.1:{port}/webhooks/rest/webhook"))
    try:
        await listening(port)
        await rest.ready()
        yield Rival("Rasa, REST", rest, process.pid)
    finally:
        killed(process)
