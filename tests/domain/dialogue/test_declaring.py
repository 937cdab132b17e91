"""A structure that makes itself known: where it is offered, what is kept, what is not."""

import pytest

from bot.channels.ask.plain import plain
from bot.domain.actions import Action
from bot.domain.buttons import DECLARE
from tests.domain.dialogue.conversation import Conversation
from tests.domain.dialogue.shown import labels, said

STRUCTURE = "L'association La Passerelle, à Gramat, anime des rencontres : lapasserelle.example"


def test_where_no_catalyst_is_known_it_is_said_and_one_may_declare_itself(
    talk: Conversation,
) -> None:
    found = talk.say("un catalyseur à Gramat", Action.FIND_CONTACT)
    assert "peu sont recensés" in said(found)
    assert DECLARE.label in labels(found)
    asked = talk.press(DECLARE.value)
    assert said(asked) == talk.scene.say.declare
    kept = talk.say(STRUCTURE, "hors-sujet")
    assert (kept.goal, kept.to_review) == (Action.OFFER_PARTNERSHIP, True)
    assert plain(kept.replies[0]) == talk.scene.say.declared


def test_a_region_without_a_network_is_told(talk: Conversation) -> None:
    found = talk.say("le réseau des tiers-lieux à Nouméa", Action.FIND_CONTACT)
    assert "Je ne connais pas de réseau de tiers-lieux" in said(found)


def test_where_somebody_is_known_nobody_is_asked_to_declare(talk: Conversation) -> None:
    found = talk.say("le réseau des tiers-lieux à Rennes", Action.FIND_CONTACT)
    assert DECLARE.label not in labels(found)


@pytest.mark.parametrize(
    "text", ["Faire connaître notre tiers-lieu", "je voudrais faire connaître mon association"]
)
def test_it_is_asked_in_words_too(talk: Conversation, text: str) -> None:
    asked = talk.say(text, Action.OFFER_PARTNERSHIP)
    assert said(asked) == talk.scene.say.declare
    assert talk.say(STRUCTURE, "hors-sujet").to_review


def test_one_may_give_up(talk: Conversation) -> None:
    talk.press(DECLARE.value)
    left = talk.say("laisse tomber", Action.REFUSE)
    assert (left.goal, left.to_review) == (Action.REFUSE, False)
    assert not talk.say(STRUCTURE, "hors-sujet").to_review


def test_another_button_gives_up_too(talk: Conversation) -> None:
    talk.press(DECLARE.value)
    talk.press("none:")
    assert not talk.say(STRUCTURE, "hors-sujet").to_review
