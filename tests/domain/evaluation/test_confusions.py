from bot.domain.actions import CLARIFY, Action
from bot.domain.evaluation import Answered, Labelled
from bot.domain.evaluation.confusions import EXAMPLES, SHOWN, WORST, confusions, matrix
from bot.domain.exchange import Outcome
from tests.domain.evaluation.answering import answered, confident


def test_what_is_right_or_offered_in_a_question_back_is_no_confusion() -> None:
    assert confusions([answered("a", "a"), answered("a", CLARIFY, "b", "a")]) == ()


def test_a_confusion_is_counted_and_quotes_a_few_questions() -> None:
    (found,) = confusions([answered("a", "b", text=f"question {it}") for it in range(5)])
    assert (found.expected, found.given, found.count) == ("a", "b", 5)
    assert found.examples == tuple(f"question {it}" for it in range(EXAMPLES))


def test_a_question_back_without_the_right_choice_is_a_confusion() -> None:
    (found,) = confusions([answered("a", CLARIFY, "b", "c")])
    assert found.given == CLARIFY


def test_a_danger_comes_first_then_the_frequent_then_the_confident() -> None:
    found = confusions(
        [
            confident(0.5, "a", "b"),
            confident(0.9, "c", "d"),
            *([confident(0.2, "e", "f")] * 2),
            confident(0.1, Action.DANGER, "a"),
        ]
    )
    assert [it.expected for it in found] == [Action.DANGER, "e", "c", "a"]


def test_only_the_worst_are_told() -> None:
    assert len(confusions([answered(f"goal {it}", "b") for it in range(WORST + 5)])) == WORST


def test_the_matrix_counts_what_each_goal_was_answered() -> None:
    found = matrix(
        [
            *([answered("a", "a")] * 3),
            *([answered("a", "b")] * 2),
            answered("a", CLARIFY, "a"),
            answered("a", "z"),
            answered("b", "b"),
            answered("calm", "calm"),
        ]
    )
    assert found.goals == ("a", "b")
    assert found.rows == ((3, 2, 1, 1), (0, 1, 0, 0))


def test_an_accepted_answer_counts_as_the_expected_one() -> None:
    question = Labelled(id="q", text="?", expect="a", also_ok=("b",))
    found = matrix([Answered(question, Outcome("b", ())), answered("a", "b"), answered("b", "b")])
    assert found.rows[found.goals.index("a")] == (1, 1, 0, 0)


def test_the_matrix_holds_no_more_than_can_be_read() -> None:
    found = matrix([answered(f"goal {it}", "z") for it in range(SHOWN + 5)])
    assert len(found.goals) == len(found.rows) == SHOWN


def test_without_confusion_the_matrix_is_empty() -> None:
    assert matrix([answered("a", "a")]).goals == ()
