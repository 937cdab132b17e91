"""The program as it serves Telegram: a process, the Bot API that it calls, and its log."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Any

from tests.channels.telegram.bot_api import BotApi, Shown
from tests.program import LIFE, PROGRAM, Program, free_port

SECRET = "a-secret-that-telegram-says"
QUESTION = "Comment animer la co-construction dans ma commune ?"
STREET = "3 rue des Lilas"
PRIVATE = ("Lilas", "co-construction", "fablab", SECRET, BotApi.token)
"""What no log may hold."""

CHATS = count(7_000_000_001)
"""Numbers of chats where nothing was said yet."""

SECONDS_TO_END = 30


@dataclass(frozen=True, slots=True)
class Telegrammed:
    """The process, what its log holds, and the server between people and it."""

    api: BotApi
    process: "subprocess.Popen[bytes]"
    log: Path
    port: int

    async def shown(self, count: int, chat: int) -> list[Shown]:
        """What a chat shows, once there are so many messages of the bot."""
        await self.api.until(lambda: len(self.api.shown(chat)) >= count)
        return self.api.shown(chat)

    async def offered(self) -> list[dict[str, Any]]:
        """What the next inline query is answered with."""
        asked = len(self.api.called("answerInlineQuery"))
        await self.api.until(lambda: len(self.api.called("answerInlineQuery")) > asked)
        found: list[dict[str, Any]] = self.api.called("answerInlineQuery")[asked].params["results"]
        return found

    def told(self, words: Iterable[str]) -> list[str]:
        """Those of these words that the log holds."""
        log = self.log.read_text("utf-8")
        assert "Trait d'union répond sur" in log
        return [word for word in words if word in log]

    async def end(self) -> int:
        """Ask it to end; its exit status."""
        self.process.terminate()
        return await asyncio.to_thread(self.process.wait, SECONDS_TO_END)


@asynccontextmanager
async def on_telegram(folder: Path, *, is_hooked: bool) -> AsyncIterator[Telegrammed]:
    """A program that answers by keywords alone, without limits but that of a flood.

    Killed when the block ends, or after `LIFE` seconds.
    """
    api, port, log = BotApi(), free_port(), folder / "log.txt"
    await api.start()
    settings = {
        "PORT": port,
        "NLU_PYTHON": folder / "absent",
        "ENCODER": "none",
        "LOG_LEVEL": "DEBUG",
        "TELEGRAM_API_URL": api.url,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_PER_CHAT": 0,
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram" if is_hooked else None,
        "TELEGRAM_WEBHOOK_SECRET": SECRET if is_hooked else None,
    }
    with log.open("wb") as written, _started(folder, settings, written.fileno()) as process:
        await api.until(lambda: api.called("setWebhook" if is_hooked else "getUpdates"))
        yield Telegrammed(api, process, log, port)
    await api.stop()
    assert api.refused == []


@contextmanager
def _started(
    folder: Path, settings: dict[str, object], log: int
) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [*PROGRAM, "run"],
        cwd=folder,
        env=Program(folder).environment(settings),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )
    watchdog = Timer(LIFE, process.kill)
    watchdog.start()
    with process:
        try:
            yield process
        finally:
            watchdog.cancel()
            process.kill()
