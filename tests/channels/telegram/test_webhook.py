"""The address where Telegram brings updates: each is kept before it is acknowledged."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from bot.bootstrap.telephone import EVERY_METHOD
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.decoding import RECEIVED
from bot.domain.mail import Arrival
from tests.channels.telegram.bot_api import BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.hooks import HELLO, WEBHOOK, post
from tests.channels.telegram.serving import serving
from tests.channels.telegram.updates import a_text
from tests.fake_mail import FakeMail


@dataclass
class SlowMail(FakeMail):
    """Keeps nothing before its gate is open."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, arrivals: Sequence[Arrival]) -> Mapping[str, Arrival | None]:
        await self.gate.wait()
        return await super().receive(arrivals)


@pytest.fixture
def mail() -> SlowMail:
    mail = SlowMail()
    mail.gate.set()
    return mail


@pytest.mark.usefixtures("open_hook")
async def test_telegram_is_told_where_to_bring_updates_and_what_to_say(api: BotApi) -> None:
    (call,) = api.called("setWebhook")
    assert call.params == {
        "url": WEBHOOK.url,
        "secret_token": WEBHOOK.secret,
        "allowed_updates": list(RECEIVED),
        "max_connections": 64,
    }
    assert api.called("getUpdates") == []


async def test_telegram_is_told_again_until_it_hears(api: BotApi, hooked: TelegramChannel) -> None:
    api.fail("setWebhook", Failure(502, "Bad Gateway"), Failure(500))
    async with serving(hooked):
        await api.until(lambda: len(api.called("setWebhook")) == 3)


@pytest.mark.usefixtures("open_hook")
async def test_an_update_is_answered(telegram: httpx.AsyncClient, api: BotApi) -> None:
    assert await post(telegram, HELLO) == 200
    assert await api.until_sent(1) == ["Reçu : mon adresse est 3 rue des Lilas"]


@pytest.mark.usefixtures("open_hook")
async def test_an_update_brought_twice_is_answered_once(
    telegram: httpx.AsyncClient, api: BotApi, assistant: FakeAssistant
) -> None:
    fin = {"update_id": 5001, **a_text("fin")}
    bodies = (HELLO, HELLO, HELLO, fin)
    assert [await post(telegram, body) for body in bodies] == [200] * 4
    await api.until_sent(2)
    assert len(assistant.messages) == 2


@pytest.mark.usefixtures("open_hook")
async def test_an_update_is_acknowledged_once_it_is_kept_and_no_earlier(
    telegram: httpx.AsyncClient, mail: SlowMail
) -> None:
    mail.gate.clear()
    posting = asyncio.create_task(post(telegram, HELLO))
    await asyncio.wait({posting}, timeout=0.05)
    assert not posting.done()
    mail.gate.set()
    assert await posting == 200
    assert "telegram/123456/5000" in {*mail.answered, *(it.reference for it in mail.inbox)}


@pytest.mark.usefixtures("open_hook")
async def test_while_the_store_is_away_an_update_is_answered_before_it_is_acknowledged(
    telegram: httpx.AsyncClient, api: BotApi, mail: SlowMail
) -> None:
    mail.away = True
    assert await post(telegram, HELLO) == 200
    assert len(api.sent()) == 1
    assert await post(telegram, HELLO) == 200
    assert len(api.sent()) == 1


@pytest.mark.usefixtures("open_hook")
async def test_an_update_that_cannot_be_read_is_taken_and_put_aside(
    telegram: httpx.AsyncClient, mail: SlowMail, caplog: pytest.LogCaptureFixture
) -> None:
    assert await post(telegram, {"update_id": 5000, "message": "3 rue des Lilas"}) == 200
    assert list(mail.aside) == ["telegram/123456/5000"]
    assert "Lilas" not in caplog.text


async def test_a_channel_that_is_closed_is_unavailable(
    telegram: httpx.AsyncClient, hooked: TelegramChannel, api: BotApi
) -> None:
    assert await post(telegram, HELLO) == 503
    async with serving(hooked):
        await api.until(lambda: api.called("setWebhook"))
        assert await post(telegram, HELLO) == 200
    assert await post(telegram, {**HELLO, "update_id": 5001}) == 503
    assert len(api.sent()) == 1


async def test_a_channel_that_polls_takes_nothing_that_is_brought(
    channel: TelegramChannel,
) -> None:
    app = Starlette(routes=[Route("/telegram", channel.receive, methods=EVERY_METHOD)])
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://bot"
    ) as client:
        assert await post(client, HELLO) == 503
