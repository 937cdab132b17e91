"""What must hold of a contact or a place: each kind of problem is found and located."""

from datetime import date, timedelta

import pytest

from bot.domain.knowledge import Knowledge
from bot.domain.lists import Kind, Kinds
from bot.domain.problems import Level, Problem
from bot.domain.structure_checks import find_misplaced, find_structure_problems
from bot.domain.structures import FRESH
from bot.domain.territory import Position, Territory, TerritoryKind
from tests.domain.contents import contact, place

TODAY = date(2026, 11, 25)
KINDS = Kinds(
    contacts=(Kind(id="reseau", label="un réseau", plural="réseaux"),),
    places=(Kind(id="fablab", label="un fablab", plural="fablabs"),),
)
FIGEAC = Territory(TerritoryKind.COMMUNE, "46102", "Figeac", position=Position(44.6083, 2.0317))


def known(**changes: object) -> Knowledge:
    return Knowledge(contacts={"reseau": contact(**changes)}, kinds=KINDS)


def found(checked: Knowledge) -> list[Problem]:
    return list(find_structure_problems(checked, TODAY))


def misplaced(checked: Knowledge) -> list[Problem]:
    return list(find_misplaced(checked, lambda _, code: FIGEAC if code == "46102" else None))


def test_a_contact_and_a_place_of_known_kinds_have_no_problem() -> None:
    checked = Knowledge(contacts={"reseau": contact()}, places={"ruche": place()}, kinds=KINDS)
    assert found(checked) == misplaced(checked) == []


def test_a_contact_or_a_place_of_an_unknown_kind_is_an_error() -> None:
    checked = Knowledge(contacts={"reseau": contact()}, places={"ruche": place()})
    assert [(it.file, it.message, it.path) for it in found(checked)] == [
        ("contacts/reseau.yml", "`kinds` : « reseau » n'existe pas", ("kinds", 0)),
        ("places/ruche.yml", "`kinds` : « fablab » n'existe pas", ("kinds", 0)),
    ]


def test_a_contact_not_checked_for_long_is_a_warning_and_one_of_tomorrow_an_error() -> None:
    assert found(known(date_maj=TODAY - FRESH)) == []
    [late] = found(known(date_maj=date(2025, 1, 2)))
    assert (late.message, late.level) == ("vérifié le 2 janvier 2025 : à revoir", Level.WARNING)
    [early] = found(known(date_maj=TODAY + timedelta(days=1)))
    assert early.level is Level.ERROR


@pytest.mark.parametrize("phone", ["05 65 00 00 00", "09 70 00 00 00", "3114", "112", "39 39"])
def test_a_telephone_is_written_as_people_read_it(phone: str) -> None:
    assert found(known(telephone=phone)) == []


@pytest.mark.parametrize("phone", ["0565000000", "05.65.00.00.00", "+33 5 65 00 00 00", "05 65"])
def test_a_telephone_in_another_form_is_an_error(phone: str) -> None:
    [problem] = found(known(telephone=phone))
    assert "s'écrit comme « 05 65 00 00 00 »" in problem.message
    assert problem.path == ("telephone",)


@pytest.mark.parametrize("phone", ["06 00 00 00 00", "0700000000", "+33 6 00 00 00 00"])
def test_a_mobile_is_somebody_s(phone: str) -> None:
    [problem] = found(known(telephone=phone))
    assert "celui d'une personne" in problem.message


@pytest.mark.parametrize(
    "email",
    [
        *("contact@exemple.fr", "accueil.mairie@exemple.fr", "la-ruche@exemple.org"),
        *("exemple@exemple.fr", "info46@info-asso.fr"),
    ],
)
def test_an_address_that_names_a_structure_may_be_given(email: str) -> None:
    assert found(known(courriel=email)) == []


@pytest.mark.parametrize("email", ["jeanne.martin@exemple.fr", "jmartin@exemple.fr", "martin"])
def test_the_address_of_a_person_is_an_error(email: str) -> None:
    [problem] = found(known(courriel=email))
    assert "semble celui d'une personne" in problem.message
    assert problem.path == ("courriel",)


def test_a_commune_that_does_not_exist_is_an_error() -> None:
    [problem] = misplaced(known(code_insee="46999"))
    assert "aucune commune ne porte le code 46999" in problem.message


def test_coordinates_far_from_the_commune_are_an_error() -> None:
    near = known(code_insee="46102", latitude=44.70, longitude=2.03)
    far = known(code_insee="46102", latitude=44.80, longitude=2.03)
    assert misplaced(near) == []
    [problem] = misplaced(far)
    assert "à 21 km de Figeac" in problem.message
    assert problem.path == ("latitude",)
