from collections.abc import AsyncIterator, Callable

import pytest

from bot.channels.telegram.channel import TelegramChannel
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer, FakeFinder
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.fake_mail import FakeMail

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
def mail() -> FakeMail:
    return FakeMail()


@pytest.fixture
def assistant(mail: FakeMail) -> FakeAssistant:
    return FakeAssistant(mail)


@pytest.fixture
def finder() -> FakeFinder:
    return FakeFinder()


@pytest.fixture
def cartographer() -> FakeCartographer:
    return FakeCartographer()


@pytest.fixture
def setting(
    api: BotApi,
    assistant: FakeAssistant,
    finder: FakeFinder,
    cartographer: FakeCartographer,
    mail: FakeMail,
) -> Setting:
    return Setting(api, assistant, finder, cartographer, mail)


@pytest.fixture
def open_channel(setting: Setting) -> Callable[[], TelegramChannel]:
    """Makes a channel, not running yet."""
    return lambda: a_channel(setting)


@pytest.fixture
async def channel(setting: Setting) -> AsyncIterator[TelegramChannel]:
    """A running channel, already polling."""
    channel = a_channel(setting)
    async with serving(channel):
        await setting.api.until(lambda: setting.api.called("getUpdates"))
        yield channel
