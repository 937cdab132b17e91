"""A misspelt place: taken aloud when it is sure, asked about when it is not, ignored otherwise."""

from collections.abc import Sequence

import pytest

from bot.channels.ask.plain import plain
from bot.domain.actions import Action
from bot.domain.dialogue import texts
from bot.domain.dialogue.homonyms import MAX_GUESSES
from bot.domain.dialogue.scene import Reading, Step
from bot.domain.territory import Territory, TerritoryKind, TerritoryReading
from bot.domain.understanding import Candidate, Interpretation, Verdict
from tests.domain.dialogue.conversation import Conversation
from tests.domain.dialogue.shown import labels, said

SEARCH = ("un tiers-lieu", Action.FIND_PLACE)


def named(name: str, code: str, departement: str = "46") -> Territory:
    return Territory(
        TerritoryKind.COMMUNE, code, name, departements=(departement,), regions=("76",)
    )


def hear(talk: Conversation, places: Sequence[Territory], *goals: str, assumed: bool) -> Step:
    """What is made of a misspelling read as one of these places."""
    reading = TerritoryReading("…", tuple(places), assumed=assumed, guessed=True)
    found = Interpretation(tuple(Candidate(goal, 0.9) for goal in goals), Verdict.SURE)
    step = texts.answer_text(talk.scene, Reading("une phrase", reading, found))
    talk.scene = talk.scene.after(step.session)
    return step


MIRANDE, MERINDOL = named("Mirande", "32256", "32"), named("Mérindol", "84074", "84")
FIGEAC, FIGEAC_TOO = named("Figeac", "46102"), named("Figeac", "99001", "99")


def test_a_sure_correction_is_taken_aloud_and_others_offered(talk: Conversation) -> None:
    asked = talk.say(*SEARCH)
    assert asked.goal == Action.FIND_PLACE
    turn = hear(talk, [MIRANDE, MERINDOL], Action.FIND_PLACE, assumed=True)
    assert plain(turn.outcome.replies[0]) == "Je comprends Mirande (32)."
    assert labels(turn.outcome)[0] == "Plutôt Mérindol (84)"
    assert turn.session.territory == MIRANDE


def test_a_doubtful_correction_is_asked_about_and_yes_takes_the_first(talk: Conversation) -> None:
    talk.say(*SEARCH)
    turn = hear(talk, [MIRANDE, MERINDOL], Action.FIND_PLACE, assumed=False)
    assert said(turn.outcome) == "Voulez-vous dire Mirande (32) ?"
    assert labels(turn.outcome) == ["Mirande (32)", "Mérindol (84)", "Autre chose"]
    found = talk.say("oui", Action.AGREE)
    assert found.goal == Action.FIND_PLACE
    assert found.territory == MIRANDE


def test_no_more_than_three_corrections_are_offered(talk: Conversation) -> None:
    talk.say(*SEARCH)
    likely = [named(f"Lieu {number}", str(number)) for number in range(6)]
    turn = hear(talk, likely, Action.FIND_PLACE, assumed=False)
    assert turn.outcome.territory_choices == turn.session.choices == tuple(likely[:MAX_GUESSES])
    assert len(labels(turn.outcome)) == MAX_GUESSES + 1


@pytest.mark.parametrize("choices", [[FIGEAC, FIGEAC_TOO], [FIGEAC, FIGEAC_TOO, MIRANDE]])
def test_yes_between_two_places_of_one_name_chooses_none(
    talk: Conversation, choices: list[Territory]
) -> None:
    talk.say(*SEARCH)
    hear(talk, choices, Action.FIND_PLACE, assumed=False)
    assert talk.say("oui", Action.AGREE).territory is None


def test_a_doubtful_correction_is_ignored_when_nobody_waits_for_a_place(
    talk: Conversation,
) -> None:
    turn = hear(talk, [MIRANDE, MERINDOL], "coconstruction-animer", assumed=False)
    assert turn.outcome.goal == "coconstruction-animer"
    assert "Voulez-vous dire" not in said(turn.outcome)
    assert (turn.session.choices, turn.outcome.territory_choices) == ((), ())


def test_a_sure_correction_is_said_even_when_nobody_waits_for_a_place(talk: Conversation) -> None:
    turn = hear(talk, [MIRANDE], "coconstruction-animer", assumed=True)
    assert plain(turn.outcome.replies[0]) == "Je comprends Mirande (32)."
    assert turn.outcome.goal == "coconstruction-animer"


@pytest.mark.parametrize("written", ["Figeak", "figeak", "à Figeak"])
def test_a_misspelt_answer_to_where_goes_on_with_the_search(
    talk: Conversation, written: str
) -> None:
    talk.say(*SEARCH)
    found = talk.say(written)
    assert found.goal == Action.FIND_PLACE
    assert found.territory
    assert found.territory.name == "Figeac"
    assert plain(found.replies[0]) == "Je comprends Figeac (46)."


def test_a_question_with_a_doubtful_place_is_answered_without_it(talk: Conversation) -> None:
    answered = talk.say("comment animer la co-construction à Mirandol", "coconstruction-animer")
    assert answered.goal == "coconstruction-animer"
    assert answered.territory is None
    assert "Mirand" not in said(answered)


def test_the_correction_kept_is_forgotten_after_something_else(talk: Conversation) -> None:
    talk.say(*SEARCH)
    hear(talk, [MIRANDE, MERINDOL], Action.FIND_PLACE, assumed=False)
    talk.say("merci", Action.THANK)
    assert talk.say("oui", Action.AGREE).territory is None
