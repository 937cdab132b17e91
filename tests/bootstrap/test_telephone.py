"""Where Telegram reaches us: at a path nothing else answers, at the root the page stays."""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.bootstrap.telephone import EVERY_METHOD, telegram_line, with_webhook
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import HEADER
from bot.settings import Settings
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer, FakeFinder
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import a_text
from tests.fake_mail import FakeMail

HELLO = {"update_id": 5000, **a_text("bonjour")}
KNOWN = {HEADER: "un-secret"}


@pytest.fixture
async def setting() -> AsyncIterator[Setting]:
    api, mail = BotApi(), FakeMail()
    await api.start()
    yield Setting(api, FakeAssistant(mail), FakeFinder(), FakeCartographer(), mail)
    await api.stop()


def reached_at(url: str | None) -> Settings:
    """The settings of a webhook."""
    return Settings(
        _env_file=None,
        telegram_bot_token="1:a",
        telegram_webhook_url=url,
        telegram_webhook_secret="un-secret",
    )


def a_web() -> Starlette:
    async def page(_: Request) -> Response:
        return PlainTextResponse("la page")

    async def messages(_: Request) -> Response:
        return PlainTextResponse("un message")

    return Starlette(
        routes=[Route("/", page), Route("/messages", messages, methods=["POST"])],
    )


@pytest.fixture
async def reach(setting: Setting) -> AsyncIterator[Callable[[str], httpx.AsyncClient]]:
    """A client of the program whose webhook has this address, once the channel is open."""
    url = "https://exemple.fr/telegram"
    line = telegram_line(reached_at(url))
    assert line
    channel = a_channel(setting, webhook=line.webhook)
    async with serving(channel):
        await setting.api.until(lambda: setting.api.called("setWebhook"))
        yield lambda url: client_of(channel, url)


def client_of(telegram: TelegramChannel | None, url: str | None) -> httpx.AsyncClient:
    app = with_webhook(a_web(), telegram, reached_at(url))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot")


Reach = Callable[[str], httpx.AsyncClient]


@pytest.mark.parametrize(
    "path", ["/telegram", "/a/b", "/telegram/", "/t%C3%A9l%C3%A9", "/{x}", "/{x:y}", "/a.b"]
)
async def test_updates_are_brought_to_the_path_of_the_address(reach: Reach, path: str) -> None:
    async with reach(f"https://exemple.fr{path}") as client:
        assert (await client.post(path, json=HELLO)).status_code == 401
        assert (await client.post(path, json=HELLO, headers=KNOWN)).status_code == 200


@pytest.mark.parametrize("method", sorted({*EVERY_METHOD} - {"POST"}))
async def test_nothing_else_answers_at_that_path(reach: Reach, method: str) -> None:
    async with reach("https://exemple.fr/telegram") as client:
        answer = await client.request(method, "/telegram")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


async def test_the_page_is_served_beside_that_path(reach: Reach) -> None:
    async with reach("https://exemple.fr:8443/telegram") as client:
        assert (await client.get("/")).text == "la page"
        assert (await client.post("/messages")).text == "un message"
        assert (await client.get("/telegram/autre")).status_code == 404


@pytest.mark.parametrize("path", ["/{x}", "/message.", "/messages%0A"])
async def test_a_path_stands_for_no_other(reach: Reach, path: str) -> None:
    async with reach(f"https://exemple.fr{path}") as client:
        assert (await client.post("/messages")).text == "un message"


@pytest.mark.parametrize("url", ["https://exemple.fr", "https://exemple.fr/"])
async def test_at_the_root_the_page_is_read_and_updates_are_brought(reach: Reach, url: str) -> None:
    async with reach(url) as client:
        assert (await client.get("/")).text == "la page"
        assert (await client.head("/")).status_code == 200
        assert (await client.post("/messages")).text == "un message"
        assert (await client.post("/", json=HELLO)).status_code == 401
        assert (await client.post("/", json=HELLO, headers=KNOWN)).status_code == 200


async def test_without_a_channel_nothing_is_brought() -> None:
    async with client_of(None, "https://exemple.fr/telegram") as client:
        assert (await client.post("/telegram", json=HELLO, headers=KNOWN)).status_code == 404
        assert (await client.get("/")).text == "la page"


async def test_without_an_address_nothing_is_brought(setting: Setting) -> None:
    async with client_of(a_channel(setting), None) as client:
        assert (await client.post("/telegram", json=HELLO, headers=KNOWN)).status_code == 404
        assert (await client.get("/")).text == "la page"
