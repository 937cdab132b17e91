"""Whatever is placed is told in the order of a sort by distance."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.grid import Grid
from bot.domain.territory import Position

FIGEAC = Position(44.61, 2.03)
CAYENNE = Position(4.92, -52.31)
SAINT_DENIS = Position(-20.88, 55.45)
SAINT_PIERRE = Position(46.78, -56.18)
KM_A_DEGREE = 111.195

FRANCE = st.builds(Position, st.floats(41, 52), st.floats(-6, 10))
NEAR_FIGEAC = st.builds(Position, st.floats(44, 45.2), st.floats(1.4, 2.6))
OVERSEAS = st.builds(Position, st.floats(-22, 48), st.floats(-64, 56))
# Corners of squares, where a thing belongs to one of four.
CORNERS = st.builds(
    lambda y, x: Position(y / 4, x / 4), st.integers(160, 210), st.integers(-24, 40)
)
ANYWHERE = st.one_of(FRANCE, NEAR_FIGEAC, OVERSEAS, CORNERS)


def grid_of(positions: Sequence[Position]) -> Grid[int]:
    return Grid((position, rank) for rank, position in enumerate(positions))


def north(km: float) -> Position:
    return Position(FIGEAC.latitude + km / KM_A_DEGREE, FIGEAC.longitude)


@given(ANYWHERE, st.lists(ANYWHERE, max_size=60))
def test_things_are_told_once_each_as_a_whole_sort_would(
    origin: Position, positions: list[Position]
) -> None:
    told = list(grid_of(positions).around(origin))
    assert sorted(rank for _, rank in told) == list(range(len(positions)))
    assert [km for km, _ in told] == sorted(origin.distance_km(it) for it in positions)
    assert all(km == origin.distance_km(positions[rank]) for km, rank in told)


@given(ANYWHERE, st.lists(ANYWHERE, max_size=60), st.floats(0, 2000))
def test_a_limit_keeps_what_a_whole_sort_would_keep(
    origin: Position, positions: list[Position], limit: float
) -> None:
    told = [km for km, _ in grid_of(positions).around(origin, within_km=limit)]
    every = sorted(origin.distance_km(position) for position in positions)
    assert told == [km for km in every if km <= limit]


@pytest.mark.parametrize("latitude", [0.1, 44.6, 64.9, 74.9])
def test_a_thing_across_the_edge_of_a_square_comes_before_one_of_the_same_square(
    latitude: float,
) -> None:
    origin = Position(latitude, 2.01)
    across, within = Position(latitude, 1.99), Position(latitude, 2.2)
    assert [rank for _, rank in grid_of([within, across]).around(origin)] == [1, 0]


def test_nothing_is_around_when_nothing_is_placed() -> None:
    assert list(grid_of([]).around(FIGEAC)) == []
    assert list(grid_of([]).around(FIGEAC, within_km=10)) == []


@pytest.mark.parametrize("only", [FIGEAC, Position(44.6, 2.1), CAYENNE, SAINT_DENIS, SAINT_PIERRE])
def test_a_thing_alone_is_found_wherever_it_is(only: Position) -> None:
    assert list(grid_of([only]).around(FIGEAC)) == [(FIGEAC.distance_km(only), 0)]


def test_overseas_comes_after_the_mainland_and_in_its_own_order() -> None:
    farthest_first = [SAINT_DENIS, CAYENNE, SAINT_PIERRE, Position(42.7, 9.45), FIGEAC]
    assert [rank for _, rank in grid_of(farthest_first).around(FIGEAC)] == [4, 3, 2, 1, 0]


def test_the_nearest_of_overseas_is_found_from_there() -> None:
    placed = grid_of([FIGEAC, CAYENNE, SAINT_DENIS])
    assert next(placed.around(Position(-21.3, 55.5)))[1] == 2
    assert next(placed.around(Position(5.1, -52.6)))[1] == 1


def test_just_before_and_just_beyond_the_last_ring_are_in_order() -> None:
    edge = (FIGEAC.latitude // 0.25 + 48) * 0.25
    positions = [Position(edge + step / 100, FIGEAC.longitude) for step in range(20, -20, -1)]
    assert [rank for _, rank in grid_of(positions).around(FIGEAC)] == list(range(39, -1, -1))


@pytest.mark.parametrize("same", [FIGEAC, north(30), CAYENNE])
def test_things_at_the_same_point_are_all_told_in_the_order_they_were_placed(
    same: Position,
) -> None:
    told = list(grid_of([same, same, same]).around(FIGEAC))
    assert told == [(FIGEAC.distance_km(same), rank) for rank in range(3)]


def test_what_lies_at_the_very_limit_is_told_and_nothing_beyond() -> None:
    positions = [north(9), north(10), north(11)]
    limit = FIGEAC.distance_km(positions[1])
    placed = grid_of(positions)
    assert [rank for _, rank in placed.around(FIGEAC, within_km=limit)] == [0, 1]
    just_less = math.nextafter(limit, 0)
    assert [rank for _, rank in placed.around(FIGEAC, within_km=just_less)] == [0]


def test_a_limit_of_nothing_keeps_what_is_on_the_spot() -> None:
    placed = grid_of([FIGEAC, north(0.01)])
    assert list(placed.around(FIGEAC, within_km=0)) == [(0.0, 0)]


def test_things_need_no_order_of_their_own() -> None:
    placed = Grid([(FIGEAC, {"a": 1}), (FIGEAC, {"b": 2})])
    assert [thing for _, thing in placed.around(FIGEAC)] == [{"a": 1}, {"b": 2}]
