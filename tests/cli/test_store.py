"""`db upgrade` and `purge`, on the database that the program makes for itself."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.clock import SystemClock
from bot.adapters.database import Database, DatabaseConversations
from bot.domain.exchange import Turn
from bot.domain.session import Session
from tests.program import Program, free_port, until

A_TURN = Turn(
    id="t1",
    conversation="c1",
    channel="web",
    at=datetime.now(UTC),
    text="bonjour",
    goal="saluer",
    confidence=1.0,
    degraded=False,
    unanswered=False,
)


def test_a_database_is_made_then_left_as_it_is(program: Program) -> None:
    first, second = program.run("db", "upgrade"), program.run("db", "upgrade")
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout == second.stdout == "La base de données est à jour.\n"
    assert (program.folder / "data" / "traitdunion.db").exists()


def test_a_database_that_does_not_answer_is_one_line(program: Program) -> None:
    url = "postgresql://nobody:mot-de-passe@127.0.0.1:1/nothing"
    for words in (("db", "upgrade"), ("purge",)):
        done = program.run(*words, DATABASE_URL=url, SECRET_KEY="0123456789abcdef")
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert "mot-de-passe" not in done.stderr


def test_purge_erases_what_is_older_than_its_term(program: Program) -> None:
    now = datetime.now(UTC)
    file = program.folder / "conversations.db"
    asyncio.run(keep(file, now - timedelta(days=8), now - timedelta(days=6)))
    url = f"sqlite:///{file}"
    done = program.run("purge", DATABASE_URL=url, SECRET_KEY="0123456789abcdef", RETENTION_DAYS=7)
    assert done.stdout == "1 échange(s) effacé(s).\n"
    (left,) = asyncio.run(kept(file))
    assert left.at == now - timedelta(days=6)


@pytest.mark.parametrize("command", ["run", "chat"])
def test_what_is_older_than_its_term_is_erased_without_being_asked(
    program: Program, command: str
) -> None:
    file = program.folder / "conversations.db"
    asyncio.run(keep(file, datetime.now(UTC) - timedelta(days=31)))
    settings = {"DATABASE_URL": f"sqlite:///{file}", "SECRET_KEY": "0123456789abcdef"}
    absent = program.folder / "absent"
    with program.started(command, PORT=free_port(), NLU_PYTHON=absent, **settings):
        until(lambda: asyncio.run(kept(file)) == ())


def test_purge_has_nothing_to_do_the_first_time(program: Program) -> None:
    done = program.run("purge")
    assert (done.returncode, done.stdout) == (0, "0 échange(s) effacé(s).\n")


async def keep(file: Path, *times: datetime) -> None:
    """Record a turn at each of these times."""
    database = Database(f"sqlite:///{file}")
    for number, time in enumerate(times):
        turn = replace(A_TURN, id=f"t{number}", at=time)
        await DatabaseConversations(database, SystemClock()).record(turn, Session())
    database.close()


async def kept(file: Path) -> tuple[Turn, ...]:
    """The turns that are left."""
    database = Database(f"sqlite:///{file}")
    held = await DatabaseConversations(database, SystemClock()).export(A_TURN.conversation)
    database.close()
    return held.turns
