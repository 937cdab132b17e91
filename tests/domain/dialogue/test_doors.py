"""Which doors are named, and in which order."""

from dataclasses import replace

import pytest

from bot.domain.around import Around
from bot.domain.dialogue.doors import doors, first_door, last_resort, usual_kinds
from bot.domain.dialogue.scene import Scene
from bot.domain.lists import Role
from bot.domain.structures import Contact
from tests.domain.dialogue.figeac import (
    AROUND,
    COMCOM,
    FAR,
    HALL,
    NEAR,
    SCHOOL,
    STATE,
    at_figeac,
    body,
)


def ids(scene: Scene, *kinds: str) -> list[str]:
    return [it.id for it in doors(scene, kinds or usual_kinds(scene))]


def test_when_nobody_in_particular_is_asked_for_the_town_hall_comes_before_the_country() -> None:
    assert ids(at_figeac()) == ["pres", "la-mairie", "loin"]


def test_when_somebody_in_particular_is_asked_for_the_town_hall_comes_after_the_country() -> None:
    assert ids(at_figeac(), "ecole") == ["ecole", "ecoles", "la-mairie"]


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (("mairie",), ["la-mairie"]),
        (("mairie", "appui"), ["la-mairie", "pres", "loin"]),
        (("intercommunalite", "appui"), ["la-comcom", "pres", "loin", "la-mairie"]),
        (("prefecture", "appui"), ["l-etat", "pres", "loin", "la-mairie"]),
        (("appui", "prefecture"), ["pres", "loin", "la-mairie"]),
        (("ecole", "mairie"), ["ecole", "ecoles", "la-mairie"]),
    ],
)
def test_a_public_body_comes_first_only_when_it_is_what_was_asked_for(
    kinds: tuple[str, ...], told: list[str]
) -> None:
    assert ids(at_figeac(), *kinds) == told


def test_who_speaks_for_the_town_hall_is_sent_above_it() -> None:
    mayor = at_figeac(role=Role.TOWN_HALL)
    assert ids(mayor) == ["pres", "la-comcom", "l-etat", "elus", "loin"]
    assert ids(mayor, "ecole") == ["ecole", "ecoles", "la-comcom", "l-etat"]
    assert ids(mayor, "mairie") == ["la-comcom", "l-etat"]


@pytest.mark.parametrize("role", [None, Role.ASSOCIATION, Role.COMPANY])
def test_anybody_else_is_sent_to_the_town_hall_alone(role: Role | None) -> None:
    assert last_resort(at_figeac(role=role)) == (HALL,)


@pytest.mark.parametrize(
    ("around", "last"),
    [
        (replace(AROUND, town_hall=None), (COMCOM, STATE)),
        (replace(AROUND, town_hall=None, intercommunalite=None), (STATE,)),
        (Around(), ()),
    ],
)
def test_where_there_is_no_town_hall_what_stands_above_is_named(
    around: Around, last: tuple[Contact, ...]
) -> None:
    assert last_resort(at_figeac(around=around)) == last


def test_nowhere_only_the_country_is_named() -> None:
    assert ids(at_figeac(territory=None)) == ["loin"]


def test_the_usual_kinds_are_those_of_who_speaks_then_everybody_s() -> None:
    assert usual_kinds(at_figeac(role=Role.TOWN_HALL)) == ("elus", "appui", "appui")
    assert usual_kinds(at_figeac(role=Role.COMPANY)) == usual_kinds(at_figeac()) == ("appui",)


REACHED = body("pres-joint", "appui", "région", telephone="05 65 11 11 11")


@pytest.mark.parametrize(
    ("known", "named", "first"),
    [
        ((NEAR, REACHED, FAR), (), "pres-joint"),
        ((NEAR, FAR), (), "la-mairie"),
        ((NEAR, FAR), (SCHOOL[1], body("site", "ecole", site_web="https://b.fr")), "site"),
        ((FAR,), (), "la-mairie"),
        ((REACHED,), (body("site", "ecole", site_web="https://b.fr"),), "pres-joint"),
    ],
)
def test_the_one_to_call_is_near_else_named_else_the_town_hall(
    known: tuple[Contact, ...], named: tuple[Contact, ...], first: str
) -> None:
    found = first_door(at_figeac(*known), ("appui",), named)
    assert found
    assert found.id == first


def test_the_one_to_call_is_the_country_s_when_nothing_near_can_be_reached() -> None:
    bare = replace(AROUND, town_hall=body("la-mairie", "mairie", "commune"))
    assert first_door(at_figeac(NEAR, FAR, around=bare), ("appui",)) == FAR
    assert first_door(at_figeac(NEAR, around=bare), ("appui",)) == NEAR
    assert first_door(at_figeac(FAR, around=Around()), ("rien",)) is None
