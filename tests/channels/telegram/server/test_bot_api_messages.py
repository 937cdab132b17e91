"""What chats show on the Bot API server, as the bot sends, edits and deletes."""

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest

from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.updates import (
    a_press,
    a_press_on_a_lost_message,
    a_press_on_an_inline_message,
    a_text,
    a_topic_text,
)

GROUP = -100123
MORE = InlineKeyboardMarkup([[InlineKeyboardButton("Plus", callback_data="more:a")]])
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\x08" * 2 + b"\x08\0\0\0\0"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 16


async def test_a_message_is_shown_without_its_tags(api: BotApi, bot: Bot) -> None:
    sent = await bot.send_message(7, "<b>Un</b> &amp; deux", "HTML", reply_markup=MORE)
    (shown,) = api.shown(7)
    assert (shown.id, shown.kind, shown.text) == (sent.message_id, "text", "Un & deux")
    assert shown.source == "<b>Un</b> &amp; deux"
    assert shown.rows == [["Plus"]]
    assert shown.buttons == {"Plus": "more:a"}


async def test_an_edited_message_is_shown_as_edited(api: BotApi, bot: Bot) -> None:
    number = (await bot.send_message(7, "Un", reply_markup=MORE)).message_id
    edited = await bot.edit_message_text("Deux", 7, number)
    assert not isinstance(edited, bool)
    assert edited.edit_date
    (shown,) = api.shown(7)
    assert (shown.text, shown.buttons) == ("Deux", {})
    await bot.edit_message_reply_markup(7, number, reply_markup=MORE)
    assert api.shown(7)[0].buttons == {"Plus": "more:a"}


async def test_an_edit_that_changes_nothing_is_declined(api: BotApi, bot: Bot) -> None:
    number = (await bot.send_message(7, "Un", reply_markup=MORE)).message_id
    with pytest.raises(BadRequest, match="exactly the same as a current content"):
        await bot.edit_message_text("Un", 7, number, reply_markup=MORE)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(7, number, reply_markup=MORE)
    assert [line.partition(":")[0] for line in api.declined] == [
        "editMessageText",
        "editMessageReplyMarkup",
    ]


async def test_only_a_message_of_the_bot_can_be_edited(api: BotApi, bot: Bot) -> None:
    asked = a_text("bonjour")
    api.push_many([asked, a_press_on_a_lost_message("more:a", message_id=999)])
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Un", 7, asked["message"]["message_id"])
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("Un", 7, 999)


async def test_what_has_no_text_has_none_to_edit(api: BotApi, bot: Bot) -> None:
    photo = await bot.send_photo(7, PNG, "<i>Une carte</i>", parse_mode="HTML")
    venue = await bot.send_venue(7, 44.6, 2.03, "Mairie", "1 place de la Mairie")
    for number in (photo.message_id, venue.message_id):
        with pytest.raises(BadRequest, match="There is no text in the message to edit"):
            await bot.edit_message_text("Un", 7, number)
    await bot.edit_message_caption(7, photo.message_id, caption="Deux")
    assert [shown.kind for shown in api.shown(7)] == ["photo", "venue"]
    assert api.shown(7)[0].text == "Deux"


async def test_the_pressed_message_can_be_edited(api: BotApi, bot: Bot) -> None:
    number = (await bot.send_message(7, "Un", reply_markup=MORE)).message_id
    api.push(a_press("more:a", message_id=number))
    api.press("Plus")
    for update in await bot.get_updates():
        assert update.effective_message
        assert update.effective_message.message_id == number
    other = a_press("more:b", 8)
    api.push(other)
    await bot.edit_message_text("Deux", 8, other["callback_query"]["message"]["message_id"])
    assert [shown.text for shown in api.shown(8)] == ["Deux"]


async def test_a_message_sent_through_the_bot_can_be_edited(api: BotApi, bot: Bot) -> None:
    api.push(a_press_on_an_inline_message("more:a", "inline-1"))
    assert await bot.edit_message_text("Deux", inline_message_id="inline-1")
    assert api.shown_inline("inline-1").text == "Deux"
    with pytest.raises(BadRequest, match="Message_id_invalid"):
        await bot.edit_message_text("Deux", inline_message_id="inline-2")


async def test_a_deleted_message_is_no_longer_shown(api: BotApi, bot: Bot) -> None:
    number = (await bot.send_message(7, "Un")).message_id
    await bot.delete_message(7, number)
    assert api.shown(7) == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(7, number)


async def test_a_keyboard_stands_until_it_is_removed(api: BotApi, bot: Bot) -> None:
    ask = ReplyKeyboardMarkup([[KeyboardButton("Ma position", request_location=True)], ["Non"]])
    number = (await bot.send_message(7, "Où ?", reply_markup=ask)).message_id
    assert api.keyboard(7) == [["Ma position"], ["Non"]]
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Où donc ?", 7, number)
    await bot.send_message(7, "Merci", reply_markup=ReplyKeyboardRemove())
    assert api.keyboard(7) == []


async def test_files_are_kept_and_sent_again_by_their_number(api: BotApi, bot: Bot) -> None:
    sent = await bot.send_document(7, b"BEGIN:VCARD", filename="mairie.vcf", caption="La mairie")
    assert sent.document
    upload = api.called("sendDocument")[0].files["document"]
    assert (upload.name, upload.content) == ("mairie.vcf", b"BEGIN:VCARD")
    again = await bot.send_document(8, sent.document.file_id)
    assert again.document == sent.document
    assert api.shown(8)[0].file == upload
    for other in ("unknown", sent.document.file_id):
        with pytest.raises(BadRequest):
            await bot.send_photo(8, other)


async def test_a_photo_is_a_png_or_a_jpeg(api: BotApi, bot: Bot) -> None:
    for image in (PNG, JPEG):
        assert (await bot.send_photo(7, image)).photo
    wide = PNG.replace(b"\0\0\0\x08", b"\0\0\x08\0", 1)
    for image in (b"GIF89a", wide, b""):
        with pytest.raises(BadRequest):
            await bot.send_photo(7, image)
    assert len(api.refused) == 3


async def test_topics_and_replies_must_exist(api: BotApi, bot: Bot) -> None:
    asked = a_topic_text("bonjour", GROUP, topic=42)
    api.push(asked)
    number = ReplyParameters(asked["message"]["message_id"])
    sent = await bot.send_message(GROUP, "Un", message_thread_id=42, reply_parameters=number)
    assert sent.is_topic_message
    assert (api.shown(GROUP)[0].thread, api.shown(GROUP)[0].replied) == (42, number.message_id)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(GROUP, "Un", message_thread_id=43)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(GROUP, "Un", reply_parameters=ReplyParameters(999_999))
