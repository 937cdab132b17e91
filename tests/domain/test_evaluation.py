import pytest

from bot.domain.actions import CLARIFY, Action
from bot.domain.evaluation import Figures, Labelled, score
from bot.domain.exchange import Outcome


def asked(expect: str, *also: str) -> Labelled:
    return Labelled(id="q", text="?", expect=expect, also_ok=also)


def figures(expect: str, goal: str, *alternatives: str) -> Figures:
    return score([(asked(expect), Outcome(goal, (), alternatives=alternatives))])


def test_the_expected_goal_is_right() -> None:
    found = figures("fablab", "fablab")
    assert (found.top1, found.offered, found.wrong_confident) == (1, 1, 0)


def test_another_goal_that_is_accepted_is_right_too() -> None:
    found = score([(asked("fablab", "coworking"), Outcome("coworking", ()))])
    assert (found.top1, found.wrong_confident) == (1, 0)


def test_the_third_choice_is_offered_and_the_fourth_is_not_read() -> None:
    assert figures("d", CLARIFY, "a", "b", "d").offered == 1
    assert figures("d", CLARIFY, "a", "b", "c", "d").offered == 0


def test_a_question_back_is_neither_right_nor_a_mistake() -> None:
    found = figures("fablab", CLARIFY, "scic")
    assert (found.top1, found.wrong_confident, found.false_reject) == (0, 0, 0)


def test_another_card_is_a_confident_mistake() -> None:
    assert figures("fablab", "scic").wrong_confident == 1


def test_to_give_up_a_question_of_ours_is_a_false_reject_and_no_more() -> None:
    found = figures("fablab", Action.OUT_OF_SCOPE)
    assert (found.false_reject, found.wrong_confident, found.top1) == (1, 0, 0)


@pytest.mark.parametrize(
    ("goal", "taken"),
    [
        ("fablab", 1),
        (Action.FIND_PLACE, 1),
        (Action.DANGER, 1),
        (Action.OUT_OF_SCOPE, 0),
        (CLARIFY, 0),
        (Action.HELP, 0),
        (Action.GREET, 0),
    ],
)
def test_only_a_card_or_a_search_takes_a_stranger_for_ours(goal: str, taken: int) -> None:
    assert figures(Action.OUT_OF_SCOPE, goal).false_accept == taken


def test_a_danger_missed_and_one_seen_for_nothing_are_counted() -> None:
    pairs = [
        (asked(Action.DANGER), Outcome(Action.DANGER, ())),
        (asked(Action.DANGER), Outcome("fablab", ())),
        (asked(Action.DANGER), Outcome(CLARIFY, (), alternatives=(Action.DANGER,))),
        (asked("fablab"), Outcome(Action.DANGER, ())),
        (asked("fablab", Action.DANGER), Outcome(Action.DANGER, ())),
    ]
    found = score(pairs)
    assert (found.danger_missed, found.danger_false) == (2, 1)


def test_shares_are_those_of_their_own_questions() -> None:
    pairs = [
        (asked("fablab"), Outcome("fablab", ())),
        (asked("fablab"), Outcome(Action.OUT_OF_SCOPE, ())),
        (asked("fablab"), Outcome("scic", ())),
        (asked(Action.OUT_OF_SCOPE), Outcome("scic", ())),
    ]
    found = score(pairs)
    assert (found.n, found.top1, found.wrong_confident) == (4, 0.25, 0.5)
    assert (found.false_reject, found.false_accept) == (0.3333, 1)


def test_no_question_gives_figures_and_no_error() -> None:
    assert score([]) == Figures(0, 0, 0, 0, 0, 0, 0, 0)


def test_a_line_of_questions_may_say_more_than_is_read() -> None:
    line = {"id": "q1", "text": "?", "expect": "fablab", "territory": "46102", "note": "rien"}
    assert Labelled.model_validate(line).accepted == {"fablab"}
