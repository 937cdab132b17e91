"""The address that the program gives to Telegram, as anybody on the network finds it."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from bot.channels.telegram.webhook import HEADER, MAX_BODY
from tests.channels.telegram.bot_api import Delivery
from tests.channels.telegram.updates import a_command
from tests.telegram_program import PRIVATE, SECRET, STREET, Telegrammed, on_telegram

HELP = {"update_id": 7_000_000, **a_command("aide", rest=STREET)}
KNOWN = {HEADER: SECRET}

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Telegrammed]:
    async with on_telegram(tmp_path_factory.mktemp("hooked"), is_hooked=True) as telegrammed:
        yield telegrammed


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(bot: Telegrammed) -> AsyncIterator[httpx.AsyncClient]:
    url = f"http://127.0.0.1:{bot.port}"
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=20) as client:
        yield client


async def post(
    browser: httpx.AsyncClient, body: object, headers: dict[str, str] | None = None
) -> int:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    known = KNOWN if headers is None else headers
    return (await browser.post("/telegram", content=content, headers=known)).status_code


async def test_telegram_was_told_the_address_and_the_secret(bot: Telegrammed) -> None:
    (told,) = bot.api.called("setWebhook")
    assert told.params["url"] == f"http://127.0.0.1:{bot.port}/telegram"
    assert told.params["secret_token"] == SECRET
    assert bot.api.called("getUpdates") == []


async def test_what_telegram_brings_is_taken_the_first_time(bot: Telegrammed) -> None:
    numbers = bot.api.push_many(a_command("aide", chat) for chat in range(2001, 2011))
    await bot.api.until(lambda: not bot.api.pending)
    delivered = sorted(bot.api.deliveries, key=lambda it: it.update_id or 0)
    assert delivered == [Delivery(number, 200) for number in numbers]


@pytest.mark.parametrize("headers", [{}, {HEADER: "another-secret"}])
async def test_nobody_else_is_heard(
    bot: Telegrammed, browser: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    assert await post(browser, HELP, headers) == 401
    assert bot.api.shown(7) == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_updates_are_posted_and_nothing_else(browser: httpx.AsyncClient, method: str) -> None:
    answer = await browser.request(method, "/telegram", headers=KNOWN)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b" " * (MAX_BODY + 1), 413, id="too large"),
        pytest.param(b"[" * 100_000, 400, id="nested too deep"),
        pytest.param(b"bonjour", 400, id="no JSON"),
        pytest.param({"message": HELP["message"]}, 400, id="no number"),
        pytest.param({"update_id": 7_000_001, "message": STREET}, 200, id="put aside"),
    ],
)
async def test_what_is_no_update_is_refused(
    browser: httpx.AsyncClient, body: object, status: int
) -> None:
    assert await post(browser, body) == status


async def test_the_page_and_the_state_are_served_beside(browser: httpx.AsyncClient) -> None:
    page, state = await browser.get("/"), await browser.get("/sante")
    assert page.status_code == 200
    assert "<!doctype html>" in page.text.lower()
    assert state.json()["ready"]
    assert (await browser.post("/", content=b"{}")).status_code == 405


async def test_what_is_brought_twice_is_answered_once(
    bot: Telegrammed, browser: httpx.AsyncClient
) -> None:
    assert [await post(browser, HELP) for _ in range(3)] == [200] * 3
    bot.api.push(a_command("stop"))
    helped, stopped = await bot.shown(2, 7)
    assert helped.text.startswith("Je réponds aux questions")
    assert "ce qui était en cours" in stopped.text


async def test_the_log_tells_neither_what_was_brought_nor_the_secret(bot: Telegrammed) -> None:
    assert await bot.end() == 0
    assert bot.told(["put aside"])
    assert bot.told(PRIVATE) == []
