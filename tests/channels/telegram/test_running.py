import asyncio

import pytest

from bot.channels.telegram import sentences
from bot.channels.telegram.decoding import RECEIVED
from tests.channels.telegram.bot_api import CUT, BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import a_text


@pytest.mark.usefixtures("channel")
async def test_the_menu_and_the_profile_are_in_french(api: BotApi) -> None:
    commands = api.called("setMyCommands")[0].params["commands"]
    assert [command["command"] for command in commands] == [name for name, _ in sentences.COMMANDS]
    in_groups = api.called("setMyCommands")[1].params["commands"]
    assert {command["command"] for command in commands} - {
        command["command"] for command in in_groups
    } == sentences.PERSONAL
    profile = api.called("setMyShortDescription")[0].params
    assert profile["short_description"] == sentences.SHORT_DESCRIPTION


@pytest.mark.usefixtures("channel")
async def test_only_the_updates_that_are_read_are_asked_for(api: BotApi) -> None:
    assert api.called("getUpdates")[0].params["allowed_updates"] == list(RECEIVED)


async def test_the_channel_serves_without_menu_nor_profile(api: BotApi, setting: Setting) -> None:
    api.fail("setMyCommands", Failure(404, "Not Found"))
    api.push(a_text("bonjour"))
    async with serving(a_channel(setting)):
        await api.until_sent(1)


async def test_a_failure_at_the_start_is_waited_for(api: BotApi, setting: Setting) -> None:
    api.fail("getMe", CUT, Failure(502, "Bad Gateway"))
    api.fail("deleteWebhook", Failure())
    api.push(a_text("bonjour"))
    async with serving(a_channel(setting)):
        assert await api.until_sent(1) == ["Reçu : bonjour"]


async def test_telegram_out_of_reach_is_waited_for(api: BotApi, setting: Setting) -> None:
    port = int(api.url.rpartition(":")[2])
    await api.stop()
    channel = a_channel(setting)
    async with serving(channel) as running:
        await asyncio.wait({running}, timeout=0.1)
        assert not running.done()
        await api.start(port)
        api.push(a_text("bonjour"))
        await api.until_sent(1)


async def test_a_channel_that_reaches_nobody_stops_at_once(setting: Setting) -> None:
    setting.api.url = "http://127.0.0.1:9"
    channel = a_channel(setting)
    async with asyncio.timeout(2), serving(channel):
        pass


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refused_token_ends_the_channel_with_one_line(
    api: BotApi, setting: Setting, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    api.fail("getMe", Failure(status, "refused"))
    async with asyncio.timeout(2):
        await a_channel(setting).run()
    (line,) = caplog.records
    assert line.getMessage() == "Telegram refuses the token: the Telegram channel is off"
    assert api.token not in caplog.text


async def test_a_token_revoked_while_running_ends_the_channel(
    api: BotApi, setting: Setting
) -> None:
    api.fail("getUpdates", Failure(401, "Unauthorized"))
    async with asyncio.timeout(2):
        await a_channel(setting).run()
    assert len(api.called("getUpdates")) == 1


async def test_what_is_in_hand_is_finished_before_the_end(
    api: BotApi, assistant: FakeAssistant, setting: Setting
) -> None:
    release = assistant.hold("lent")
    async with serving(a_channel(setting)):
        api.push(a_text("lent"))
        await api.until(lambda: assistant.messages)
        asyncio.get_running_loop().call_later(0.05, release.set)
    assert api.sent() == ["Reçu : lent"]


async def test_cancelling_the_channel_finishes_what_is_in_hand_too(
    api: BotApi, assistant: FakeAssistant, setting: Setting
) -> None:
    release = assistant.hold("lent")
    running = asyncio.create_task(a_channel(setting).run())
    api.push(a_text("lent"))
    await api.until(lambda: assistant.messages)
    running.cancel()
    release.set()
    await asyncio.wait({running})
    assert running.cancelled()
    assert api.sent() == ["Reçu : lent"]


async def test_what_was_answered_is_not_given_again(
    api: BotApi, assistant: FakeAssistant, setting: Setting
) -> None:
    async with serving(a_channel(setting)):
        api.push(a_text("bonjour"))
        await api.until_sent(1)
    assert api.pending == []
    async with serving(a_channel(setting)):
        api.push(a_text("suite"))
        await api.until_sent(2)
    assert [message.text for message in assistant.messages] == ["bonjour", "suite"]


async def test_an_update_whose_delivery_was_cut_is_given_again_and_answered_once(
    api: BotApi, setting: Setting
) -> None:
    api.push(a_text("bonjour"))
    api.fail("getUpdates", CUT)
    async with serving(a_channel(setting)):
        await api.until_sent(1)
        await api.until(lambda: not api.pending)
    assert api.sent() == ["Reçu : bonjour"]
