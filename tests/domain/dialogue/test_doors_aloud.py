"""How far one had to look is said aloud, and whom one speaks for is remembered."""

from dataclasses import replace

import pytest

from bot.channels.ask.plain import plain
from bot.domain.actions import Action
from bot.domain.around import Around
from bot.domain.dialogue.doors import how_far
from bot.domain.dialogue.scene import Scene
from bot.domain.lists import Role
from bot.domain.structures import Contact
from bot.domain.territory import Territory
from tests.domain.dialogue.conversation import Conversation
from tests.domain.dialogue.figeac import (
    AROUND,
    COMCOM,
    FIGEAC,
    GRAND_FIGEAC,
    HALL,
    LOT,
    OCCITANIE,
    QUERCY,
    STATE,
    at_figeac,
    body,
)


def aloud(first: Contact | None, scene: Scene, *kinds: str) -> str:
    return how_far(scene, (first,) if first else (), kinds)


WIDER = "Je n'ai personne {} même pour cela ; qui s'en occupe {} :"


@pytest.mark.parametrize(
    ("territory", "level", "said"),
    [
        (FIGEAC, "commune", "À qui vous adresser à Figeac :"),
        (
            FIGEAC,
            "intercommunalité",
            WIDER.format("à Figeac", "dans la communauté de communes Grand-Figeac"),
        ),
        (FIGEAC, "département", WIDER.format("à Figeac", "dans le Lot")),
        (FIGEAC, "région", WIDER.format("à Figeac", "en Occitanie")),
        (GRAND_FIGEAC, "intercommunalité", "À qui vous adresser dans la communauté"),
        (GRAND_FIGEAC, "département", "qui s'en occupe dans le Lot :"),
        (LOT, "commune", "À qui vous adresser dans le Lot :"),
        (LOT, "département", "À qui vous adresser dans le Lot :"),
        (LOT, "région", WIDER.format("dans le Lot", "en Occitanie")),
        (QUERCY, "département", "À qui vous adresser dans le Quercy :"),
        (QUERCY, "région", WIDER.format("dans le Quercy", "en Occitanie")),
        (OCCITANIE, "région", "À qui vous adresser en Occitanie :"),
        (FIGEAC, "national", "Je n'ai pas d'adresse à Figeac même pour cela ; ces réseaux"),
    ],
)
def test_how_wide_one_had_to_look_is_said(territory: Territory, level: str, said: str) -> None:
    assert said in aloud(body("a", "appui", level), at_figeac(territory=territory), "appui")


def test_nobody_found_is_said_to_be_nowhere_near() -> None:
    assert "partout en France" in aloud(None, at_figeac(), "appui")


def test_without_a_territory_the_whole_country_is_said() -> None:
    nowhere = at_figeac(territory=None)
    assert aloud(body("a", "appui"), nowhere, "appui") == "À qui vous adresser, partout en France :"


def test_the_town_hall_named_for_want_of_better_is_said_to_be_so() -> None:
    assert "votre mairie peut vous orienter" in aloud(HALL, at_figeac(), "appui")
    assert aloud(HALL, at_figeac(), "mairie") == "À qui vous adresser à Figeac :"


@pytest.mark.parametrize("first", [COMCOM, STATE])
def test_what_stands_above_named_for_want_of_better_is_said_to_be_so(first: Contact) -> None:
    mayor = at_figeac(role=Role.TOWN_HALL)
    assert aloud(first, mayor, "appui") == mayor.say.contacts_above.format(at="à Figeac")
    assert "votre mairie" not in aloud(first, mayor, "appui")


def test_a_public_body_asked_for_is_simply_given() -> None:
    assert aloud(COMCOM, at_figeac(), "intercommunalite") == "À qui vous adresser à Figeac :"


def test_a_wider_territory_that_is_unknown_is_not_said() -> None:
    alone = at_figeac(around=replace(AROUND, region=None))
    assert aloud(body("a", "appui", "région"), alone) == "À qui vous adresser à Figeac :"
    assert aloud(body("a", "appui", "région"), at_figeac(around=Around())).startswith("À qui")


def ids(talk: Conversation, text: str) -> list[str]:
    return [item.id for item in talk.say(text, Action.FIND_CONTACT).results]


def test_the_role_of_an_earlier_turn_is_still_that_of_the_person(talk: Conversation) -> None:
    talk.say("bonjour, je suis maire de Figeac", Action.GREET)
    assert talk.scene.session.role is Role.TOWN_HALL
    found = ids(talk, "qui appeler ?")
    assert found[:2] == ["intercommunalite-200067361", "prefecture-46102"]
    while more := [item.id for item in talk.say("d'autres").results]:
        found += more
    assert "mairie-46102" not in found


def test_somebody_else_is_sent_to_the_town_hall_with_its_telephone(talk: Conversation) -> None:
    found = talk.say("un contact à Figeac", Action.FIND_CONTACT)
    assert found.results[0].id == "mairie-46102"
    assert found.results[0].phone
    assert found.results[0].phone in plain(found.replies[0])


def test_a_new_role_replaces_the_former_one(talk: Conversation) -> None:
    talk.say("je suis maire de Figeac", Action.TELL_TERRITORY)
    talk.say("en fait c'est pour mon association", Action.GREET)
    assert talk.scene.session.role is Role.ASSOCIATION
    assert "mairie-46102" in ids(talk, "un contact")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("le numéro de la mairie de Figeac", "mairie-46102"),
        ("contacter l'interco, à Cajarc", "intercommunalite-200067361"),
        ("la sous-préfecture pour Cajarc", "prefecture-46102"),
        ("le préfet, à Cahors", "prefecture-46042"),
    ],
)
def test_a_public_body_asked_for_by_name_comes_first(
    talk: Conversation, asked: str, first: str
) -> None:
    assert ids(talk, asked)[0] == first


def test_whom_to_call_when_nothing_is_understood_is_the_town_hall(talk: Conversation) -> None:
    talk.say("je suis à Figeac", Action.TELL_TERRITORY)
    assert "Mairie de Figeac" in plain(talk.say("la recette de la tarte").replies[0])


def test_the_mayor_is_never_sent_to_the_town_hall_even_when_nothing_is_understood(
    talk: Conversation,
) -> None:
    talk.say("je suis maire de Figeac", Action.TELL_TERRITORY)
    assert "Mairie" not in plain(talk.say("la recette de la tarte").replies[0])
