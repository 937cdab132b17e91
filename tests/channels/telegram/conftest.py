from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.channel import TelegramChannel
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.serving import serving

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A server that refused nothing of what the bot sent."""
    server = BotApi()
    await server.start()
    yield server
    await server.stop()
    assert server.refused == []


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
async def channel(api: BotApi, assistant: FakeAssistant) -> AsyncIterator[TelegramChannel]:
    """A running channel, already polling."""
    channel = TelegramChannel(assistant, token=api.token, api_url=api.url, first_pause=0.01)
    async with serving(channel):
        await api.until(lambda: api.called("getUpdates"))
        yield channel
