"""`run` and `chat`: the assistant for people, until it is stopped."""

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from functools import partial

import uvicorn
from rich.console import Console
from starlette.applications import Starlette

from bot.adapters.database import Database
from bot.bootstrap import Workshop, beside
from bot.bootstrap.telephone import with_webhook
from bot.channels.console.chat import Chat
from bot.cli.session import fail, open_workshop, tell
from bot.settings import Settings
from bot.usecases.answering import Assistant
from bot.usecases.ports import UnavailableError
from bot.usecases.reloading import Reloading
from bot.usecases.training_ports import TrainingError

LOOK_EVERY = 1.0
"""Seconds between two looks at the knowledge folder: by date and size, which any volume tells."""

LOG = logging.getLogger(__name__)

PURGE_EVERY = 3600.0
"""Seconds between two erasures of what is older than its term: nobody has to think of it."""


def chat() -> None:
    """Ouvre une conversation dans le terminal."""
    workshop = open_workshop()
    asyncio.run(_chat(workshop))


def run() -> None:
    """Sert la page de conversation, et Telegram quand il y a un jeton."""
    workshop = open_workshop()
    asyncio.run(_run(workshop, _listen(workshop.settings)))


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        fail(f"HOST et PORT : {error.strerror}")


class _Web(uvicorn.Server):
    """The page's server, stopped by a signal after which the rest of the program ends in order.

    uvicorn's own way is to let the signal kill the process once the page is closed: a message of
    Telegram in hand would be lost.
    """

    def __init__(self, app: Starlette) -> None:
        config = uvicorn.Config(
            app, log_level="warning", proxy_headers=True, timeout_graceful_shutdown=5
        )
        super().__init__(config)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        yield


async def _chat(workshop: Workshop) -> None:
    database = workshop.database()
    assistant = workshop.assistant(database)
    async with workshop.model(), beside(*_upkeep(workshop, assistant, database)):
        await Chat(assistant, Console()).run()
    database.close()


async def _run(workshop: Workshop, door: socket.socket) -> None:
    database = workshop.database()
    assistant = workshop.assistant(database)
    settings = workshop.settings
    telegram = workshop.telegram(assistant, database)
    web = _Web(with_webhook(workshop.web(assistant, database), telegram, settings))
    async with workshop.model():
        serving = (telegram.run(),) if telegram else ()
        async with beside(*_upkeep(workshop, assistant, database), _learn(workshop), *serving):
            tell(
                f"Trait d'union répond sur http://{settings.host}:{settings.port}"
                " (Ctrl-C pour arrêter)"
            )
            await web.serve([door])
            if telegram:
                await telegram.stop()
    database.close()


def _upkeep(
    workshop: Workshop, assistant: Assistant, database: Database
) -> tuple[Coroutine[object, object, None], ...]:
    """What keeps a program that serves up to date: the knowledge, and what it may still hold."""
    erase = partial(workshop.purge, database, assistant.conversations)
    return _reload(workshop.reloading), _purge(erase)


async def _reload(reloading: Reloading) -> None:
    """Answer from what is saved in the knowledge folder, for as long as the program runs."""
    while True:
        await asyncio.sleep(LOOK_EVERY)
        reload = await asyncio.to_thread(reloading.look)
        if reload:
            LOG.info("read again: %s", ", ".join(reload.files))
            for problem in reload.problems:
                LOG.warning("%s", problem)


async def _purge(erase: Callable[[], Awaitable[int]]) -> None:
    """Erase what is older than its term, now and then, for as long as the program runs."""
    while True:
        with contextlib.suppress(UnavailableError):
            await erase()
        await asyncio.sleep(PURGE_EVERY)


async def _learn(workshop: Workshop) -> None:
    """Train when the model in use does not know the knowledge as it stands."""
    try:
        report = await workshop.training.train()
    except TrainingError as error:
        LOG.warning("%s", error)
        return
    if report.trained:
        LOG.info(
            "model %s trained, %.3f right when held out", report.record.name, report.record.right
        )
