import pytest

from bot.domain.actions import CLARIFY, Action
from bot.domain.evaluation import Answered, Figures, Labelled, score
from bot.domain.evaluation.figures import count
from bot.domain.exchange import Outcome
from tests.domain.evaluation.answering import answered


def tolerant(expect: str, also_ok: str, goal: str) -> Answered:
    question = Labelled(id="q", text="?", expect=expect, also_ok=(also_ok,))
    return Answered(question, Outcome(goal, ()))


def figures(expect: str, goal: str, *alternatives: str) -> Figures:
    return score([answered(expect, goal, *alternatives)])


def test_the_expected_goal_is_right() -> None:
    found = figures("fablab", "fablab")
    assert (found.top1, found.offered, found.wrong_confident) == (1, 1, 0)


def test_another_goal_that_is_accepted_is_right_too() -> None:
    found = score([tolerant("fablab", "coworking", "coworking")])
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
    found = score(
        [
            answered(Action.DANGER, Action.DANGER),
            answered(Action.DANGER, "fablab"),
            answered(Action.DANGER, CLARIFY, Action.DANGER),
            answered("fablab", Action.DANGER),
            tolerant("fablab", Action.DANGER, Action.DANGER),
        ]
    )
    assert (found.danger_missed, found.danger_false) == (2, 1)


FOUR = [
    answered("fablab", "fablab"),
    answered("fablab", Action.OUT_OF_SCOPE),
    answered("fablab", "scic"),
    answered(Action.OUT_OF_SCOPE, "scic"),
]


def test_shares_are_those_of_their_own_questions() -> None:
    found = score(FOUR)
    assert (found.n, found.top1, found.wrong_confident) == (4, 0.25, 0.5)
    assert (found.false_reject, found.false_accept) == (0.3333, 1)


def test_a_share_tells_what_it_was_counted_on() -> None:
    found = count(FOUR)
    assert (found.top1.hits, found.top1.n) == (1, 4)
    assert (found.false_reject.hits, found.false_reject.n) == (1, 3)
    assert (found.false_accept.hits, found.false_accept.n) == (1, 1)


def test_no_question_gives_figures_and_no_error() -> None:
    assert score([]) == Figures(0, 0, 0, 0, 0, 0, 0, 0)


def test_a_line_of_questions_may_say_more_than_is_read() -> None:
    line = {"id": "q1", "text": "?", "expect": "fablab", "territory": "46102", "note": "rien"}
    assert Labelled.model_validate(line).accepted == {"fablab"}
