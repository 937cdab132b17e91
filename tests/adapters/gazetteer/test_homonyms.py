from collections.abc import Callable

import pytest

from bot.adapters.gazetteer import FrenchGazetteer
from bot.domain.territory import Territory, TerritoryKind


def test_homonyms_are_offered_most_populated_first(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("un lieu à Saint-Denis")
    assert [place.code for place in reading.choices] == ["97411", "93066", "11339", "30247"]
    assert reading.settled is None


def test_all_the_communes_of_a_name_are_offered(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("Sainte Colombe")
    assert len(reading.choices) == 12
    assert {place.name for place in reading.choices} == {"Sainte-Colombe"}


def test_a_former_commune_gives_way_to_a_homonym_in_force(gazetteer: FrenchGazetteer) -> None:
    choices = gazetteer.read("Beaulieu").choices
    assert {place.name for place in choices} == {"Beaulieu"}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Saint-Denis (93)", "93066"),
        ("saint denis dans le 93", "93066"),
        ("Saint-Denis, 97400", "97411"),
        ("Saint-Denis dans l'Aude", "11339"),
        ("dans le Gard, à Saint-Denis", "30247"),
        ("Saint-Denis en Île-de-France", "93066"),
        ("Sainte-Colombe, Gironde", "33390"),
        ("Sainte-Colombe 46", "46260"),
    ],
)
def test_a_departement_or_a_postcode_settles_a_homonym(
    gazetteer: FrenchGazetteer, sentence: str, code: str
) -> None:
    reading = gazetteer.read(sentence)
    assert reading.settled is not None
    assert (reading.settled.code, reading.assumed) == (code, False)


@pytest.mark.parametrize(
    ("near", "code"),
    [("93066", "93066"), ("93001", "93066"), ("11069", "11339"), ("75056", "93066")],
)
def test_the_territory_of_the_conversation_settles_a_homonym_aloud(
    gazetteer: FrenchGazetteer, commune: Callable[[str], Territory], near: str, code: str
) -> None:
    reading = gazetteer.read("un lieu à Saint-Denis", near=commune(near))
    assert reading.settled is not None
    assert (reading.settled.code, reading.assumed) == (code, near != code)
    assert len(reading.choices) == (1 if near == code else 4)


def test_a_territory_without_a_homonym_in_it_settles_nothing(
    gazetteer: FrenchGazetteer, commune: Callable[[str], Territory]
) -> None:
    assert gazetteer.read("à Saint-Denis", near=commune("29019")).settled is None


def test_a_homonym_ten_times_larger_is_assumed(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("un lieu à Montreuil")
    assert reading.assumed
    assert reading.settled is not None
    assert reading.settled.code == "93048"
    assert len(reading.choices) > 1


def test_a_shared_postcode_is_a_choice_and_its_town_is_not_assumed(
    gazetteer: FrenchGazetteer,
) -> None:
    reading = gazetteer.read("46100")
    assert reading.choices[0].code == "46102"
    assert len(reading.choices) > 10
    assert reading.settled is None


def test_a_name_of_a_town_and_of_a_departement_is_a_choice(gazetteer: FrenchGazetteer) -> None:
    kinds = {place.kind for place in gazetteer.read("Vienne").choices}
    assert kinds == {TerritoryKind.COMMUNE, TerritoryKind.DEPARTEMENT}


@pytest.mark.parametrize("sentence", ["Paris", "à Paris", "PARIS", "un lieu sur Paris"])
def test_paris_is_the_city(gazetteer: FrenchGazetteer, sentence: str) -> None:
    assert [place.code for place in gazetteer.read(sentence).choices] == ["75056"]


@pytest.mark.parametrize(
    ("code", "name", "departement"), [("53", "Mayenne", "53"), ("76", "Seine-Maritime", "76")]
)
def test_a_region_of_the_same_number_settles_nothing(
    gazetteer: FrenchGazetteer, code: str, name: str, departement: str
) -> None:
    near = gazetteer.find(TerritoryKind.REGION, code)
    alone, there = gazetteer.read(name), gazetteer.read(name, near=near)
    assert departement in {place.code for place in alone.choices}
    assert (alone.settled, alone.assumed) == (there.settled, there.assumed)
