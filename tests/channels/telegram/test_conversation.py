import pytest

from bot.channels.telegram import sentences
from bot.channels.telegram.channel import TelegramChannel
from bot.domain.exchange import Message
from bot.domain.replies import Button, Question, Statement
from bot.domain.territory import Position
from tests.channels.telegram.bot_api import BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import (
    a_live_position_moving,
    a_position,
    a_press,
    a_text,
    an_attachment,
    an_edit,
)

pytestmark = pytest.mark.usefixtures("channel")


async def test_a_text_is_answered_in_its_chat(api: BotApi, assistant: FakeAssistant) -> None:
    api.push(a_text("Où trouver un fablab ?"))
    assert await api.until_sent(1, chat=7) == ["Reçu : Où trouver un fablab ?"]
    assert assistant.messages == [Message("telegram", "7", text="Où trouver un fablab ?")]


async def test_links_are_never_previewed(api: BotApi) -> None:
    api.push(a_text("bonjour"))
    await api.until_sent(1)
    assert api.called("sendMessage")[0].params["link_preview_options"] == {"is_disabled": True}


async def test_several_replies_come_in_order(api: BotApi, assistant: FakeAssistant) -> None:
    assistant.replies["deux"] = (Statement("Un."), Statement("Deux."))
    api.push(a_text("deux"))
    assert await api.until_sent(2) == ["Un.", "Deux."]


async def test_a_long_reply_carries_its_buttons_at_the_end(
    api: BotApi, assistant: FakeAssistant
) -> None:
    text = "\n\n".join(f"Paragraphe {rank} & suite. " + "mot " * 100 for rank in range(30))
    assistant.replies["long"] = (Question(text, (Button("Plus", "more:a"),)),)
    api.push(a_text("long"))
    await api.until(lambda: "reply_markup" in (api.called("sendMessage") or api.calls)[-1].params)
    first, *_, last = api.called("sendMessage")
    assert first != last
    assert "reply_markup" not in first.params
    assert last.params["reply_markup"]["inline_keyboard"] == [
        [{"text": "Plus", "callback_data": "more:a"}]
    ]


async def test_a_pressed_button_is_acknowledged_and_answered(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_press("card:fablab"))
    await api.until(lambda: api.called("answerCallbackQuery") and api.sent())
    assert assistant.messages == [Message("telegram", "7", press="card:fablab")]


async def test_a_button_too_old_to_be_acknowledged_is_still_answered(api: BotApi) -> None:
    api.fail("answerCallbackQuery", Failure(400, "Bad Request: query is too old"))
    api.push(a_press("of-another-bot"))
    assert await api.until_sent(1) == ["Reçu : of-another-bot"]


async def test_a_shared_position_is_read(api: BotApi, assistant: FakeAssistant) -> None:
    api.push(a_position(44.6, 2.03))
    await api.until_sent(1)
    assert assistant.messages == [Message("telegram", "7", position=Position(44.6, 2.03))]


async def test_a_live_position_is_not_answered_at_each_step(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_live_position_moving(44.6, 2.03))
    api.push(a_text("suite"))
    await api.until_sent(1)
    assert [message.text for message in assistant.messages] == ["suite"]


async def test_a_corrected_message_is_a_message(api: BotApi) -> None:
    api.push(an_edit("Où trouver un café ?"))
    assert await api.until_sent(1) == ["Reçu : Où trouver un café ?"]


async def test_start_gives_the_welcome_with_its_buttons(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_text("/start"))
    assert await api.until_sent(1) == ["Bonjour"]
    assert assistant.messages == [Message("telegram", "7", opens=True)]
    assert "reply_markup" in api.called("sendMessage")[0].params


async def test_aide_is_asked_of_the_assistant(api: BotApi, assistant: FakeAssistant) -> None:
    api.push(a_text("/aide"))
    await api.until_sent(1)
    assert assistant.messages == [Message("telegram", "7", press="goal:aide")]


async def test_an_unknown_command_gets_a_sentence(api: BotApi, assistant: FakeAssistant) -> None:
    api.push(a_text("/meteo Figeac"))
    assert await api.until_sent(1) == [sentences.UNKNOWN_COMMAND]
    assert assistant.messages == []


@pytest.mark.parametrize("kind", ["photo", "sticker", "document"])
async def test_what_cannot_be_read_gets_a_polite_sentence(api: BotApi, kind: str) -> None:
    api.push(an_attachment(kind))
    assert await api.until_sent(1) == [sentences.UNREADABLE]


async def test_an_album_gets_one_sentence(api: BotApi) -> None:
    for _ in range(3):
        api.push(an_attachment("photo", media_group_id="album"))
    api.push(a_text("suite"))
    assert await api.until_sent(2) == [sentences.UNREADABLE, "Reçu : suite"]


async def test_a_voice_message_is_led_to_the_microphone_of_the_keyboard(api: BotApi) -> None:
    api.push(an_attachment("voice"))
    (said,) = await api.until_sent(1)
    assert "Touchez le micro de votre clavier : il écrit pour vous" in said


async def test_a_late_answer_shows_that_it_is_being_written(
    api: BotApi, assistant: FakeAssistant
) -> None:
    release = assistant.hold("lent")
    api.push(a_text("lent"))
    await api.until(lambda: api.called("sendChatAction"))
    release.set()
    await api.until_sent(1)
    assert api.called("sendChatAction")[0].params["action"] == "typing"


async def test_a_prompt_answer_shows_no_typing(channel: TelegramChannel, api: BotApi) -> None:
    api.push(a_text("vite"))
    await api.until_sent(1)
    await channel.stop()
    assert api.called("sendChatAction") == []
