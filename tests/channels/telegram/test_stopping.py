"""A channel that stops finishes what is in hand; what it cannot waits for the next one."""

import asyncio

import pytest
import yaml

from bot.channels.telegram import channel as channels
from bot.channels.telegram.channel import GRACE, TelegramChannel
from bot.settings import ROOT
from tests.channels.telegram.bot_api import BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import a_text
from tests.fake_mail import FakeMail


def test_containers_wait_for_what_is_in_hand() -> None:
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]
    patience = float(services["assistant"]["stop_grace_period"].removesuffix("s"))
    page, last_updates = 5, 10
    assert patience > page + GRACE + last_updates


async def test_what_could_not_leave_before_the_end_leaves_after_the_next_start(
    api: BotApi, setting: Setting, monkeypatch: pytest.MonkeyPatch, mail: FakeMail
) -> None:
    monkeypatch.setattr(channels, "GRACE", 0.05)
    api.fail("sendMessage", *[Failure(500)] * 9)
    async with serving(a_channel(setting)):
        api.push(a_text("un"))
        await api.until_sent(2)
    assert len(mail.outbox) == 1
    assert mail.left
    mail.held.clear()
    async with serving(a_channel(setting)):
        await api.until(api.shown)
    assert [shown.text for shown in api.shown()] == ["Reçu : un"]


async def test_a_question_too_long_to_answer_before_the_end_is_answered_after(
    api: BotApi,
    setting: Setting,
    assistant: FakeAssistant,
    monkeypatch: pytest.MonkeyPatch,
    mail: FakeMail,
) -> None:
    monkeypatch.setattr(channels, "GRACE", 0.05)
    release = assistant.hold("lent")
    async with serving(a_channel(setting)):
        api.push(a_text("lent"))
        await api.until(lambda: assistant.messages)
    assert len(mail.inbox) == 1
    release.set()
    mail.held.clear()
    async with serving(a_channel(setting)):
        await api.until_sent(1)
    assert api.sent() == ["Reçu : lent"]


async def test_everything_in_hand_is_finished_before_the_end(
    channel: TelegramChannel, api: BotApi, assistant: FakeAssistant
) -> None:
    release = assistant.hold("lent")
    api.push_many(a_text("lent", chat) for chat in range(1, 20))
    await api.until(lambda: len(assistant.messages) == 19)
    stopping = asyncio.create_task(channel.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    release.set()
    await stopping
    assert len(api.sent()) == 19
    assert api.pending == []


async def test_what_comes_while_the_channel_stops_is_left_to_the_next_one(
    api: BotApi, setting: Setting, assistant: FakeAssistant
) -> None:
    release = assistant.hold("lent")
    async with serving(a_channel(setting)):
        api.push(a_text("lent"))
        await api.until(lambda: assistant.messages)
        asyncio.get_running_loop().call_later(0.05, api.push, a_text("tard", 8))
        asyncio.get_running_loop().call_later(0.1, release.set)
    assert [update["message"]["text"] for update in api.pending] == ["tard"]
    async with serving(a_channel(setting)):
        await api.until_sent(1, chat=8)
