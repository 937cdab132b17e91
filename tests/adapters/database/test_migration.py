"""How a database comes to the present form of the tables."""

import dataclasses
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from bot.adapters.database import Database, tables, upgrade
from bot.adapters.database.engine import open_engine
from bot.adapters.database.migration import configuration
from bot.domain.exchange import Feedback, Turn

PROCESSES = 3
_NEWER = "UPDATE alembic_version SET version_num = '9999'"


def test_the_migrations_make_the_tables_that_the_program_knows(url: str) -> None:
    upgrade(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_an_upgrade_of_an_upgraded_database_changes_nothing(url: str) -> None:
    upgrade(url)
    upgrade(url)
    assert "turns" in _tables(url)


def test_several_processes_may_upgrade_at_once(url: str) -> None:
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        upgrades = [pool.submit(upgrade, url) for _ in range(PROCESSES)]
    assert [one.exception() for one in upgrades] == [None] * PROCESSES
    assert "turns" in _tables(url)


def test_the_migrations_can_be_undone(url: str) -> None:
    upgrade(url)
    engine = open_engine(url)
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
    engine.dispose()
    assert _tables(url) == {"alembic_version"}


async def test_a_database_of_a_newer_release_is_left_as_it_is(url: str) -> None:
    upgrade(url)
    newer = Database(url)
    await newer.run(lambda connection: connection.execute(text(_NEWER)))
    newer.close()
    upgrade(url)
    assert _revision(url) == "9999"


def test_tables_hold_every_field_of_the_domain() -> None:
    assert set(tables.turns.c.keys()) == {field.name for field in dataclasses.fields(Turn)}
    assert set(tables.feedback.c.keys()) == {field.name for field in dataclasses.fields(Feedback)}


def _tables(url: str) -> set[str]:
    engine = open_engine(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def _revision(url: str) -> str | None:
    engine = open_engine(url)
    with engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return revision
