"""Where to go: what is inside the territory, then what is near it."""

from datetime import date, timedelta

import pytest

from bot.domain.knowledge import Knowledge
from bot.domain.nearby import BEYOND_KM, FAR_KM, NEAR_KM, Nearby, places_near
from bot.domain.placing import position_of
from bot.domain.structures import FRESH, Place
from bot.domain.territory import Position, Territory, TerritoryKind
from tests.domain.contents import place

TODAY = date(2026, 11, 25)
CENTRE = Position(44.6, 2.0)
FIGEAC = Territory(TerritoryKind.COMMUNE, "46102", "Figeac", departements=("46",), position=CENTRE)
LOT = Territory(TerritoryKind.DEPARTEMENT, "46", "Lot", departements=("46",), position=CENTRE)
NOWHERE = Territory(TerritoryKind.COMMUNE, "46042", "Cahors", departements=("46",))


def lying(km: float, **changes: object) -> Place:
    """A place so far north of the centre; a degree of latitude is 111.2 km."""
    return place(latitude=CENTRE.latitude + km / 111.195, longitude=CENTRE.longitude, **changes)


def near(
    territory: Territory | None, *places: Place, kinds: tuple[str, ...] = ("fablab",)
) -> Nearby:
    return places_near(Knowledge(places={it.id: it for it in places}), territory, kinds, TODAY, 10)


def ids(found: Nearby) -> list[str]:
    return [item.id for item in found.items]


def test_the_nearest_place_comes_first_with_its_distance() -> None:
    found = near(FIGEAC, lying(30, id="a"), lying(5, id="b"), lying(12.04, id="c"))
    assert ids(found) == ["b", "c", "a"]
    assert [item.distance_km for item in found.items] == [5.0, 12.0, 30.0]


@pytest.mark.parametrize(("km", "here"), [(0, True), (NEAR_KM - 0.1, True), (NEAR_KM + 0.1, False)])
def test_a_place_within_reach_of_a_bicycle_is_here(km: float, *, here: bool) -> None:
    assert near(FIGEAC, lying(km)).here is here


def test_a_place_inside_a_wide_territory_is_here_and_first_however_far_it_is() -> None:
    beside = lying(5, id="a", departement="12")
    inside = lying(60, id="b", departement="46")
    found = near(LOT, beside, inside)
    assert ids(found) == ["b", "a"]
    assert found.here


def test_the_departement_of_a_commune_does_not_make_a_place_near() -> None:
    found = near(FIGEAC, lying(60, id="a", departement="46"), lying(30, id="b", departement="12"))
    assert ids(found) == ["b", "a"]
    assert not found.here


def test_only_the_kinds_asked_for_are_given() -> None:
    found = near(FIGEAC, lying(1, id="a", kinds=["coworking"]), lying(9, id="b"))
    assert ids(found) == ["b"]
    assert not found.other_kinds


def test_another_kind_near_is_worth_more_than_the_right_one_far_away() -> None:
    found = near(FIGEAC, lying(1, id="a", kinds=["coworking"]), lying(FAR_KM + 5, id="b"))
    assert found.other_kinds
    assert ids(found)[0] == "a"


def test_the_right_kind_far_away_is_worth_more_than_others_as_far() -> None:
    others = lying(FAR_KM + 1, id="a", kinds=["coworking"])
    found = near(FIGEAC, others, lying(FAR_KM + 5, id="b"))
    assert not found.other_kinds
    assert ids(found) == ["b"]


def test_no_kind_asks_for_any_place() -> None:
    found = near(FIGEAC, lying(1, id="a", kinds=["coworking"]), lying(2, id="b"), kinds=())
    assert ids(found) == ["a", "b"]


def test_a_place_without_position_comes_last_and_without_distance() -> None:
    found = near(FIGEAC, place(id="a"), lying(70, id="b"))
    assert ids(found) == ["b", "a"]
    assert found.items[1].distance_km is None


@pytest.mark.parametrize("territory", [None, NOWHERE])
def test_without_a_position_to_start_from_there_is_no_distance(territory: Territory | None) -> None:
    found = near(territory, lying(1, id="a"), lying(2, id="b"))
    assert [item.distance_km for item in found.items] == [None, None]
    assert not found.here


def test_at_the_same_distance_a_place_not_checked_for_long_comes_after() -> None:
    old = TODAY - FRESH - timedelta(days=1)
    assert ids(near(FIGEAC, lying(5, id="a", date_maj=old), lying(5, id="b"))) == ["b", "a"]


