from datetime import date

from bot.domain.open_data.layouts import Format
from bot.domain.open_data.report import Fate
from tests.usecases.desk import FIGEAC, Desk, row


def fates(desk: Desk, *rows: dict[str, str]) -> list[Fate]:
    return [outcome.fate for outcome in desk.bring(*rows)]


def test_a_line_becomes_a_place() -> None:
    desk = Desk()
    assert desk.one(row(familles_tiers_lieux="Fablab")).fate is Fate.ADDED
    place = desk.shelf.held["la-ruche"]
    assert (place.nom, place.adresse) == ("La Ruche", "2 rue des Écoles")
    assert place.code_postal == "46100"
    assert (place.commune, place.code_insee, place.departement) == ("Figeac", "46102", "46")
    assert (place.latitude, place.longitude) == (44.6086, 2.0317)
    assert place.kinds == ("fablab", "tiers-lieu")
    assert place.identifiant_source == "tiers-lieux-2026:7"
    assert (place.source, place.date_maj) == (
        "France Tiers-Lieux, recensement 2026",
        date(2026, 11, 25),
    )


def test_nothing_of_a_person_is_kept() -> None:
    desk = Desk()
    desk.one(row(EMAIL="camille.martin@exemple.fr", TELEPHONE="06 00 00 00 00"))
    place = desk.shelf.held["la-ruche"]
    assert (place.courriel, place.telephone) == (None, None)


def test_the_same_file_twice_changes_nothing() -> None:
    desk = Desk()
    desk.one(row())
    before = dict(desk.shelf.held)
    assert fates(desk, row()) == [Fate.UNCHANGED]
    assert desk.shelf.held == before


def test_another_day_the_same_line_is_still_unchanged() -> None:
    desk = Desk()
    desk.one(row())
    desk.clock.time = desk.clock.time.replace(year=2027)
    assert fates(desk, row()) == [Fate.UNCHANGED]


def test_a_new_edition_that_is_dated_dates_the_place() -> None:
    desk = Desk()
    desk.bring(row(), dated=date(2026, 1, 1))
    [outcome] = desk.bring(row(), dated=date(2026, 6, 1))
    assert outcome.fate is Fate.UPDATED
    assert desk.shelf.held["la-ruche"].date_maj == date(2026, 6, 1)


def test_the_date_of_an_edition_need_not_be_told_again() -> None:
    desk = Desk()
    desk.bring(row(), dated=date(2026, 1, 1))
    assert fates(desk, row()) == [Fate.UNCHANGED]


def test_a_line_that_changed_updates_its_place_under_the_same_name_of_file() -> None:
    desk = Desk()
    desk.one(row())
    assert desk.one(row(NOM="La Grande Ruche")).fate is Fate.UPDATED
    assert [place.nom for place in desk.shelf.held.values()] == ["La Grande Ruche"]
    assert fates(desk, row(NOM="La Grande Ruche")) == [Fate.UNCHANGED]


def test_what_the_team_wrote_is_kept_while_the_line_does_not_change() -> None:
    desk = Desk()
    desk.one(row())
    edited = desk.edit("la-ruche", description="Un café et un atelier.")
    assert fates(desk, row()) == [Fate.UNCHANGED]
    assert desk.shelf.held["la-ruche"] == edited


def test_what_the_team_wrote_is_kept_and_told_when_the_line_changes_too() -> None:
    desk = Desk()
    desk.one(row())
    edited = desk.edit("la-ruche", description="Un café et un atelier.")
    outcome = desk.one(row(INTERNET="https://exemple.fr"))
    assert (outcome.fate, outcome.place) == (Fate.KEPT, "la-ruche")
    assert "description, site_web" in outcome.reason
    assert desk.shelf.held["la-ruche"] == edited


def test_a_place_without_its_fingerprint_no_longer_follows_its_source() -> None:
    desk = Desk()
    desk.one(row())
    desk.edit("la-ruche", empreinte_source=None)
    assert fates(desk, row(NOM="Autre chose")) == [Fate.UNCHANGED]


def test_a_place_edited_during_the_import_is_not_lost() -> None:
    desk = Desk()
    desk.one(row())
    desk.shelf.changed.add("la-ruche")
    outcome = desk.one(row(NOM="La Grande Ruche"))
    assert (outcome.fate, desk.shelf.held["la-ruche"].nom) == (Fate.REJECTED, "La Ruche")


def test_a_dry_run_decides_the_same_and_writes_nothing() -> None:
    desk = Desk()
    told = desk.bring(row(), row(ID_UNIQUE="8"), dry_run=True)
    assert [outcome.fate for outcome in told] == [Fate.ADDED, Fate.DUPLICATE]
    assert desk.shelf.held == {}


def test_a_duplicate_is_told_and_not_added() -> None:
    desk = Desk()
    desk.one(row())
    outcome = desk.one(row(ID_UNIQUE="8", NOM="RUCHE"))
    assert (outcome.fate, outcome.place) == (Fate.DUPLICATE, "la-ruche")
    assert str(outcome) == ("ligne 2 : doublon : RUCHE : déjà là : La Ruche, Figeac (« la-ruche »)")


def test_an_identifier_twice_in_a_file_is_told_with_the_first_line() -> None:
    told = Desk().bring(row(), row(NOM="Le Moulin"))
    assert [outcome.fate for outcome in told] == [Fate.ADDED, Fate.DUPLICATE]
    assert told[1].reason == "même identifiant qu'à la ligne 2"


def test_two_places_of_one_name_have_two_files() -> None:
    desk = Desk()
    desk.bring(row(), row(ID_UNIQUE="8", LATITUDE="44,65"))
    assert sorted(desk.shelf.held) == ["la-ruche", "la-ruche-figeac"]


def test_a_digital_place_has_the_digital_kind_and_the_source_of_its_line() -> None:
    desk = Desk()
    cells = {
        "id": "structure-9",
        "nom": "Espace numérique",
        "commune": "Figeac",
        "code_postal": "46100",
        "code_insee": FIGEAC.code,
        "typologie": "FABLAB|ASSO",
        "source": "Le réseau",
        "date_maj": "2026-04-02",
    }
    assert desk.one(cells, format_=Format.MEDIATION).fate is Fate.ADDED
    place = desk.shelf.held["espace-numerique"]
    assert place.kinds == ("mediation-numerique", "fablab")
    assert (place.source, place.date_maj) == ("Le réseau", date(2026, 4, 2))
