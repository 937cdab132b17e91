import pytest

from bot.channels.ask.plain import plain
from bot.domain.actions import CLARIFY, OFFERED, Action
from bot.domain.dialogue import talk as talking
from bot.domain.dialogue.texts import ALERT
from bot.domain.replies import Alert, Question
from bot.domain.understanding import Candidate, Verdict
from tests.domain.dialogue.conversation import Conversation


def test_the_welcome_says_who_publishes_what_it_is_and_what_to_ask(talk: Conversation) -> None:
    [reply] = talking.welcome(talk.scene).outcome.replies
    said = plain(reply)
    for words in ("la commune de Test", "programme", "ratuit", "personnel"):
        assert words in said
    assert len(reply.buttons) == 3


@pytest.mark.parametrize("action", sorted(Action))
def test_every_action_is_answered_with_a_next_step_or_numbers(
    talk: Conversation, action: Action
) -> None:
    outcome = talk.say("une phrase quelconque", action)
    assert outcome.goal == action
    for reply in outcome.replies:
        assert plain(reply)
        assert isinstance(reply, Alert) or reply.buttons


def test_doubt_offers_three_named_choices_and_another_way(talk: Conversation) -> None:
    goals = ("tiers-lieu-creer", "tiers-lieu-financer", "tiers-lieu-definition", "chiffres-cles")
    asked = talk.say("un tiers-lieu", *goals, verdict=Verdict.UNSURE)
    assert asked.goal == CLARIFY
    assert asked.alternatives == goals[:3]
    [question] = asked.replies
    assert isinstance(question, Question)
    assert question.buttons[-1].label == "Autre chose"


def test_drafts_and_small_talk_are_no_choices(drafting: Conversation) -> None:
    asked = drafting.say("hum", "scic", Action.THANK, "tiers-lieu-creer", verdict=Verdict.UNSURE)
    assert asked.alternatives == ("tiers-lieu-creer",)


def test_doubt_with_nothing_to_offer_is_admitted(drafting: Conversation) -> None:
    asked = drafting.say("hum", "scic", verdict=Verdict.UNSURE)
    assert asked.goal == Action.OUT_OF_SCOPE


def test_what_is_hardly_plausible_is_no_choice(talk: Conversation) -> None:
    question = talking.clarify(
        talk.scene, (Candidate("tiers-lieu-creer", 0.5), Candidate("chiffres-cles", 0.01))
    )
    assert question
    assert [button.value for button in question.buttons[:-1]] == ["card:tiers-lieu-creer"]


def test_a_danger_that_is_likely_is_met_without_asking(talk: Conversation) -> None:
    assert ALERT < 0.9
    [reply] = talk.say("hum", Action.DANGER, verdict=Verdict.UNSURE).replies
    assert isinstance(reply, Alert)
    assert {number.number for number in reply.numbers} >= {"15", "17", "3114"}


def test_a_danger_that_is_a_mere_possibility_is_a_choice(talk: Conversation) -> None:
    question = talking.clarify(
        talk.scene, (Candidate(Action.DANGER, 0.3), Candidate("tiers-lieu-creer", 0.2))
    )
    assert question
    assert question.buttons[0].label == "Quelqu'un est en danger"
    assert talk.press(question.buttons[0].value).goal == Action.DANGER


def test_a_mere_possibility_of_danger_alone_is_no_question(drafting: Conversation) -> None:
    tart = (Candidate(Action.DANGER, 0.2), Candidate("scic", 0.2))
    assert talking.clarify(drafting.scene, tart) is None


def test_what_is_not_understood_is_kept_and_somebody_is_named(talk: Conversation) -> None:
    outcome = talk.say("la recette de la tarte")
    assert outcome.goal == Action.OUT_OF_SCOPE
    said = plain(outcome.replies[0])
    assert "pas encore" in said
    assert "À contacter" in said


def test_to_drop_a_subject_forgets_it_but_not_the_place(talk: Conversation) -> None:
    talk.say("un tiers-lieu à Cahors", Action.FIND_PLACE)
    talk.say("laisse tomber", Action.REFUSE)
    assert talk.scene.session.results is None
    assert talk.scene.session.territory
    assert talk.scene.session.territory.name == "Cahors"


@pytest.mark.parametrize("value", ["card:disparue", "part:chiffres-cles/disparue", "goal:disparu"])
def test_a_button_of_something_that_is_no_more_is_answered_politely(
    talk: Conversation, value: str
) -> None:
    outcome = talk.press(value)
    assert "plus valable" in plain(outcome.replies[0])


@pytest.mark.parametrize("action", sorted(OFFERED))
def test_the_button_of_an_action_does_it(talk: Conversation, action: Action) -> None:
    assert talk.press(f"goal:{action}").goal == action


def test_every_offered_action_has_a_label(talk: Conversation) -> None:
    for action in OFFERED:
        question = talking.clarify(talk.scene, (Candidate(action, 0.5),))
        assert question, action
