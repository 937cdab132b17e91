"""Limits that hold even while what replicas share is away."""

from dataclasses import dataclass, field

from bot.domain.pacing import Limit
from bot.usecases.pacing import OwnPace, SteadyPace
from bot.usecases.ports import UnavailableError

LIMIT = Limit(2, 10)


@dataclass
class FakeTime:
    seconds: float = 1000.0

    def now(self) -> float:
        return self.seconds


@dataclass
class FakePace:
    """Makes everybody wait as long; while `away`, it does not answer."""

    wait: float = 0.0
    away: bool = False
    asked: list[str] = field(default_factory=list)

    async def reserve(self, scope: str, limit: Limit) -> float:
        self.asked.append(f"{scope} {limit.count}")
        if self.away:
            raise UnavailableError("the shared pace is away")
        return self.wait


async def test_a_limit_of_ones_own_makes_wait_what_it_must() -> None:
    time = FakeTime()
    pace = OwnPace(time.now)
    assert [await pace.reserve("all", LIMIT) for _ in range(5)] == [0, 0, 10, 10, 20]
    time.seconds += 12
    assert await pace.reserve("all", LIMIT) == 8
    time.seconds += 60
    assert await pace.reserve("all", LIMIT) == 0


async def test_each_scope_has_its_own_limit() -> None:
    pace = OwnPace(FakeTime().now)
    assert [await pace.reserve(scope, LIMIT) for scope in "aabba"] == [0, 0, 0, 0, 10]


async def test_the_shared_limit_counts_when_it_is_there() -> None:
    shared, own = FakePace(wait=3.0), OwnPace(FakeTime().now)
    assert await SteadyPace(shared, own).reserve("all", LIMIT) == 3.0
    assert shared.asked == ["all 2"]


async def test_a_replica_goes_on_alone_while_the_shared_limit_is_away() -> None:
    shared = FakePace(wait=3.0, away=True)
    pace = SteadyPace(shared, OwnPace(FakeTime().now))
    assert [await pace.reserve("all", LIMIT) for _ in range(3)] == [0, 0, 10]
    shared.away = False
    assert await pace.reserve("all", LIMIT) == 3.0


async def test_what_the_shared_limit_gave_still_counts_once_it_is_away() -> None:
    shared, time = FakePace(), FakeTime()
    pace = SteadyPace(shared, OwnPace(time.now))
    for shared.wait in (0.0, 6.0, 4.0):
        await pace.reserve("all", LIMIT)
    shared.away = True
    assert await pace.reserve("all", LIMIT) == 14
    time.seconds += 100
    assert await pace.reserve("all", LIMIT) == 0


async def test_no_trace_is_left_of_a_chat_whose_limit_is_free_again() -> None:
    time = FakeTime()
    own = OwnPace(time.now)
    pace = SteadyPace(FakePace(), own)
    for number in range(100):
        await pace.reserve(f"c{number}", LIMIT)
        time.seconds += 1
    assert list(own._taken) == [f"c{number}" for number in range(89, 100)]
