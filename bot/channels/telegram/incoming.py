"""What arrives from Telegram, as the core reads it."""

import re

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update

from bot.channels.telegram.addressing import without_name
from bot.channels.telegram.keyboard import Rows
from bot.channels.telegram.writing import Pressed
from bot.domain import exchange
from bot.domain.buttons import Press, Verb, read_press
from bot.domain.replies import Button
from bot.domain.territory import Position, TerritoryKind

CHANNEL = "telegram"

_OLD = Press(Verb.NONE)

_TOWN = re.compile(r"t_(\w{5})", re.ASCII)


def read_message(update: Update) -> exchange.Message | None:
    """The text, position or button of an update; none when it holds nothing of these."""
    chat, query = update.effective_chat, update.callback_query
    if chat is None:
        return None
    conversation = str(chat.id)
    if query:
        return exchange.Message(CHANNEL, conversation, press=query.data or "")
    message = update.effective_message
    if message and message.location:
        here = Position(message.location.latitude, message.location.longitude)
        return exchange.Message(CHANNEL, conversation, position=here)
    if message and message.text is not None:
        text = without_name(message.text, message.get_bot())
        return exchange.Message(CHANNEL, conversation, text=text)
    return None


def read_opening(conversation: str, payload: str) -> exchange.Message:
    """`/start`, with what a link adds to it: the id of a card, or `t_` and a commune's code."""
    town = _TOWN.fullmatch(payload)
    if town:
        press = Press(Verb.TERRITORY, f"{TerritoryKind.COMMUNE}/{town[1]}")
    else:
        press = Press(Verb.CARD, payload)
    value = press.value if payload else None
    return exchange.Message(CHANNEL, conversation, press=value, opens=True)


def read_pressed(query: CallbackQuery | None) -> Pressed | None:
    """A pressed button, and the message above it if it can still be changed."""
    if query is None:
        return None
    press, message = read_press(query.data or "") or _OLD, query.message
    if not isinstance(message, Message) or not message.is_accessible:
        return Pressed(press)
    return Pressed(press, message.message_id, _rows(message.reply_markup))


def _rows(shown: InlineKeyboardMarkup | None) -> Rows:
    rows = shown.inline_keyboard if shown else ()
    return tuple(
        tuple(Button(it.text, str(it.callback_data or it.url or "")) for it in row) for row in rows
    )
