"""Limits that replicas keep together, and alone when they must."""

from pathlib import Path

from bot.adapters.database import Database, DatabasePace
from bot.domain.pacing import Limit
from bot.usecases.pacing import OwnPace, SteadyPace
from tests.adapters.database.stores import FakeClock

LIMIT = Limit(2, 10)


async def test_replicas_share_a_limit(url: str, clock: FakeClock) -> None:
    one, other = Database(url), Database(url)
    paces = [DatabasePace(one, clock), DatabasePace(other, clock)] * 3
    waits = [await pace.reserve("all", LIMIT) for pace in paces]
    assert waits == [0, 0, 10, 10, 20, 20]
    assert await paces[0].reserve("a chat", LIMIT) == 0
    one.close()
    other.close()


async def test_each_keeps_its_own_limit_while_the_shared_one_is_away(tmp_path: Path) -> None:
    nowhere = Database(f"sqlite:///{tmp_path}/absent/file.db")
    pace = SteadyPace(DatabasePace(nowhere, FakeClock()), OwnPace(lambda: 100.0))
    assert [await pace.reserve("all", LIMIT) for _ in range(3)] == [0, 0, 10]
    nowhere.close()
