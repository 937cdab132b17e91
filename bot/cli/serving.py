"""`run` and `chat`: the assistant for people, until it is stopped."""

import asyncio
import logging

import uvicorn
from rich.console import Console

from bot.bootstrap import Workshop
from bot.channels.console.chat import Chat
from bot.cli.session import open_workshop, tell
from bot.usecases.ports import TrainingError

LOG = logging.getLogger(__name__)


def chat() -> None:
    """Ouvre une conversation dans le terminal."""
    workshop = open_workshop()
    asyncio.run(_chat(workshop))


def run() -> None:
    """Sert la page de conversation, et Telegram quand il y a un jeton."""
    workshop = open_workshop()
    asyncio.run(_run(workshop))


async def _chat(workshop: Workshop) -> None:
    database = workshop.database()
    async with workshop.model():
        await Chat(workshop.assistant(database), Console()).run()
    database.close()


async def _run(workshop: Workshop) -> None:
    database = workshop.database()
    assistant = workshop.assistant(database)
    settings = workshop.settings
    web = uvicorn.Server(
        uvicorn.Config(
            workshop.web(assistant, database),
            host=settings.host,
            port=settings.port,
            log_level="warning",
            proxy_headers=True,
            timeout_graceful_shutdown=5,
        )
    )
    async with workshop.model():
        others = [asyncio.create_task(_learn(workshop))]
        telegram = workshop.telegram(assistant)
        if telegram:
            others.append(asyncio.create_task(telegram.run()))
        tell(
            f"Trait d'union répond sur http://{settings.host}:{settings.port} (Ctrl-C pour arrêter)"
        )
        await web.serve()
        if telegram:
            await telegram.stop()
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
    database.close()


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
