from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from bot.bootstrap.telephone import EVERY_METHOD
from bot.channels.telegram.channel import TelegramChannel
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer, FakeFinder
from tests.channels.telegram.hooks import WEBHOOK
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


@pytest.fixture
def hooked(setting: Setting) -> TelegramChannel:
    """A channel that waits for a webhook, closed yet."""
    return a_channel(setting, webhook=WEBHOOK)


@pytest.fixture
async def telegram(hooked: TelegramChannel) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever knows the address of that webhook."""
    app = Starlette(routes=[Route("/telegram", hooked.receive, methods=EVERY_METHOD)])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        yield client


@pytest.fixture
async def open_hook(hooked: TelegramChannel, api: BotApi) -> AsyncIterator[TelegramChannel]:
    """That channel, running."""
    async with serving(hooked):
        await api.until(lambda: api.called("setWebhook"))
        yield hooked
