"""Where conversations are kept: SQLite by default, PostgreSQL in production."""

from bot.adapters.database.conversations import DatabaseConversations
from bot.adapters.database.database import Database, upgrade

__all__ = ["Database", "DatabaseConversations", "upgrade"]
