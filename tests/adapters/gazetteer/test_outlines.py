"""The outlines of départements and regions: closed, around their chief towns, none missing."""

import json
import math
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest

from bot.adapters.gazetteer import Reference
from bot.adapters.gazetteer.archive import ARCHIVE, read_member
from bot.adapters.gazetteer.reference import rows_of
from bot.domain.territory import EARTH_RADIUS_KM, Position

Ring = list[list[float]]
Outlines = Mapping[str, list[Ring]]

SLACK_KM = 6.0
"""How far from its simplified outline a chief town by the sea may be."""

_KM_A_DEGREE = math.pi * EARTH_RADIUS_KM / 180


@pytest.fixture(scope="module")
def outlines() -> Mapping[str, Outlines]:
    found: Mapping[str, Outlines] = json.loads(read_member(ARCHIVE, "outlines.json"))
    return found


@pytest.fixture(scope="module")
def chief_towns(reference: Reference) -> Mapping[str, Position]:
    """Of each département that a region holds."""
    found = {}
    for row in rows_of(ARCHIVE, "departements.csv"):
        position = reference.communes[row[5]].position
        if row[3] and position:
            found[row[0]] = position
    return found


def rings(outlines: Mapping[str, Outlines]) -> Iterator[Ring]:
    return (ring for level in outlines.values() for shape in level.values() for ring in shape)


def is_inside(point: Position, ring: Ring) -> bool:
    """By the number of sides that a line towards the east crosses."""
    crossed = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > point.latitude) != (y2 > point.latitude):
            at = x1 + (point.latitude - y1) / (y2 - y1) * (x2 - x1)
            crossed += at > point.longitude
    return crossed % 2 == 1


def km_to(point: Position, ring: Ring) -> float:
    """To the nearest side, on a plane around the point."""
    narrow = math.cos(math.radians(point.latitude))
    plane = [((x - point.longitude) * narrow, y - point.latitude) for x, y in ring]
    return min(_from_origin(one, other) for one, other in pairwise(plane)) * _KM_A_DEGREE


def _from_origin(one: tuple[float, float], other: tuple[float, float]) -> float:
    along = (other[0] - one[0], other[1] - one[1])
    length = along[0] ** 2 + along[1] ** 2
    share = -(one[0] * along[0] + one[1] * along[1]) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(one[0] + share * along[0], one[1] + share * along[1])


def is_around(shape: list[Ring], point: Position) -> bool:
    return any(is_inside(point, ring) or km_to(point, ring) < SLACK_KM for ring in shape)


def test_every_departement_and_every_region_has_an_outline(
    outlines: Mapping[str, Outlines], reference: Reference
) -> None:
    with_region = {code for code, place in reference.departements.items() if place.regions}
    assert outlines.keys() == {"departements", "regions"}
    assert outlines["departements"].keys() == with_region
    assert len(with_region) == 101
    assert outlines["regions"].keys() == reference.regions.keys()
    assert len(outlines["regions"]) == 18


def test_every_ring_is_closed_and_has_an_inside(outlines: Mapping[str, Outlines]) -> None:
    for ring in rings(outlines):
        assert ring[0] == ring[-1]
        assert len({tuple(point) for point in ring}) >= 3
        area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
        assert area != 0


def test_a_departement_is_around_its_chief_town(
    outlines: Mapping[str, Outlines], chief_towns: Mapping[str, Position]
) -> None:
    assert len(chief_towns) == 101
    shapes = outlines["departements"]
    assert [code for code, town in chief_towns.items() if not is_around(shapes[code], town)] == []


def test_a_region_is_around_the_chief_towns_of_its_departements(
    outlines: Mapping[str, Outlines], reference: Reference, chief_towns: Mapping[str, Position]
) -> None:
    shapes = outlines["regions"]
    astray = [
        code
        for code, town in chief_towns.items()
        if not is_around(shapes[reference.departements[code].regions[0]], town)
    ]
    assert astray == []


def test_a_departement_is_not_around_the_chief_town_of_another(
    outlines: Mapping[str, Outlines], chief_towns: Mapping[str, Position]
) -> None:
    for code, shape in outlines["departements"].items():
        within = [
            other
            for other, town in chief_towns.items()
            if other != code and any(is_inside(town, ring) for ring in shape)
        ]
        assert within == [], code


def test_nearly_every_commune_of_the_mainland_is_within_its_departement(
    outlines: Mapping[str, Outlines], reference: Reference
) -> None:
    shapes = outlines["departements"]
    sample = [it for it in reference.communes.values() if it.position and it.code.endswith("7")]
    mainland = [it for it in sample if len(it.departements[0]) == 2]
    assert len(mainland) > 3_000
    within = [
        it
        for it in mainland
        if it.position and any(is_inside(it.position, ring) for ring in shapes[it.departements[0]])
    ]
    assert len(within) > 0.98 * len(mainland)
