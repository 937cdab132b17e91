"""Which chat an update comes from, and whether it speaks to the bot."""

import re
from dataclasses import dataclass

from telegram import Bot, Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext.filters import MessageFilter

_NAMES: list[str | None] = [
    MessageEntity.MENTION,
    MessageEntity.TEXT_MENTION,
    MessageEntity.BOT_COMMAND,
]


@dataclass(frozen=True, slots=True)
class Address:
    """Where to answer: a chat, and the topic of a forum."""

    chat: int
    topic: int | None = None

    @property
    def is_private(self) -> bool:
        """Whether one person reads it; groups have negative numbers (Bot API)."""
        return self.chat > 0


def address_of(update: object) -> Address | None:
    """Where an update is to be answered; none when it comes from no chat."""
    if not isinstance(update, Update) or update.effective_chat is None:
        return None
    message = update.effective_message
    topic = message.message_thread_id if message and message.is_topic_message else None
    return Address(update.effective_chat.id, topic)


def link_to(bot_name: str, start: str = "") -> str:
    """The address that opens a conversation with the bot, at what `start` names if it does."""
    return f"https://t.me/{bot_name}" + (f"?start={start}" if start else "")


class Addressed(MessageFilter):
    """Messages for the bot: all in private, those that name it or reply to it in a group.

    What people share through the bot itself asks nothing of it, wherever they share it.
    """

    def filter(self, message: Message) -> bool:
        """Whether the bot is spoken to."""
        bot = message.get_bot()
        if message.via_bot and message.via_bot.id == bot.id:
            return False
        if message.chat.type == ChatType.PRIVATE:
            return True
        return _replies_to(message, bot) or _names(message, bot)


def without_name(text: str, bot: Bot) -> str:
    """What is said to the bot, without its name."""
    return re.sub(rf"@{re.escape(bot.username)}\b", "", text, flags=re.IGNORECASE).strip()


def _replies_to(message: Message, bot: Bot) -> bool:
    replied = message.reply_to_message
    return bool(replied and replied.from_user and replied.from_user.id == bot.id)


def _names(message: Message, bot: Bot) -> bool:
    named = message.parse_entities(_NAMES) if message.text else {}
    if message.caption:
        named |= message.parse_caption_entities(_NAMES)
    return any(
        (entity.user.id == bot.id)
        if entity.user
        else text.lower().endswith(f"@{bot.username.lower()}")
        for entity, text in named.items()
    )
