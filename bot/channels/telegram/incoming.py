"""What arrives from Telegram, as the core reads it."""

from telegram import Update

from bot.channels.telegram.addressing import without_name
from bot.domain.exchange import Message
from bot.domain.territory import Position

CHANNEL = "telegram"


def read_message(update: Update) -> Message | None:
    """The text, position or button of an update; none when it holds nothing of these."""
    chat, query = update.effective_chat, update.callback_query
    if chat is None:
        return None
    conversation = str(chat.id)
    if query:
        return Message(CHANNEL, conversation, press=query.data or "")
    message = update.effective_message
    if message and message.location:
        here = Position(message.location.latitude, message.location.longitude)
        return Message(CHANNEL, conversation, position=here)
    if message and message.text is not None:
        text = without_name(message.text, message.get_bot())
        return Message(CHANNEL, conversation, text=text)
    return None
