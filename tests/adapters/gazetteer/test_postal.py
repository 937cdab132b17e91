"""Communes as files of open data name them."""

import pytest

from bot.adapters.gazetteer import Reference, load_reference
from bot.adapters.gazetteer.postal import PostalTowns


@pytest.fixture(scope="module")
def towns() -> PostalTowns:
    reference: Reference = load_reference()
    return PostalTowns(reference, lambda _: None)


@pytest.mark.parametrize(
    ("postcode", "town", "code"),
    [
        ("46100", "FIGEAC", "46102"),
        ("56270", "Ploemeur", "56162"),
        ("97320", "ST LAURENT DU MARONI", "97311"),
        ("87500", "ST YRIEIX LA PERCHE", "87187"),
        ("13001", "MARSEILLE 1ER ARRONDISSEMENT", "13201"),
        ("13002", "Marseille", "13202"),
        ("75019", "Paris 19", "75119"),
        ("69003", "LYON 03", "69383"),
        ("72000", "LE MANS", "72181"),
        ("20200", "Bastia", "2B033"),
        ("20090", "Ajaccio", "2A004"),
        ("01300", "Belley", "01034"),
        ("34725", "Saint-André-de-Sangonis", "34239"),
        ("20297", "BASTIA CEDEX", "2B033"),
        ("93018", "Bobigny Cedex 9", "93008"),
        ("97438", "SAINTE-MARIE", "97418"),
        ("01200", "BELLEGARDE S/ VALSERINE CEDEX", "01033"),
        ("46100", "", None),
        ("46100", "Paris", None),
        ("", "Figeac", None),
        ("99999", "Figeac", None),
    ],
)
def test_a_postal_address_gives_its_commune(
    towns: PostalTowns, postcode: str, town: str, code: str | None
) -> None:
    found = towns.by_post(postcode, town)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("code", "name"),
    [("46102", "Figeac"), ("2B033", "Bastia"), ("01033", "Valserhône"), ("13055", "Marseille")],
)
def test_a_code_gives_the_commune_in_force(towns: PostalTowns, code: str, name: str) -> None:
    found = towns.by_code(code)
    assert found
    assert found.name == name


def test_an_unknown_code_gives_nothing(towns: PostalTowns) -> None:
    assert towns.by_code("46999") is None


def test_a_commune_has_a_postcode_and_a_city_of_arrondissements_none(towns: PostalTowns) -> None:
    figeac, marseille = towns.by_code("46102"), towns.by_code("13055")
    assert figeac
    assert marseille
    assert (towns.postcode_of(figeac), towns.postcode_of(marseille)) == ("46100", "")
