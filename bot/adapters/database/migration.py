"""Brings a database to the present form of the tables."""

import logging
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

_LOG = logging.getLogger(__name__)

_LOCK: Final = 7_276_041
"""The advisory lock of migrations in PostgreSQL: any number no other program takes."""


def configuration(connection: Connection) -> Config:
    """What Alembic's commands need to work on this connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bot.adapters.database:migrations")
    return config


def migrate(engine: Engine) -> None:
    """Run every migration still to be run, all or none; processes that start together take turns.

    A database that a newer release has already moved on is left as it is: during a rolling
    deployment the older replicas go on.
    """
    with engine.begin() as connection:
        _take_turn(connection)
        config = configuration(connection)
        revision = MigrationContext.configure(connection).get_current_revision()
        if revision is not None and revision not in _known_revisions(config):
            _LOG.warning("the database is newer than this program: revision %s", revision)
            return
        command.upgrade(config, "head")


def _take_turn(connection: Connection) -> None:
    """Hold the others back until the end of the transaction."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _known_revisions(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
