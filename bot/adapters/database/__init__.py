"""Where conversations are kept: SQLite by default, PostgreSQL in production."""

from bot.adapters.database.conversations import DatabaseConversations
from bot.adapters.database.database import Database, upgrade
from bot.adapters.database.mail import DatabaseMail
from bot.adapters.database.pace import DatabasePace
from bot.adapters.database.silences import DatabaseSilences

__all__ = [
    "Database",
    "DatabaseConversations",
    "DatabaseMail",
    "DatabasePace",
    "DatabaseSilences",
    "upgrade",
]
