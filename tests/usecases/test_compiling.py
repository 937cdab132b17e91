"""Phrases as rankings read them, each with one goal."""

from dataclasses import replace

import pytest

from bot.domain.card import Card, Status
from bot.domain.training import Example
from tests.fakes import FakeClock
from tests.usecases.sample import COWORKING, FABLAB, KNOWLEDGE
from tests.usecases.workshop import Workshop


@pytest.fixture
def workshop(clock: FakeClock) -> Workshop:
    return Workshop(clock)


def _cards(workshop: Workshop, *cards: Card) -> None:
    workshop.knowledge.held = replace(KNOWLEDGE, cards={card.id: card for card in cards})


def _asking(card: Card, *questions: str) -> Card:
    return card.model_copy(update={"questions": questions})


def test_titles_questions_and_phrases_of_actions_are_learned(workshop: Workshop) -> None:
    _cards(workshop, _asking(FABLAB, "un atelier ouvert"))
    workshop.phrases.held = (Example("Bonjour à vous", "saluer"),)
    assert workshop.training.compiled() == (
        Example("ouvrir un fablab", "fablab"),
        Example("un atelier ouvert", "fablab"),
        Example("bonjour a vous", "saluer"),
    )


def test_a_draft_is_learned_and_an_archived_card_is_not(workshop: Workshop) -> None:
    gone = FABLAB.model_copy(update={"status": Status.ARCHIVED})
    _cards(workshop, gone, COWORKING)
    assert {example.goal for example in workshop.training.compiled()} == {"coworking"}


def test_places_are_masked_and_signs_dropped_as_in_use(workshop: Workshop) -> None:
    _cards(workshop)
    workshop.phrases.held = (Example("/Où, à Figeac ?", "chercher-contact"),)
    assert workshop.training.compiled() == (Example("ou a villeneuve", "chercher-contact"),)


@pytest.mark.parametrize("text", ["👍", "?!", " "])
def test_a_phrase_without_words_is_not_learned(workshop: Workshop, text: str) -> None:
    _cards(workshop)
    workshop.phrases.held = (Example(text, "remercier"),)
    assert workshop.training.compiled() == ()


def test_a_phrase_written_twice_is_learned_once(workshop: Workshop) -> None:
    _cards(workshop)
    workshop.phrases.held = (Example("merci", "remercier"), Example("MERCI !", "remercier"))
    assert workshop.training.compiled() == (Example("merci", "remercier"),)


def test_the_first_goal_that_claims_a_phrase_keeps_it_and_cards_come_before_actions(
    workshop: Workshop,
) -> None:
    _cards(workshop, _asking(FABLAB, "et ici"), _asking(COWORKING, "Et ici ?"))
    workshop.phrases.held = (Example("et ici", "dire-territoire"),)
    goals = {example.text: example.goal for example in workshop.training.compiled()}
    assert goals["et ici"] == "fablab"


def test_phrases_that_differ_by_their_place_only_are_one(workshop: Workshop) -> None:
    _cards(workshop)
    workshop.phrases.held = (
        Example("je suis à Figeac", "dire-territoire"),
        Example("je suis à Rodez", "chercher-contact"),
    )
    [only] = workshop.training.compiled()
    assert only.goal == "dire-territoire"
