import logging

import pytest

from bot.channels.telegram import sentences
from bot.channels.telegram.channel import TelegramChannel
from bot.domain.replies import Found, Item, ItemKind, Statement
from bot.domain.territory import Position
from tests.channels.telegram.bot_api import CONFLICT, CUT, BotApi, Failure, too_many_requests
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer
from tests.channels.telegram.updates import a_text

HERE = Position(44.6, 2.03)


def a_place(id_: str) -> Item:
    return Item(id_, ItemKind.PLACE, id_, "", "Figeac (46)", position=HERE)


pytestmark = pytest.mark.usefixtures("channel")


async def test_somebody_who_blocked_the_bot_disturbs_nobody(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.blocked.add(1)
    api.push(a_text("adieu", chat=1))
    await api.until_sent(1, chat=1)
    api.push(a_text("bonjour", chat=2))
    await api.until_sent(1, chat=2)
    assert api.sent(1) == ["Reçu : adieu"]
    assert caplog.records == []


@pytest.mark.filterwarnings("ignore:.*retry_after")  # the library warns of a change to come
async def test_the_wait_that_telegram_asks_for_is_observed(api: BotApi) -> None:
    api.fail("sendMessage", too_many_requests(1))
    api.push(a_text("bonjour"))
    await api.until_sent(2)
    first, second = api.called("sendMessage")
    assert first.text == second.text
    assert second.at - first.at >= 1


async def test_a_message_is_tried_until_it_goes_and_keeps_its_place(api: BotApi) -> None:
    api.fail("sendMessage", *[Failure()] * 5)
    api.push(a_text("un"))
    api.push(a_text("deux"))
    assert await api.until_sent(7) == [*["Reçu : un"] * 6, "Reçu : deux"]


@pytest.mark.parametrize("failure", [Failure(500), Failure(502, "Bad Gateway"), CUT])
async def test_a_message_that_the_network_lost_is_sent_again(api: BotApi, failure: Failure) -> None:
    api.fail("sendMessage", failure)
    api.push(a_text("bonjour"))
    assert await api.until_sent(2) == ["Reçu : bonjour"] * 2


@pytest.mark.parametrize("failure", [Failure(500), CUT, CONFLICT])
async def test_polling_goes_on_after_a_failure(
    api: BotApi, assistant: FakeAssistant, failure: Failure
) -> None:
    api.fail("getUpdates", failure, failure)
    api.push(a_text("un"))
    api.push(a_text("deux"))
    assert await api.until_sent(2) == ["Reçu : un", "Reçu : deux"]
    await api.until(lambda: not api.pending)
    assert len(assistant.messages) == 2


async def test_a_failure_of_the_assistant_is_admitted_and_logged_without_the_text(
    api: BotApi, assistant: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    assistant.broken = True
    api.push(a_text("mon adresse est 3 rue des Lilas"))
    assert await api.until_sent(1) == [sentences.APOLOGY]
    assert "ValueError" in caplog.text
    assert "Lilas" not in caplog.text


async def test_a_reply_that_telegram_refuses_is_admitted(
    api: BotApi, assistant: FakeAssistant
) -> None:
    assistant.replies["vide"] = (Statement(""),)
    api.push(a_text("vide"))
    assert await api.until_sent(1) == [sentences.APOLOGY]
    assert api.refused.pop() == "sendMessage: message text is empty"


async def test_logs_hold_neither_the_token_nor_a_message(
    channel: TelegramChannel, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.fail("getUpdates", Failure(), CUT)
    api.push(a_text("mon adresse est 3 rue des Lilas"))
    await api.until_sent(1)
    await channel.stop()
    assert "next try" in caplog.text
    assert api.token not in caplog.text
    assert "Lilas" not in caplog.text


async def test_a_map_that_cannot_be_drawn_holds_nobody_up(
    api: BotApi, assistant: FakeAssistant, cartographer: FakeCartographer
) -> None:
    cartographer.broken = True
    assistant.replies["lieux"] = (Found("Deux lieux.", (a_place("a"), a_place("b"))),)
    api.push(a_text("lieux"))
    api.push(a_text("suite"))
    await api.until(lambda: "Reçu : suite" in api.sent())
    assert api.called("sendPhoto") == []
