"""Places in their order: inside a wide territory, then by distance, then without position."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.knowledge import Knowledge
from bot.domain.placing import Placing, distance_to
from bot.domain.structures import FRESH, Place
from bot.domain.territory import Position, Territory, TerritoryKind
from tests.domain.contents import place

TODAY = date(2026, 11, 25)
OLD = TODAY - FRESH - timedelta(days=1)
CENTRE = Position(44.6, 2.0)
FIGEAC = Territory(TerritoryKind.COMMUNE, "46102", "Figeac", departements=("46",), position=CENTRE)
LOT = Territory(TerritoryKind.DEPARTEMENT, "46", "Lot", departements=("46",), position=CENTRE)
QUERCY = Territory(
    TerritoryKind.LAND, "quercy", "Quercy", departements=("46", "82"), position=CENTRE
)
WITHOUT_POSITION = Territory(TerritoryKind.REGION, "76", "Occitanie", departements=("46", "12"))
TERRITORIES = (None, FIGEAC, LOT, QUERCY, WITHOUT_POSITION)


def lying(km: float, id_: str, **changes: object) -> Place:
    """A place so far north of the centre; a degree of latitude is 111.2 km."""
    latitude = CENTRE.latitude + km / 111.195
    return place(id=id_, nom=id_, latitude=latitude, longitude=CENTRE.longitude, **changes)


def order(territory: Territory | None, *places: Place) -> list[str]:
    return [it.id for _, it in Placing(places).nearest(territory, TODAY)]


def some_places(kms: Iterable[int | None], departements: list[str], days: list[int]) -> list[Place]:
    places = []
    for rank, (km, code, age) in enumerate(zip(kms, departements, days, strict=False)):
        known: dict[str, object] = {"departement": code, "date_maj": TODAY - timedelta(days=age)}
        id_ = f"lieu-{rank}"
        places.append(place(id=id_, **known) if km is None else lying(km, id_, **known))
    return places


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 900)), max_size=25),
    st.lists(st.sampled_from(["46", "12", "82", "974"]), min_size=25, max_size=25),
    st.lists(st.sampled_from([0, 400, 900]), min_size=25, max_size=25),
    st.sampled_from(TERRITORIES),
)
def test_every_place_is_told_exactly_once(
    kms: list[int | None], departements: list[str], days: list[int], territory: Territory | None
) -> None:
    places = some_places(kms, departements, days)
    assert sorted(order(territory, *places)) == sorted(it.id for it in places)


def test_all_that_is_inside_a_wide_territory_comes_before_the_nearest_outside() -> None:
    outside = (lying(1, "a", departement="12"), lying(20, "b", departement="12"))
    inside = (lying(90, "c", departement="46"), lying(40, "d", departement="82"))
    assert order(QUERCY, *outside, *inside) == ["d", "c", "a", "b"]


def test_a_place_inside_that_has_no_position_still_comes_before_those_outside() -> None:
    inside = (place(id="a", departement="46"), lying(90, "b", departement="46"))
    assert order(LOT, lying(1, "c", departement="12"), *inside) == ["b", "a", "c"]


def test_a_commune_has_no_inside() -> None:
    inside, outside = lying(9, "a", departement="46"), lying(3, "b", departement="12")
    assert order(FIGEAC, inside, outside) == ["b", "a"]


@pytest.mark.parametrize(
    ("fresh_km", "old_km", "first"),
    [(5.3, 4.7, "fresh"), (5.0, 5.0, "fresh"), (5.6, 5.4, "old"), (9, 4, "old")],
)
def test_at_the_same_kilometre_what_was_checked_of_late_comes_first(
    fresh_km: float, old_km: float, first: str
) -> None:
    places = (lying(old_km, "old", date_maj=OLD), lying(fresh_km, "fresh"))
    assert order(FIGEAC, *places)[0] == first


def test_a_check_just_eighteen_months_old_is_still_of_late() -> None:
    limit = lying(4.8, "limit", date_maj=TODAY - FRESH)
    assert order(FIGEAC, lying(5.2, "fresh"), limit) == ["limit", "fresh"]


@pytest.mark.parametrize("territory", [FIGEAC, LOT])
def test_places_without_position_come_last_and_by_name(territory: Territory) -> None:
    lost = [place(id=id_, nom=nom, departement="974") for id_, nom in (("a", "Zinc"), ("b", "Bar"))]
    found = list(Placing([*lost, lying(800, "c")]).nearest(territory, TODAY))
    assert [it.id for _, it in found] == ["c", "b", "a"]
    assert [km is None for km, _ in found] == [False, True, True]


def test_without_a_territory_places_come_by_name_the_old_ones_last() -> None:
    places = (lying(1, "a", date_maj=OLD), lying(2, "c"), lying(3, "b"))
    assert order(None, *places) == ["b", "c", "a"]


def test_a_wide_territory_without_position_gives_its_own_places_first() -> None:
    places = (lying(1, "a", departement="31"), lying(2, "z", departement="12"))
    found = list(Placing(places).nearest(WITHOUT_POSITION, TODAY))
    assert found == [(None, places[1]), (None, places[0])]


def test_the_first_ones_can_be_taken_without_the_others() -> None:
    places = [lying(km, f"lieu-{km}") for km in range(200)]
    first = islice(Placing(places).nearest(FIGEAC, TODAY), 2)
    assert [it.id for _, it in first] == ["lieu-0", "lieu-1"]


def test_half_the_positions_known_make_no_distance() -> None:
    assert distance_to(place(), CENTRE) is None
    assert distance_to(lying(3, "a"), None) is None
    assert distance_to(lying(3, "a"), CENTRE) == pytest.approx(3, abs=0.01)


def test_places_are_arranged_once_for_each_set_of_kinds() -> None:
    held = {"a": lying(1, "a", kinds=["fablab"]), "b": lying(2, "b", kinds=["coworking", "bar"])}
    knowledge = Knowledge(places=held)
    assert knowledge.placing(("fablab", "bar")) is knowledge.placing(["bar", "fablab", "bar"])
    assert knowledge.placing() is knowledge.placing(())
    assert knowledge.placing(("fablab",)) is not knowledge.placing(("bar",))


@pytest.mark.parametrize(
    ("kinds", "told"),
    [((), ["a", "b"]), (("fablab",), ["a"]), (("bar", "fablab"), ["a", "b"]), (("cafe",), [])],
)
def test_only_the_places_of_a_kind_are_arranged(kinds: tuple[str, ...], told: list[str]) -> None:
    held = {"a": lying(1, "a", kinds=["fablab"]), "b": lying(2, "b", kinds=["coworking", "bar"])}
    found = Knowledge(places=held).placing(kinds).nearest(FIGEAC, TODAY)
    assert [it.id for _, it in found] == told
