"""Which updates are received, and by which method of the reception."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.channels.telegram.addressing import Addressed
from bot.channels.telegram.reception import Reception

RECEIVED = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY)
"""The kinds of updates asked of Telegram."""

App = Application[Any, Any, Any, Any, Any, Any]


def connect(reception: Reception, application: App) -> None:
    """Lead each kind of update to whoever receives it; the first that fits takes it."""
    addressed = Addressed()
    # A live location is edited every few seconds: only its first position is a message.
    sent = filters.UpdateType.MESSAGE & addressed
    application.add_handlers(
        [
            CommandHandler("start", reception.welcome),
            CommandHandler(("aide", "help"), reception.help),
            MessageHandler(filters.COMMAND & addressed, reception.refuse_command),
            MessageHandler(filters.TEXT & ~filters.COMMAND & addressed, reception.answer),
            MessageHandler(filters.LOCATION & sent, reception.answer),
            MessageHandler(filters.VOICE & sent, reception.decline_voice),
            MessageHandler(filters.ATTACHMENT & sent, reception.decline),
            CallbackQueryHandler(reception.answer_press),
        ]
    )
    application.add_error_handler(reception.report)
