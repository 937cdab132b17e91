"""Buttons under messages that are gone, or too old: what they ask comes as messages."""

import pytest

from bot.channels.telegram import sentences
from bot.channels.telegram.channel import TelegramChannel
from bot.domain.actions import Action
from bot.domain.replies import Button, Question, Statement
from tests.channels.telegram.bot_api import BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import a_press, a_press_on_a_lost_message, a_text

NEXT = Question("La suite.", (Button("Retour", "back:a"),))
GOOD = "rate:yes/1"


async def test_a_page_of_a_lost_message_is_a_message(
    channel: TelegramChannel, api: BotApi, assistant: FakeAssistant
) -> None:
    assistant.replies["more:a"] = (NEXT,)
    api.push(a_press_on_a_lost_message("more:a", message_id=999))
    await api.until(api.shown)
    await channel.stop()
    (shown,) = api.shown()
    assert (shown.text, shown.buttons) == ("La suite.", {"Retour": "back:a"})
    assert api.called("editMessageText") == []


@pytest.mark.usefixtures("channel")
async def test_a_page_of_a_message_that_was_lost_meanwhile_is_a_message(
    api: BotApi, assistant: FakeAssistant
) -> None:
    assistant.replies["more:a"] = (NEXT,)
    api.fail("editMessageText", Failure(400, "Bad Request: message to edit not found"))
    api.push(a_press("more:a"))
    await api.until_sent(1)
    assert [shown.text for shown in api.shown()] == ["Choisissez", "La suite."]


async def test_a_verdict_on_a_lost_message_takes_no_button_away(
    channel: TelegramChannel, api: BotApi, assistant: FakeAssistant
) -> None:
    assistant.goals[GOOD] = Action.THANK
    assistant.replies["fiche"] = (Question("La fiche.", (Button("Plus", "more:a"),)),)
    api.push(a_text("fiche"))
    await api.until(api.shown)
    api.push(a_press_on_a_lost_message(GOOD, message_id=api.shown()[0].id))
    await api.until(lambda: assistant.messages[-1].press == GOOD and not api.pending)
    await channel.stop()
    assert [call.params["text"] for call in api.called("answerCallbackQuery")] == [sentences.THANKS]
    (shown,) = api.shown()
    assert shown.buttons == {"Plus": "more:a"}


async def test_a_bad_verdict_on_a_lost_message_gets_an_apology(
    channel: TelegramChannel, api: BotApi, assistant: FakeAssistant
) -> None:
    assistant.replies["rate:no/1"] = (Statement("Pardon."),)
    api.push(a_press_on_a_lost_message("rate:no/1"))
    await api.until(api.shown)
    await channel.stop()
    assert [shown.text for shown in api.shown()] == ["Pardon."]
    assert api.called("editMessageReplyMarkup") == []
