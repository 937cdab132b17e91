"""Lines that make no place, or of which a part is not believed."""

import pytest

from bot.domain.open_data.layouts import Format
from bot.domain.open_data.records import Line, Table
from bot.domain.open_data.report import Fate
from bot.domain.territory import Territory, TerritoryKind
from bot.usecases.exchanging import Importing
from tests.fakes import FakePlaceShelf, FakeTownFinder
from tests.usecases.desk import CENSUS, FIGEAC, Desk, row

FEURS = Territory(TerritoryKind.COMMUNE, "42094", "Feurs", departements=("42",))


def test_a_code_of_another_departement_than_the_address_is_a_slip() -> None:
    desk = Desk(towns=FakeTownFinder((FIGEAC, FEURS), {"46100": FIGEAC}))
    desk.one(row(Insee="42094"))
    assert desk.shelf.held["la-ruche"].commune == "Figeac"


def test_a_code_that_the_postcode_denies_is_not_believed() -> None:
    desk = Desk(towns=FakeTownFinder((FIGEAC, FEURS), {"46100": FIGEAC}))
    outcome = desk.one(row(Insee="42094", VILLE="Figac"))
    assert outcome.reason == "commune inconnue : « 42094 46100 Figac »"


def test_a_code_tells_the_commune_of_a_misspelt_address() -> None:
    desk = Desk()
    assert desk.one(row(Insee="46102", VILLE="Figac")).fate is Fate.ADDED
    assert desk.shelf.held["la-ruche"].commune == "Figeac"


def test_a_file_that_cannot_be_read_is_to_be_mended_first() -> None:
    desk = Desk(FakePlaceShelf(unread=frozenset({"la-ruche"})))
    outcome = desk.one(row())
    assert (outcome.fate, outcome.reason) == (
        Fate.REJECTED,
        "places/la-ruche.yml est illisible : à corriger d'abord",
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ID_UNIQUE": " "}, "sans identifiant"),
        ({"NOM": " "}, "sans nom"),
        ({"NOM": "???"}, "sans nom"),
        ({"CODPOST": "99999"}, "commune inconnue : « 99999 Figeac »"),
        ({"état du projet": "Fermé"}, "projet fermé ou abandonné (« Fermé »)"),
        ({"LATITUDE": "?"}, "coordonnées illisibles : « ? », « 2,0317 »"),
        ({"LATITUDE": "0", "LONGITUDE": "0"}, "coordonnées hors de France : 0.0, 0.0"),
    ],
)
def test_a_line_that_makes_no_place_says_why(changes: dict[str, str], reason: str) -> None:
    desk = Desk()
    outcome = desk.one({**row(), **changes})
    assert (outcome.line, outcome.fate, outcome.reason) == (2, Fate.REJECTED, reason)
    assert desk.shelf.held == {}


def test_a_place_that_closed_is_told_with_its_file() -> None:
    desk = Desk()
    desk.one(row())
    outcome = desk.one({**row(), "état du projet": "Projet abandonné"})
    assert outcome.reason.endswith("le lieu « la-ruche » en vient")


def test_an_illegible_line_does_not_stop_the_others() -> None:
    desk = Desk()
    cells = tuple(row()[name] for name in CENSUS)
    lines = iter((Line(2, problem="ligne illisible"), Line(3, cells)))
    importing = Importing(desk.knowledge(), desk.towns, lambda *_: None, desk.shelf, desk.clock)
    terms = importing.terms(Format.TIERS_LIEUX_2026, None)
    told = list(importing.read(Table(CENSUS, lines, 2), terms))
    assert [outcome.fate for outcome in told] == [Fate.REJECTED, Fate.ADDED]