def test_equals_come_by_their_names() -> None:
    assert ids(near(None, place(id="a", nom="Zinc"), place(id="b", nom="Atelier"))) == ["b", "a"]


def test_nothing_is_found_where_nothing_is_known() -> None:
    assert near(FIGEAC) == Nearby((), here=False, beyond=True)


@pytest.mark.parametrize(("commune", "where"), [("Figeac", "Figeac (46)"), (None, "46")])
def test_a_place_says_where_it_is(commune: str | None, where: str) -> None:
    [item] = near(FIGEAC, lying(1, commune=commune, notice="Fermé en août.")).items
    assert (item.where, item.notice, item.source) == (where, "Fermé en août.", "Le réseau")
    assert item.checked_on == date(2026, 11, 1)


@pytest.mark.parametrize("known", [{}, {"latitude": 44.6}, {"longitude": 2.0}])
def test_half_a_position_is_none(known: dict[str, float]) -> None:
    assert position_of(place(**known)) is None


def test_a_position_at_zero_degree_is_one() -> None:
    assert position_of(place(latitude=0, longitude=0)) == Position(0, 0)


@pytest.mark.parametrize(("count", "told"), [(0, ""), (1, "a"), (2, "ab"), (3, "abc"), (9, "abcd")])
def test_no_more_places_than_asked_for_are_given(count: int, told: str) -> None:
    places = {id_: lying(km, id=id_) for km, id_ in enumerate("abcd", start=1)}
    found = places_near(Knowledge(places=places), FIGEAC, ("fablab",), TODAY, count)
    assert "".join(ids(found)) == told


def test_no_more_places_of_other_kinds_than_asked_for_are_given() -> None:
    places = {id_: lying(km, id=id_, kinds=["bar"]) for km, id_ in enumerate("abcd", start=1)}
    found = places_near(Knowledge(places=places), FIGEAC, ("fablab",), TODAY, 2)
    assert (ids(found), found.other_kinds, found.here) == (["a", "b"], True, True)


def test_a_kind_that_nobody_has_leaves_room_for_others_near() -> None:
    found = near(FIGEAC, lying(FAR_KM - 1, id="a", kinds=["bar"]))
    assert (ids(found), found.other_kinds, found.here) == (["a"], True, False)


def test_a_kind_that_nobody_has_and_others_far_away_is_nothing() -> None:
    found = near(FIGEAC, lying(FAR_KM + 1, id="a", kinds=["bar"]))
    assert found == Nearby((), here=False, beyond=True)


@pytest.mark.parametrize(("km", "other_kinds"), [(FAR_KM - 0.1, False), (FAR_KM + 0.1, True)])
def test_the_right_kind_is_near_enough_up_to_a_limit(km: float, *, other_kinds: bool) -> None:
    found = near(FIGEAC, lying(1, id="a", kinds=["bar"]), lying(km, id="b"))
    assert found.other_kinds is other_kinds
    assert ids(found) == (["a", "b"] if other_kinds else ["b"])


def test_without_a_territory_no_other_kind_replaces_the_one_asked_for() -> None:
    found = near(None, lying(1, id="a", kinds=["bar"]), lying(500, id="b"))
    assert (ids(found), found.other_kinds) == (["b"], False)


def test_how_to_reach_a_place_is_given_with_it() -> None:
    reached = {"telephone": "05 65 00 00 00", "courriel": "a@lieu.test", "site_web": "https://a.fr"}
    [item] = near(FIGEAC, lying(1, commune="Figeac", **reached)).items
    assert (item.phone, item.email, item.url) == tuple(reached.values())
    assert (item.town, item.position) == ("Figeac", position_of(lying(1)))


@pytest.mark.parametrize(("km", "beyond"), [(BEYOND_KM - 1, False), (BEYOND_KM + 1, True)])
def test_a_place_an_island_away_is_said_to_be_beyond(km: float, *, beyond: bool) -> None:
    assert near(FIGEAC, lying(km)).beyond is beyond


def test_what_lies_nobody_knows_how_far_is_beyond_unless_it_is_inside() -> None:
    assert near(FIGEAC, place()).beyond
    assert near(NOWHERE, lying(1)).beyond
    assert not near(LOT, place(departement="46")).beyond


def test_nothing_is_beyond_the_whole_country() -> None:
    assert not near(None, place()).beyond
    assert not near(None).beyond
