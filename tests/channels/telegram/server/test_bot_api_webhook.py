"""Deliveries of the Bot API server to a webhook."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import Conflict

from tests.channels.telegram.bot_api import BotApi, Delivery
from tests.channels.telegram.updates import a_text

SECRET = "a-secret"


@dataclass
class Inbox:
    """Where a bot receives updates; answers with `statuses`, then 200, once the gate is open."""

    url: str = ""
    secrets: set[str] = field(default_factory=set)
    updates: list[Any] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    inside: int = 0
    most: int = 0

    async def take(self, request: web.Request) -> web.Response:
        self.inside += 1
        self.most = max(self.most, self.inside)
        await self.gate.wait()
        self.inside -= 1
        self.secrets.add(request.headers["X-Telegram-Bot-Api-Secret-Token"])
        self.updates.append(await request.json())
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates]


@pytest.fixture(autouse=True)
async def _nothing_is_refused(api: BotApi) -> AsyncIterator[None]:
    yield
    assert api.refused == []


@pytest.fixture
async def inbox() -> AsyncIterator[Inbox]:
    inbox = Inbox()
    inbox.gate.set()
    app = web.Application()
    app.router.add_post("/telegram", inbox.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    inbox.url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    yield inbox
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(api: BotApi, bot: Bot, inbox: Inbox) -> None:
    before = api.push(a_text("un"))
    await bot.set_webhook(inbox.url, secret_token=SECRET)
    after = api.push(a_text("deux"))
    await api.until(lambda: not api.pending)
    assert [update["update_id"] for update in inbox.updates] == [before, after]
    assert inbox.secrets == {SECRET}
    assert api.deliveries == [Delivery(before, 200), Delivery(after, 200)]


async def test_an_update_is_posted_until_it_is_taken(api: BotApi, bot: Bot, inbox: Inbox) -> None:
    inbox.statuses = [500, 403, 302]
    await bot.set_webhook(inbox.url, secret_token=SECRET)
    number = api.push(a_text("bonjour"))
    await api.until(lambda: not api.pending)
    assert api.deliveries == [Delivery(number, status) for status in (500, 403, 302, 200)]


async def test_a_bot_that_is_away_is_waited_for(api: BotApi, bot: Bot, inbox: Inbox) -> None:
    await bot.set_webhook("https://bot.example.org/telegram", secret_token=SECRET)
    number = api.push(a_text("bonjour"))
    await api.until(lambda: api.deliveries)
    assert api.deliveries[0] == Delivery(number, 0)
    assert (await bot.get_webhook_info()).last_error_message
    api.origins["https://bot.example.org"] = inbox.url.removesuffix("/telegram")
    await api.until(lambda: inbox.updates)


async def test_chats_are_served_at_once_and_each_in_order(
    api: BotApi, bot: Bot, inbox: Inbox
) -> None:
    inbox.gate.clear()
    await bot.set_webhook(inbox.url, secret_token=SECRET, max_connections=2)
    for chat in (1, 2, 3):
        api.push_many([a_text(f"{chat}.{rank}", chat) for rank in range(2)])
    await api.until(lambda: inbox.inside == 2)
    inbox.gate.set()
    await api.until(lambda: not api.pending)
    assert inbox.most == 2
    assert [text for text in inbox.texts if text.startswith("1")] == ["1.0", "1.1"]


async def test_updates_come_twice_in_disorder_or_whatever_they_are(
    api: BotApi, bot: Bot, inbox: Inbox
) -> None:
    await bot.set_webhook(inbox.url, secret_token=SECRET)
    first, second = api.push_many([a_text("un"), a_text("deux")], "reversed", times=2)
    await api.until(lambda: not api.pending)
    numbers = [update["update_id"] for update in inbox.updates]
    assert numbers == [second, second, first, first]
    inbox.gate.clear()
    api.push_many([a_text("un"), a_text("deux")], "none")
    api.push_raw({"update_id": "trois"})
    await api.until(lambda: inbox.inside == 3)
    inbox.gate.set()
    await api.until(lambda: {"update_id": "trois"} in inbox.updates)


async def test_polls_and_webhook_exclude_each_other(api: BotApi, bot: Bot, inbox: Inbox) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.called("getUpdates"))
    await bot.set_webhook(inbox.url, secret_token=SECRET)
    with pytest.raises(Conflict, match="terminated by setWebhook"):
        await poll
    with pytest.raises(Conflict, match="use deleteWebhook"):
        await bot.get_updates()
    await bot.delete_webhook()
    number = api.push(a_text("bonjour"))
    assert [update.update_id for update in await bot.get_updates()] == [number]
    assert inbox.updates == []


async def test_a_webhook_is_described_without_its_secret(
    api: BotApi, bot: Bot, inbox: Inbox
) -> None:
    inbox.gate.clear()
    await bot.set_webhook(inbox.url, secret_token=SECRET, allowed_updates=["message"])
    api.push(a_text("bonjour"))
    told = await bot.get_webhook_info()
    assert (told.url, told.pending_update_count) == (inbox.url, 1)
    assert (told.max_connections, told.allowed_updates) == (40, ("message",))
    assert SECRET not in str(told)
    await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""
    assert api.pending == []
    inbox.gate.set()


async def test_a_server_that_comes_back_delivers_again(api: BotApi, bot: Bot, inbox: Inbox) -> None:
    await bot.set_webhook(inbox.url, secret_token=SECRET)
    await api.stop()
    api.push(a_text("bonjour"))
    await api.start()
    await api.until(lambda: not api.pending)
    assert inbox.texts == ["bonjour"]
