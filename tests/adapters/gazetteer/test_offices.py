"""The public bodies of every place: who they are, how to reach them, on whose word."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.adapters.gazetteer.offices import DIVISION_OF, TOWN_HALLS_OF, Offices
from bot.adapters.gazetteer.records import WITH_DISTRICTS
from bot.domain.around import Around
from bot.domain.buttons import Press, Verb, read_press
from bot.domain.content import MAX_BUTTON_BYTES, MAX_ID
from bot.domain.structures import Contact, CoverageLevel
from bot.domain.territory import Territory, TerritoryKind

COMMUNE, EPCI, DEPARTEMENT, REGION, LAND = TerritoryKind
Find = Callable[[TerritoryKind, str], Around]
DISTRICT = re.compile(r"^(75|132|693)")


@pytest.fixture(scope="module")
def offices(reference: Reference) -> Offices:
    return Offices(reference)


@pytest.fixture(scope="module")
def town_halls(offices: Offices, reference: Reference) -> Mapping[str, Contact]:
    """By the code of their commune or arrondissement."""
    found = {code: offices.town_hall(place) for code, place in reference.communes.items()}
    return {code: hall for code, hall in found.items() if hall}


@pytest.fixture
def around(gazetteer: FrenchGazetteer) -> Find:
    def of_code(kind: TerritoryKind, code: str) -> Around:
        found = gazetteer.find(kind, code)
        assert found is not None
        return gazetteer.around(found)

    return of_code


def is_district(code: str) -> bool:
    return bool(DISTRICT.match(code)) and code not in WITH_DISTRICTS


def test_every_commune_that_has_a_position_has_a_town_hall(
    reference: Reference, town_halls: Mapping[str, Contact]
) -> None:
    counted = Counter(is_district(code) for code in town_halls)
    assert counted == {False: 34_875, True: 45}
    with_position = {code for code, place in reference.communes.items() if place.position}
    assert town_halls.keys() == with_position


def test_a_town_hall_is_dated_by_the_list_that_knows_it(
    town_halls: Mapping[str, Contact],
) -> None:
    for hall in town_halls.values():
        is_listed = bool(hall.adresse or hall.telephone or hall.courriel or hall.site_web)
        assert hall.date_maj == (TOWN_HALLS_OF if is_listed else DIVISION_OF)
        assert ("DILA" in hall.source, "INSEE" in hall.source) == (is_listed, not is_listed)
    assert date(2025, 2, 13) == TOWN_HALLS_OF
    assert date(2026, 1, 1) == DIVISION_OF


def test_nearly_all_can_be_called(town_halls: Mapping[str, Contact]) -> None:
    called = [hall for hall in town_halls.values() if hall.telephone]
    assert len(called) > 0.99 * len(town_halls)


def test_a_telephone_is_made_of_figures(town_halls: Mapping[str, Contact]) -> None:
    phones = [hall.telephone for hall in town_halls.values() if hall.telephone]
    assert [phone for phone in phones if not re.fullmatch(r"\+?\d[\d ]{8,16}\d", phone)] == []


def test_an_address_on_the_web_can_be_followed(town_halls: Mapping[str, Contact]) -> None:
    sites = [hall.site_web for hall in town_halls.values() if hall.site_web]
    assert [site for site in sites if not re.fullmatch(r"https?://[^\s/]+\.\S+", site)] == []


def bodies(offices: Offices, reference: Reference) -> Iterator[Contact | None]:
    yield from map(offices.town_hall, reference.communes.values())
    yield from map(offices.intercommunalite, reference.epcis.values())
    yield from map(offices.prefecture, reference.communes.values())


def test_every_identifier_can_stand_behind_a_button(offices: Offices, reference: Reference) -> None:
    ids = {body.id for body in bodies(offices, reference) if body}
    assert len(ids) == 34_920 + 1_266 + 334
    for id_ in ids:
        press = Press(Verb.TERRITORY, id_)
        assert id_ == id_.lower()
        assert len(id_) <= MAX_ID
        assert len(press.value.encode()) <= MAX_BUTTON_BYTES
        assert read_press(press.value) == press


def test_no_two_town_halls_share_an_identifier(town_halls: Mapping[str, Contact]) -> None:
    assert len({hall.id for hall in town_halls.values()}) == len(town_halls)


def test_a_town_hall_serves_its_commune_and_stands_in_it(
    reference: Reference, town_halls: Mapping[str, Contact]
) -> None:
    for code, hall in town_halls.items():
        town = reference.communes[code]
        assert hall.coverage.level is CoverageLevel.COMMUNE
        assert hall.coverage.codes == (code,)
        assert (hall.commune, hall.code_insee) == (town.name, code)
        assert town.position
        assert (hall.latitude, hall.longitude) == (town.position.latitude, town.position.longitude)


@pytest.mark.parametrize(
    ("code", "id_", "name"),
    [
        ("46102", "mairie-46102", "Mairie de Figeac"),
        ("72181", "mairie-72181", "Mairie du Mans"),
        ("85109", "mairie-85109", "Mairie des Herbiers"),
        ("49007", "mairie-49007", "Mairie d'Angers"),
        ("2A004", "mairie-2a004", "Mairie d'Ajaccio"),
        ("75111", "mairie-75111", "Mairie du 11e arrondissement de Paris"),
        ("69381", "mairie-69381", "Mairie du 1er arrondissement de Lyon"),
        ("75056", "mairie-75056", "Mairie de Paris"),
        ("97411", "mairie-97411", "Mairie de Saint-Denis"),
        ("97302", "mairie-97302", "Mairie de Cayenne"),
    ],
)
def test_a_town_hall_is_named_after_its_commune(
    around: Find, code: str, id_: str, name: str
) -> None:
    hall = around(COMMUNE, code).town_hall
    assert hall
    assert (hall.id, hall.nom) == (id_, name)


def test_the_town_hall_of_figeac_says_how_to_reach_it(around: Find) -> None:
    hall = around(COMMUNE, "46102").town_hall
    assert hall
    assert hall.telephone == "05 65 50 05 40"
    assert "46100 Figeac" in (hall.adresse or "")
    assert (hall.courriel or "").endswith("@ville-figeac.fr")


@pytest.mark.parametrize("departement", ["975", "977", "978", "984", "986", "987", "988", "989"])
def test_overseas_collectivities_have_no_town_hall_that_is_known(
    gazetteer: FrenchGazetteer, reference: Reference, departement: str
) -> None:
    communes = [it for it in reference.communes.values() if it.departements == (departement,)]
    assert communes
    for place in communes:
        found = gazetteer.around(place)
        assert (found.town_hall, found.intercommunalite, found.region) == (None, None, None)
        assert found.departement
        assert found.departement.code == departement


@pytest.mark.parametrize(
    ("kind", "code"), [(DEPARTEMENT, "46"), (REGION, "76"), (EPCI, "200067361"), (LAND, "quercy")]
)
def test_only_a_commune_has_a_town_hall(around: Find, kind: TerritoryKind, code: str) -> None:
    assert around(kind, code).town_hall is None


def test_an_unknown_commune_has_no_public_body(gazetteer: FrenchGazetteer) -> None:
    nowhere = Territory(COMMUNE, "99999", "Nulle-Part", departements=("99",), regions=("99",))
    assert gazetteer.around(nowhere) == Around()


@pytest.mark.parametrize(("code", "departement"), [("200073096", "07"), ("200057990", "95")])
def test_a_seat_in_another_departement_serves_its_own(
    around: Find, code: str, departement: str
) -> None:
    body = around(EPCI, code).prefecture
    assert body
    assert body.coverage.codes == (departement,)


def test_no_mobile_telephone_is_given(town_halls: Mapping[str, Contact]) -> None:
    numbers = [hall.telephone or "" for hall in town_halls.values()]
    assert len(list(filter(None, numbers))) > 34_000
    assert [it for it in numbers if re.match(r"(0|\+33 ?|\+26\d ?|\+59\d ?)[67]", it)] == []
