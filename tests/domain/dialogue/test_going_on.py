"""A few words that go on with a list or with the card being read."""

import pytest

from bot.domain.actions import Action
from bot.domain.understanding import Verdict
from tests.domain.dialogue.conversation import Conversation
from tests.domain.dialogue.shown import said
from tests.usecases.chat import buttons

LIKELY = Verdict.LIKELY


@pytest.mark.parametrize("asked", ["et un coworking ?", "ok et un coworking dans mon coin ?"])
def test_another_kind_of_place_is_looked_for_there(talk: Conversation, asked: str) -> None:
    talk.say("un fablab à Figeac", Action.FIND_PLACE)
    found = talk.say(asked, "coworking")
    assert found.goal == Action.FIND_PLACE
    assert found.territory
    assert found.territory.name == "Figeac"


def test_a_question_about_a_kind_of_place_is_no_search(talk: Conversation) -> None:
    talk.say("un fablab à Figeac", Action.FIND_PLACE)
    assert talk.say("comment ouvrir un espace de coworking", "coworking").goal == "coworking"


def test_one_of_the_places_shown_is_told_by_its_rank(talk: Conversation) -> None:
    listed = talk.say("un fablab à Figeac", Action.FIND_PLACE).results
    assert [it.id for it in talk.say("le deuxième").results] == [listed[1].id]


def test_the_whole_departement_is_searched_when_asked(talk: Conversation) -> None:
    talk.say("un fablab à Figeac", Action.FIND_PLACE)
    found = talk.say("et dans tout le département ?", Action.TELL_TERRITORY)
    assert found.territory
    assert found.territory.name == "Lot"


@pytest.mark.parametrize(
    ("asked", "section"),
    [("et combien ça coûte ?", "cout"), ("combien", "cout"), ("comment on convoque", None)],
)
def test_a_section_of_the_card_being_read_is_given(
    talk: Conversation, asked: str, section: str | None
) -> None:
    talk.say("comment accueillir un service civique", "service-civique")
    found = talk.say(asked, "assemblee-generale", verdict=Verdict.UNSURE)
    assert (found.goal == "service-civique") is (section is not None)
    assert found.section == section


def test_the_title_of_a_section_names_it(talk: Conversation) -> None:
    talk.say("c'est quoi une assemblée générale", "assemblee-generale")
    assert talk.say("et le quorum ?", "assemblee-generale").section == "quorum"


def test_the_words_of_the_title_ask_for_no_facet(talk: Conversation) -> None:
    found = talk.say(
        "comment lancer un budget participatif dans un petit bourg", "budget-participatif"
    )
    assert found.section is None


def test_another_subject_is_no_follow_up(talk: Conversation) -> None:
    talk.say("c'est quoi la gouvernance partagée", "gouvernance-partagee")
    found = talk.say("et comment mobiliser les habitants ?", "mobiliser-habitants")
    assert found.goal == "mobiliser-habitants"


def test_who_one_is_with_a_place_is_only_noted(talk: Conversation) -> None:
    found = talk.say("bonjour je suis maire de Figeac", Action.FIND_CONTACT, verdict=Verdict.UNSURE)
    assert found.goal == Action.TELL_TERRITORY
    assert "Figeac" in said(found)


def test_a_word_of_conversation_that_is_only_likely_comes_with_other_readings(
    talk: Conversation,
) -> None:
    found = talk.say("bonsoir tiers lieu", Action.GREET, "tiers-lieu-definition", verdict=LIKELY)
    assert found.goal == Action.GREET
    assert found.alternatives[0] == "tiers-lieu-definition"
    assert "card:tiers-lieu-definition" in [it.value for it in buttons(found)]


def test_a_section_is_not_given_at_once_when_the_card_is_only_likely(talk: Conversation) -> None:
    asked = "le délai pour un service civique"
    assert talk.say(asked, "service-civique", "embaucher", verdict=LIKELY).section is None
