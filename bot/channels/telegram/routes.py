"""Which updates are answered, and by which method of the reception."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.channels.telegram.addressing import Addressed
from bot.channels.telegram.reception import PRESSES, Reception

App = Application[Any, Any, Any, Any, Any, Any]


def connect(reception: Reception, application: App) -> None:
    """Lead each kind of update to whoever answers it; the first that fits takes it."""
    addressed = Addressed()
    # A live location is edited every few seconds: only its first position is a message.
    sent = filters.UpdateType.MESSAGE & addressed
    application.add_handlers(
        [
            CommandHandler("start", reception.welcome),
            CommandHandler(PRESSES, reception.command),
            MessageHandler(filters.COMMAND & addressed, reception.refuse_command),
            MessageHandler(filters.TEXT & ~filters.COMMAND & addressed, reception.answer),
            MessageHandler(filters.LOCATION & sent, reception.answer),
            MessageHandler(filters.VOICE & sent, reception.decline_voice),
            MessageHandler(filters.ATTACHMENT & sent, reception.decline),
            CallbackQueryHandler(reception.answer_press),
            ChatMemberHandler(reception.greet_group, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    application.add_error_handler(reception.report)


def is_answered(update: Update, application: App) -> bool:
    """Whether somebody answers an update: what a group says to itself is not even kept."""
    checks = (handler.check_update(update) for handler in application.handlers[0])
    return any(check is not None and check is not False for check in checks)
