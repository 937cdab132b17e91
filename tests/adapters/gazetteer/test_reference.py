import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.domain.territory import Position, Territory, TerritoryKind

DISTRICTS = {"75": 20, "69": 9, "13": 16}


def is_district(place: Territory) -> bool:
    return place.name.endswith("Arrondissement")


def test_every_commune_in_force_is_there(reference: Reference) -> None:
    assert sum(not is_district(place) for place in reference.communes.values()) == 34_969


@pytest.mark.parametrize(("departement", "count"), DISTRICTS.items())
def test_the_arrondissements_of_the_three_cities_are_there(
    reference: Reference, departement: str, count: int
) -> None:
    districts = [place for place in reference.communes.values() if is_district(place)]
    assert sum(place.departements == (departement,) for place in districts) == count


def test_departements_regions_and_intercommunalites_are_counted(reference: Reference) -> None:
    with_region = [place for place in reference.departements.values() if place.regions]
    assert len(with_region) == 101
    assert len(reference.regions) == 18
    assert len(reference.epcis) == 1_255 + 11


def test_every_former_commune_leads_to_one_in_force(reference: Reference) -> None:
    assert len(reference.former) == 2_105 + 471
    assert all(former.commune.code in reference.communes for former in reference.former)


def test_every_commune_but_those_of_the_overseas_collectivities_has_a_position(
    reference: Reference,
) -> None:
    communes = [place for place in reference.communes.values() if not is_district(place)]
    assert sum(place.position is not None for place in communes) == 34_875
    assert all(place.position or not place.regions for place in communes)


def test_every_position_is_in_france(reference: Reference) -> None:
    boxes = ((41, 52, -6, 10), (14, 19, -64, -60), (2, 6, -55, -51), (-22, -12, 44, 56))
    for place in reference.communes.values():
        at = place.position
        assert at is None or any(
            south < at.latitude < north and west < at.longitude < east
            for south, north, west, east in boxes
        ), place


def test_codes_refer_to_places_that_exist(reference: Reference) -> None:
    for place in (*reference.communes.values(), *reference.epcis.values()):
        assert set(place.departements) <= set(reference.departements), place
        assert place.epci is None or place.epci in reference.epcis, place


def test_a_commune_carries_all_that_is_known_of_it(gazetteer: FrenchGazetteer) -> None:
    figeac = gazetteer.find(TerritoryKind.COMMUNE, "46102")
    assert figeac is not None
    assert (figeac.name, figeac.departements, figeac.regions) == ("Figeac", ("46",), ("76",))
    epci = gazetteer.find(TerritoryKind.EPCI, figeac.epci or "")
    assert epci is not None
    assert epci.name == "CC Grand-Figeac"
    assert figeac.population is not None
    assert 9_000 < figeac.population < 11_000
    assert figeac.position is not None
    assert figeac.position.distance_km(Position(44.609, 2.033)) < 2


def test_an_unknown_code_is_nobody(gazetteer: FrenchGazetteer) -> None:
    assert gazetteer.find(TerritoryKind.COMMUNE, "99999") is None
    assert gazetteer.find(TerritoryKind.LAND, "atlantide") is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (44.6086, 2.0336, "Figeac"),
        (44.615, 2.05, "Figeac"),
        (48.8566, 2.3522, "Paris 4e Arrondissement"),
        (-20.88, 55.45, "Saint-Denis"),
        (48.003, 0.199, "Le Mans"),
        (41.39, 9.16, "Bonifacio"),
    ],
)
def test_a_position_is_in_the_nearest_commune(
    gazetteer: FrenchGazetteer, latitude: float, longitude: float, name: str
) -> None:
    found = gazetteer.locate(Position(latitude, longitude))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "position", [Position(46, -8), Position(52.52, 13.4), Position(0, 0), Position(-90, 180)]
)
def test_no_commune_is_near_the_open_sea_or_abroad(
    gazetteer: FrenchGazetteer, position: Position
) -> None:
    assert gazetteer.locate(position) is None


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [("97304", 5.16, -52.64), ("97311", 5.50, -54.03), ("97353", 3.64, -54.03)],
)
def test_a_town_hall_far_from_the_middle_of_a_vast_commune_is_kept(
    reference: Reference, code: str, latitude: float, longitude: float
) -> None:
    position = reference.communes[code].position
    assert position is not None
    assert position.distance_km(Position(latitude, longitude)) < 2
