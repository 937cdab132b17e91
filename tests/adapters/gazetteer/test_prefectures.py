"""What stands above a commune: its intercommunalité, its sous-préfecture, its région."""

from collections.abc import Callable, Mapping

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.adapters.gazetteer.archive import ARCHIVE
from bot.adapters.gazetteer.offices import DIVISION_OF, Offices
from bot.adapters.gazetteer.reference import rows_of
from bot.domain.around import Around
from bot.domain.structures import Contact, CoverageLevel
from bot.domain.territory import TerritoryKind

COMMUNE, EPCI, DEPARTEMENT, REGION, LAND = TerritoryKind
Find = Callable[[TerritoryKind, str], Around]


@pytest.fixture
def around(gazetteer: FrenchGazetteer) -> Find:
    def of_code(kind: TerritoryKind, code: str) -> Around:
        found = gazetteer.find(kind, code)
        assert found is not None
        return gazetteer.around(found)

    return of_code


@pytest.fixture(scope="module")
def prefectures(reference: Reference) -> Mapping[str, Contact]:
    """The sous-préfecture of every commune that has one."""
    offices = Offices(reference)
    found = {code: offices.prefecture(place) for code, place in reference.communes.items()}
    return {code: body for code, body in found.items() if body}


def test_every_arrondissement_has_its_sous_prefecture(
    prefectures: Mapping[str, Contact],
) -> None:
    names = {body.id: body.nom for body in prefectures.values()}
    assert len(names) == 333 + 1  # Mayotte has a préfecture and no arrondissement
    assert sum(name.startswith("Préfecture ") for name in names.values()) == 101
    assert sum(name.startswith("Sous-préfecture ") for name in names.values()) == 233


def test_the_chief_town_of_an_arrondissement_is_its_own_sous_prefecture(
    prefectures: Mapping[str, Contact],
) -> None:
    rows = list(rows_of(ARCHIVE, "arrondissements.csv"))
    assert len(rows) == 333
    for _, _, departement, chief_town in rows:
        body = prefectures[chief_town]
        assert body.id == f"prefecture-{chief_town.lower()}"
        assert (body.coverage.level, body.coverage.codes) == (
            CoverageLevel.DEPARTEMENT,
            (departement,),
        )
        assert body.code_insee == chief_town


def test_every_commune_of_the_mainland_and_of_corsica_has_one(
    reference: Reference, prefectures: Mapping[str, Contact]
) -> None:
    mainland = [it.code for it in reference.communes.values() if len(it.departements[0]) == 2]
    assert len(mainland) > 34_000
    assert [code for code in mainland if code not in prefectures] == []


def test_a_sous_prefecture_is_in_the_departement_and_stands_somewhere(
    reference: Reference, prefectures: Mapping[str, Contact]
) -> None:
    for code, body in prefectures.items():
        assert body.coverage.codes == reference.communes[code].departements, code
        assert body.latitude is not None, code
        assert body.date_maj == DIVISION_OF


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("46102", "Sous-préfecture de Figeac"),
        ("46042", "Préfecture du Lot"),
        ("33063", "Préfecture de la Gironde"),
        ("76351", "Sous-préfecture du Havre"),
        ("85194", "Sous-préfecture des Sables-d'Olonne"),
        ("49007", "Préfecture de Maine-et-Loire"),
        ("75111", "Préfecture de Paris"),
        ("69387", "Préfecture du Rhône"),
        ("2B033", "Préfecture de la Haute-Corse"),
        ("97416", "Sous-préfecture de Saint-Pierre"),
        ("97411", "Préfecture de La Réunion"),
        ("97311", "Sous-préfecture de Saint-Laurent-du-Maroni"),
    ],
)
def test_the_state_is_named_where_it_stands(around: Find, code: str, name: str) -> None:
    body = around(COMMUNE, code).prefecture
    assert body
    assert body.nom == name


def test_every_departement_has_its_prefecture(around: Find, reference: Reference) -> None:
    with_region = [it for it in reference.departements.values() if it.regions]
    assert len(with_region) == 101
    for place in with_region:
        body = around(DEPARTEMENT, place.code).prefecture
        assert body, place
        assert body.nom.startswith("Préfecture "), place
        assert reference.communes[body.code_insee or ""].departements == (place.code,)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("200067361", "Sous-préfecture de Figeac"),
        ("200023737", "Préfecture du Lot"),
        ("200067106", "Sous-préfecture de Bayonne"),
        ("243300316", "Préfecture de la Gironde"),
    ],
)
def test_an_intercommunalite_has_the_seat_of_the_state_that_is_in_it(
    around: Find, code: str, name: str
) -> None:
    body = around(EPCI, code).prefecture
    assert body
    assert body.nom == name


def test_an_intercommunalite_without_a_seat_has_that_of_its_main_departement(
    around: Find, reference: Reference
) -> None:
    seats = {row[3] for row in rows_of(ARCHIVE, "arrondissements.csv")}
    with_seat = {reference.communes[code].epci for code in seats}
    without = [it for it in reference.epcis.values() if it.code not in with_seat]
    assert len(without) > 500
    for place in without:
        body = around(EPCI, place.code).prefecture
        assert body, place
        assert body.nom.startswith("Préfecture "), place
        assert body.coverage.codes == place.departements[:1], place


@pytest.mark.parametrize(("kind", "code"), [(REGION, "76"), (LAND, "quercy")])
def test_what_is_wider_than_a_departement_has_no_prefecture(
    around: Find, kind: TerritoryKind, code: str
) -> None:
    assert around(kind, code).prefecture is None


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("46102", "Communauté de communes Grand-Figeac"),
        ("81004", "Communauté d'agglomération de l'Albigeois"),
        ("62041", "Communauté urbaine d'Arras"),
        ("69387", "Métropole de Lyon"),
        ("75111", "Métropole du Grand Paris"),
        ("93048", "Est Ensemble"),
        ("97411", "Communauté d'agglomération Intercommunale du Nord de la Réunion"),
    ],
)
def test_the_intercommunalite_is_named_in_full(around: Find, code: str, name: str) -> None:
    body = around(COMMUNE, code).intercommunalite
    assert body
    assert body.nom == name
    assert body.coverage.level is CoverageLevel.EPCI


@pytest.mark.parametrize("code", ["29083", "29155", "85113", "22016"])
def test_an_island_of_its_own_has_no_intercommunalite(around: Find, code: str) -> None:
    found = around(COMMUNE, code)
    assert (found.epci, found.intercommunalite) == (None, None)
    assert found.town_hall
    assert found.prefecture


def test_an_intercommunalite_is_around_itself(around: Find) -> None:
    found = around(EPCI, "200067361")
    assert found.intercommunalite
    assert found.intercommunalite.id == "intercommunalite-200067361"
    assert found.epci
    assert found.epci.code == "200067361"


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("46102", ["CC Grand-Figeac", "Lot", "Occitanie"]),
        ("75111", ["Métropole du Grand Paris", "Paris", "Île-de-France"]),
        ("2A004", ["CA du Pays Ajaccien", "Corse-du-Sud", "Corse"]),
        ("98818", [None, "Nouvelle-Calédonie", None]),
    ],
)
def test_the_territories_that_hold_a_commune_are_around_it(
    around: Find, code: str, names: list[str | None]
) -> None:
    found = around(COMMUNE, code)
    wider = (found.epci, found.departement, found.region)
    assert [place and place.name for place in wider] == names
