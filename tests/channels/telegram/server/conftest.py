from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.channels.telegram.bot_api import BotApi


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A server that may refuse: these tests look at what it does."""
    server = BotApi()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    """The library that the bot uses, as a client."""
    async with Bot(api.token, base_url=f"{api.url}/bot") as bot:
        yield bot
