"""How intercommunalités are said: in full, without initials."""

import pytest

from bot.adapters.gazetteer import Reference, load_reference
from bot.domain.prepositions import at, long_name
from bot.domain.territory import Territory, TerritoryKind


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def intercommunalite(name: str) -> Territory:
    return Territory(TerritoryKind.EPCI, "1", name)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("CC Grand-Figeac", "communauté de communes Grand-Figeac"),
        ("CC du Pays de l'Arbresle (CCPA)", "communauté de communes du Pays de l'Arbresle"),
        ("CA de Blois ''Agglopolys''", "communauté d'agglomération de Blois"),
        ("CA ECLA  (Espace Communautaire Lons Agglomération)", "communauté d'agglomération ECLA"),
        ("CU d'Arras", "communauté urbaine d'Arras"),
        ("Métropole de Lyon", "Métropole de Lyon"),
        ("Plaine Commune", "Plaine Commune"),
        ("CIVIS", "CIVIS"),
    ],
)
def test_an_intercommunalite_is_named_in_full_without_its_acronym(name: str, full: str) -> None:
    assert long_name(intercommunalite(name)) == full


@pytest.mark.parametrize("name", ["CC", "Sens (89)", "Le Mans"])
def test_only_the_names_of_intercommunalites_are_made_longer(name: str) -> None:
    assert long_name(Territory(TerritoryKind.COMMUNE, "1", name)) == name


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("CC Terre Valserhône (CCTV)", "dans la communauté de communes Terre Valserhône"),
        ("CA de l'Albigeois (C2A)", "dans la communauté d'agglomération de l'Albigeois"),
        ("CU Caen la Mer", "dans la communauté urbaine Caen la Mer"),
        ("Métropole du Grand Paris", "dans la Métropole du Grand Paris"),
        ("Rennes Métropole", "à Rennes Métropole"),
        ("Est Ensemble", "à Est Ensemble"),
    ],
)
def test_that_one_is_in_an_intercommunalite_is_said(name: str, where: str) -> None:
    assert at(intercommunalite(name)) == where


def test_no_intercommunalite_is_said_by_its_initials(reference: Reference) -> None:
    said = [at(place) for place in reference.epcis.values()]
    assert [text for text in said if {"CC", "CA", "CU"} & set(text.split())] == []
    assert all(text.startswith(("dans la ", "dans l'", "à ")) for text in said)
    assert not any("(" in text or "''" in text for text in said)
