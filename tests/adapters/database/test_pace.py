"""Limits that replicas keep together, and alone when they must."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.database import Database, DatabasePace
from bot.domain.pacing import Limit
from bot.usecases.pacing import OwnPace, SteadyPace
from tests.adapters.database.replicas import Replica
from tests.adapters.database.stores import NOON, FakeClock

LIMIT = Limit(2, 10)


@pytest.fixture
def paces(one: Replica, other: Replica, clock: FakeClock) -> list[DatabasePace]:
    return [DatabasePace(one.database, clock), DatabasePace(other.database, clock)]


@pytest.fixture
def nowhere(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/absent/file.db")
    yield database
    database.close()


async def test_replicas_share_a_limit(paces: list[DatabasePace]) -> None:
    waits = [await pace.reserve("all", LIMIT) for pace in paces * 3]
    assert waits == [0, 0, 10, 10, 20, 20]


async def test_replicas_that_ask_at_the_same_moment_share_a_limit(
    paces: list[DatabasePace],
) -> None:
    waits = await asyncio.gather(*(pace.reserve("all", LIMIT) for pace in paces * 6))
    assert sorted(waits) == [0, 0, 10, 10, 20, 20, 30, 30, 40, 40, 50, 50]


async def test_no_while_holds_more_than_the_limit_whenever_replicas_ask(
    paces: list[DatabasePace], clock: FakeClock
) -> None:
    limit, moments = Limit(3, 7.5), []
    for pause in (0.0, 0.5, 6.0, 0.1, 30.0, 2.0):
        clock.advance(timedelta(seconds=pause))
        since = (clock.now() - NOON).total_seconds()
        waits = await asyncio.gather(*(pace.reserve("all", limit) for pace in paces))
        moments += [since + wait for wait in waits]
    moments.sort()
    spans = [end - start for start, end in zip(moments, moments[limit.count :], strict=False)]
    assert min(spans) > limit.seconds - 1e-5
    assert moments[:3] == pytest.approx([0, 0, 0.5])


async def test_each_scope_has_its_own_limit(paces: list[DatabasePace]) -> None:
    one, other = paces
    assert [await one.reserve("a", LIMIT) for _ in range(3)] == [0, 0, 10]
    assert [await other.reserve("b", LIMIT) for _ in range(2)] == [0, 0]


async def test_a_limit_is_free_again_once_its_while_is_over(
    paces: list[DatabasePace], clock: FakeClock
) -> None:
    for pace in paces:
        await pace.reserve("all", LIMIT)
    clock.advance(timedelta(seconds=10))
    assert await paces[0].reserve("all", LIMIT) == 0


async def test_a_limit_that_changes_holds_at_once(paces: list[DatabasePace]) -> None:
    pace = paces[0]
    assert [await pace.reserve("all", Limit(5, 10)) for _ in range(5)] == [0] * 5
    assert await pace.reserve("all", LIMIT) == 10
    assert await pace.reserve("all", Limit(5, 10)) == 10


async def test_each_keeps_its_own_limit_while_the_shared_one_is_away(
    nowhere: Database, clock: FakeClock
) -> None:
    pace = SteadyPace(DatabasePace(nowhere, clock), OwnPace(lambda: 100.0))
    assert [await pace.reserve("all", LIMIT) for _ in range(3)] == [0, 0, 10]
