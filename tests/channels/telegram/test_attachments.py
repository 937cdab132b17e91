"""What is not text gets one polite sentence; an edited text is a text."""

import pytest

from bot.channels.telegram import sentences
from bot.domain.exchange import Message
from bot.domain.territory import Position
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import (
    ATTACHMENTS,
    a_message,
    a_text,
    a_venue,
    an_attachment,
    an_edit,
)
from tests.fake_mail import FakeMail

pytestmark = pytest.mark.usefixtures("channel")

SAID = dict.fromkeys(ATTACHMENTS, sentences.UNREADABLE) | {"voice": sentences.VOICE}


@pytest.mark.parametrize("kind", ATTACHMENTS)
async def test_what_is_not_text_gets_a_sentence(
    api: BotApi, assistant: FakeAssistant, kind: str
) -> None:
    api.push(an_attachment(kind))
    assert await api.until_sent(1) == [SAID[kind]]
    assert assistant.messages == []


async def test_a_place_of_the_telephones_map_is_a_position(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_venue(44.6, 2.03))
    await api.until_sent(1)
    assert assistant.messages == [Message("telegram", "7", position=Position(44.6, 2.03))]


async def test_pictures_of_two_albums_get_a_sentence_each(api: BotApi) -> None:
    for album in ("un", "deux", "un", "deux"):
        api.push(an_attachment("photo", media_group_id=album))
    api.push(a_text("suite"))
    assert await api.until_sent(3) == [*[sentences.UNREADABLE] * 2, "Reçu : suite"]


async def test_what_telegram_tells_of_a_chat_gets_no_sentence(api: BotApi, mail: FakeMail) -> None:
    api.push({"message": a_message(pinned_message=a_message(text="bonjour"))})
    api.push(
        {"message": a_message(message_auto_delete_timer_changed={"message_auto_delete_time": 5})}
    )
    last = api.push(a_text("suite"))
    assert await api.until_sent(1) == ["Reçu : suite"]
    assert mail.answered == [f"telegram/123456/{last}"]


async def test_a_picture_that_is_edited_gets_no_second_sentence(api: BotApi) -> None:
    sent = an_attachment("photo", caption="voilà")
    api.push(sent)
    edited = sent["message"] | {"caption": "voilà !", "edit_date": 1_700_000_060}
    api.push({"edited_message": edited})
    api.push(a_text("suite"))
    assert await api.until_sent(2) == [sentences.UNREADABLE, "Reçu : suite"]


async def test_each_correction_is_answered(api: BotApi) -> None:
    asked = a_text("fablb")
    api.push(asked)
    for text in ("fablab", "fablab à Figeac"):
        api.push(an_edit(text, message_id=asked["message"]["message_id"]))
    assert await api.until_sent(3) == ["Reçu : fablb", "Reçu : fablab", "Reçu : fablab à Figeac"]


async def test_a_danger_told_beside_a_picture_is_heard(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(an_attachment("photo", caption="au secours, il y a le feu"))
    assert await api.until_sent(1) == ["Reçu : au secours, il y a le feu"]
    assert assistant.messages == [Message("telegram", "7", text="au secours, il y a le feu")]
