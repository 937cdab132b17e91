"""A list asked for in words: what is nearer, the rest of it, the whole country."""

from dataclasses import replace

import pytest

from bot.domain.actions import SEARCHES, Action
from bot.domain.dialogue.listening import asks_anywhere, asks_for_more, asks_nearer
from bot.domain.dialogue.searches import PAGE, nearer
from bot.domain.exchange import Outcome
from bot.domain.knowledge import Knowledge
from bot.domain.session import Results
from bot.domain.structures import Place
from bot.domain.text import fold
from tests.domain.contents import place
from tests.domain.dialogue.conversation import Conversation
from tests.domain.dialogue.figeac import AROUND, LOT, at_figeac
from tests.domain.dialogue.shown import labels, said

NEARER = ("plus près", "c'est trop loin", "Plus proche", "rien de plus près ?", "trop loin !")
REST = ("d'autres", "la suite", "Encore", "et d'autres ?")
EVERYWHERE = ("partout", "n'importe où", "Partout en France", "peu importe")


def ids(outcome: Outcome) -> list[str]:
    return [item.id for item in outcome.results]


def first_page(talk: Conversation, text: str = "un fablab à Figeac") -> Outcome:
    found = talk.say(text, Action.FIND_PLACE)
    assert len(found.results) == PAGE
    return found


def with_places(talk: Conversation, *places: Place) -> None:
    """Only these places are known."""
    known = replace(talk.scene.knowledge, places={it.id: it for it in places})
    talk.scene = replace(talk.scene, knowledge=known)


def standing(id_: str, latitude: float, kind: str = "fablab") -> Place:
    """A place north of Figeac, which lies at 44.61."""
    return place(id=id_, nom=id_, kinds=[kind], latitude=latitude, longitude=2.03)


@pytest.mark.parametrize("asked", NEARER)
def test_nearer_gives_places_of_any_kind_around_a_commune(talk: Conversation, asked: str) -> None:
    with_places(talk, standing("loin", 45.0), standing("bar", 44.62, "bar"))
    assert ids(talk.say("un fablab à Figeac", Action.FIND_PLACE)) == ["loin"]
    found = talk.say(asked)
    assert (found.goal, ids(found)) == (Action.FIND_PLACE, ["bar", "loin"])
    assert talk.scene.session.results == Results(Action.FIND_PLACE, (), 2)
    assert said(talk.say(asked)) == "C'est ce que je connais de plus proche."


def test_there_is_nothing_nearer_when_the_nearest_was_shown(talk: Conversation) -> None:
    with_places(talk, standing("ici", 44.62), standing("bar", 44.7, "bar"))
    assert ids(talk.say("un fablab à Figeac", Action.FIND_PLACE)) == ["ici"]
    assert said(talk.say("plus près")) == "C'est ce que je connais de plus proche."


def test_there_is_nothing_nearer_than_the_nearest_of_any_kind(talk: Conversation) -> None:
    first_page(talk)
    talk.say("plus près")
    kept = talk.scene.session
    asked = talk.say("plus près")
    assert said(asked) == "C'est ce que je connais de plus proche."
    assert labels(asked) == ["À qui m'adresser ici"]
    assert (asked.results, asked.alternatives) == ((), (Action.FIND_CONTACT,))
    assert talk.scene.session == kept


@pytest.mark.parametrize("wide", ["dans le Lot", "en Occitanie", "dans les Cévennes"])
def test_nearer_in_a_wide_territory_asks_for_the_commune(talk: Conversation, wide: str) -> None:
    first_page(talk, f"un fablab {wide}")
    asked = talk.say("plus près")
    assert said(asked).startswith("Dites-moi votre commune ou un code postal")
    assert labels(asked) == ["Autre chose"]
    found = talk.say("Cahors")
    assert (found.goal, found.territory and found.territory.code) == (Action.FIND_PLACE, "46042")
    assert talk.scene.session.results == Results(Action.FIND_PLACE, ("fablab",), PAGE)


def test_nearer_after_the_whole_country_is_around_the_commune_again(talk: Conversation) -> None:
    around = ids(first_page(talk))
    assert ids(talk.say("partout")) != around
    assert ids(talk.say("plus près")) == around


def test_nearer_than_some_contacts_is_the_town_hall(talk: Conversation) -> None:
    talk.say("un contact pour le mécénat à Figeac", Action.FIND_CONTACT)
    found = talk.say("plus près")
    assert (found.goal, ids(found)[0]) == (Action.FIND_CONTACT, "mairie-46102")
    assert said(found).startswith("À qui vous adresser à Figeac")
    again = talk.say("plus près")
    assert said(again) == "C'est ce que je connais de plus proche."
    assert labels(again) == ["Les lieux proches"]


