"""What is kept, and under which secret: conversations, what arrives and what leaves."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from bot.adapters.clock import SystemClock
from bot.adapters.database import Database, DatabaseConversations, DatabaseMail
from bot.adapters.memory import MemoryConversations
from bot.adapters.sealing import Seal
from bot.adapters.secrets import InvalidKeyError, load_or_create_key
from bot.bootstrap.library import Library
from bot.settings import SettingsError
from bot.usecases.ports import Conversations
from bot.usecases.remembering import SteadyConversations

MAIL_KEPT = timedelta(days=2)
"""How long what was answered is recognised if it comes again: Telegram keeps updates for one."""


@dataclass(frozen=True)
class Storage(Library):
    """What is kept, beside what is known."""

    def database(self) -> Database:
        """The database of the settings.

        Raises:
            SettingsError: its address cannot be read, or there is no folder for it.
        """
        try:
            if self.settings.database_url:
                return Database(self.settings.database_url)
            self.settings.data_dir.mkdir(parents=True, exist_ok=True)
            return Database(self.settings.embedded_database)
        except OSError as error:
            raise SettingsError(f"DATA_DIR : {error}") from error
        except ValueError as error:
            raise SettingsError("DATABASE_URL : adresse illisible") from error

    def passing_database(self) -> Database:
        """A database in memory: nothing outlives the command."""
        return Database("sqlite://")

    def conversations(self, database: Database, key: bytes | None = None) -> SteadyConversations:
        """What is remembered, in a database and beside it; sealed with `key`, or the kept one."""
        clock, lifetime = SystemClock(), timedelta(days=self.settings.retention_days)
        mail = self.mail(database, key)
        store = DatabaseConversations(database, clock, lifetime=lifetime, mail=mail)
        return SteadyConversations(store, MemoryConversations(clock, lifetime=lifetime))

    def mail(self, database: Database, key: bytes | None = None) -> DatabaseMail:
        """What arrives and what leaves, in the hands of this process."""
        return DatabaseMail(database, SystemClock(), Seal(key or self.key()), self._holder)

    @cached_property
    def _holder(self) -> str:
        return uuid.uuid4().hex

    async def purge(self, database: Database, conversations: Conversations) -> int:
        """Erase what is older than its term; returns how many turns there were."""
        now = SystemClock().now()
        await self.mail(database).purge_mail(now - MAIL_KEPT)
        return await conversations.purge(now - timedelta(days=self.settings.retention_days))

    def key(self) -> bytes:
        """The secret that identifiers are hashed with.

        Raises:
            SettingsError: there is no folder for it, or what is there is no key.
        """
        if self.settings.secret_key:
            return self.settings.secret_key.get_secret_value().encode()
        try:
            return load_or_create_key(self.settings.data_dir / "secret.key")
        except (OSError, InvalidKeyError) as error:
            raise SettingsError(f"DATA_DIR : {error}") from error
