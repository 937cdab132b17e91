"""A fake assistant behind the real page, and a browser that stays in memory."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.channels.web.app import create_web
from tests.channels.web.fakes import Browse, FakeAssistant, FakeHealth


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def health() -> FakeHealth:
    return FakeHealth()


@pytest.fixture
def browse(assistant: FakeAssistant, health: FakeHealth) -> Browse:
    def open_browser(url: str) -> httpx.AsyncClient:
        app = create_web(assistant, publisher="la Fédération <test>", health=health)
        return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=url)

    return open_browser


@pytest.fixture
async def browser(
    browse: Browse,
) -> AsyncIterator[httpx.AsyncClient]:
    async with browse("http://assistant.test") as client:
        yield client