def test_nearer_than_some_contacts_is_never_the_town_hall_for_its_mayor(
    talk: Conversation,
) -> None:
    talk.say("je suis maire de Figeac, un contact pour le mécénat", Action.FIND_CONTACT)
    assert ids(talk.say("plus près"))[0] == "intercommunalite-200067361"
    assert said(talk.say("plus près")) == "C'est ce que je connais de plus proche."


def test_where_nobody_stands_near_there_is_nothing_nearer() -> None:
    scene = at_figeac(around=replace(AROUND, town_hall=None, intercommunalite=None))
    contacts = Results(Action.FIND_CONTACT, ("prefecture",), 1)
    assert said(nearer(scene, contacts).outcome) == "C'est ce que je connais de plus proche."


@pytest.mark.parametrize("goal", sorted(SEARCHES))
def test_nearer_without_a_commune_waits_for_one_whatever_is_searched(goal: Action) -> None:
    for territory in (None, LOT):
        step = nearer(at_figeac(territory=territory), Results(goal, ("appui",), 3))
        assert (step.session.pending, step.outcome.goal) == (goal, goal)
        assert step.session.results == Results(goal, ("appui",))


@pytest.mark.parametrize("asked", REST)
def test_the_rest_of_a_list_is_said_to_be_the_rest(talk: Conversation, asked: str) -> None:
    seen = ids(first_page(talk, "un tiers-lieu à Lille"))
    more = talk.say(asked)
    assert said(more).startswith("La suite")
    assert said(more).startswith(talk.scene.say.next_results)
    assert not set(ids(more)) & set(seen)
    assert len(more.results) == PAGE


def test_the_rest_of_a_list_goes_farther_and_farther(talk: Conversation) -> None:
    distances = [item.distance_km or 0.0 for item in first_page(talk).results]
    for _ in range(5):
        distances += [item.distance_km or 0.0 for item in talk.say("d'autres").results]
    assert len(distances) == 6 * PAGE
    assert distances == sorted(distances)


def test_the_button_of_the_rest_goes_when_there_is_no_rest(talk: Conversation) -> None:
    with_places(talk, *(standing(id_, 44.7) for id_ in ("a", "b", "c", "d")))
    found = talk.say("un fablab à Figeac", Action.FIND_PLACE)
    assert (ids(found), labels(found)[0]) == (["a", "b", "c"], "D'autres")
    last = talk.press("next:")
    assert (ids(last), labels(last)[:2]) == (["d"], ["Précédents", "À qui m'adresser ici"])
    none = talk.say("d'autres")
    assert (ids(none), labels(none)) == ([], ["Partout en France"])
    assert "rien d'autre" in said(none)


@pytest.mark.parametrize("asked", EVERYWHERE)
def test_everywhere_begins_the_list_again_without_a_place(talk: Conversation, asked: str) -> None:
    first_page(talk)
    found = talk.say(asked)
    assert "partout en France" in said(found)
    assert [item.distance_km for item in found.results] == [None] * PAGE
    assert not set(ids(talk.say("la suite"))) & set(ids(found))


def test_after_the_whole_country_a_place_that_is_named_is_searched(talk: Conversation) -> None:
    first_page(talk)
    talk.say("partout")
    moved = talk.say("et à Lille ?")
    assert moved.territory
    assert moved.territory.name == "Lille"
    assert [item.distance_km for item in moved.results] != [None] * PAGE


@pytest.mark.parametrize("asked", EVERYWHERE)
def test_everywhere_answers_the_question_where(talk: Conversation, asked: str) -> None:
    talk.say("où trouver un coworking ?", Action.FIND_PLACE)
    found = talk.say(asked)
    assert (found.goal, len(found.results)) == (Action.FIND_PLACE, PAGE)


@pytest.mark.parametrize("asked", [*NEARER, *EVERYWHERE])
def test_without_a_list_these_words_ask_nothing_of_one(talk: Conversation, asked: str) -> None:
    talk.say("bonjour", Action.GREET)
    assert talk.say(asked, Action.THANK).goal == Action.THANK


def test_each_request_is_heard_as_itself_only(knowledge: Knowledge) -> None:
    heard = {asks_nearer: NEARER, asks_for_more: REST, asks_anywhere: EVERYWHERE}
    for said_by in heard.values():
        for text in said_by:
            told = [asks for asks in heard if asks(fold(text), knowledge.cues)]
            assert [text in heard[asks] for asks in told] == [True], text


@pytest.mark.parametrize("text", ["trop loin du centre", "un lieu plus près de la gare", "loin"])
def test_a_longer_sentence_is_no_such_request(knowledge: Knowledge, text: str) -> None:
    assert not asks_nearer(fold(text), knowledge.cues)
