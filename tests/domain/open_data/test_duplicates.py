import pytest

from bot.adapters.similar_names import closest_name
from bot.domain.open_data.duplicates import Twins
from bot.domain.structures import Place
from tests.domain.contents import place

HERE = {"latitude": 44.6086, "longitude": 2.0317}
CLOSE = {"latitude": 44.6100, "longitude": 2.0317}
"""155 metres to the north."""
AWAY = {"latitude": 44.6110, "longitude": 2.0317}
"""267 metres to the north."""


def known(**changes: object) -> Twins:
    twins = Twins(closest_name)
    twins.add(place(nom="La Ruche de Figeac", code_insee="46102", **changes))
    return twins


def named(nom: str, **changes: object) -> Place:
    return place(**{"nom": nom, "code_insee": "46102", **changes})


@pytest.mark.parametrize(
    "name", ["La Ruche de Figeac", "RUCHE FIGEAC", "Tiers-lieu La Ruche (Figeac)", "La ruche Figac"]
)
def test_a_name_alike_within_two_hundred_metres_is_the_same_place(name: str) -> None:
    assert known(**HERE).find(named(name, **CLOSE, code_insee=None))


def test_farther_it_is_another_place() -> None:
    assert known(**HERE).find(named("La Ruche de Figeac", **AWAY)) is None


def test_another_name_at_the_same_door_is_another_place() -> None:
    assert known(**HERE).find(named("Le Moulin de Figeac", **HERE)) is None


def test_without_a_position_the_commune_tells() -> None:
    assert known().find(named("La Ruche de Figeac", **HERE))
    assert known(**HERE).find(named("La Ruche de Figeac"))
    assert known().find(named("La Ruche de Figeac", code_insee="46055")) is None


def test_digits_tell_names_apart() -> None:
    twins = Twins(closest_name)
    twins.add(named("Espace numérique 1"))
    assert twins.find(named("Espace numérique 2")) is None
    assert twins.find(named("Espace numérique 1"))


def test_names_of_common_words_only_are_still_told_apart() -> None:
    twins = Twins(closest_name)
    twins.add(named("Tiers-lieu"))
    assert twins.find(named("Le lieu")) is None
    assert twins.find(named("tiers lieu"))
