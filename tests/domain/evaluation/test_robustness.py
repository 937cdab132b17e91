import pytest

from bot.domain.evaluation.robustness import compare
from bot.domain.perturbing import Variation
from tests.domain.evaluation.answering import answered


def test_what_is_lost_and_won_is_counted_question_by_question() -> None:
    plain = [answered("a", "a"), answered("a", "a"), answered("a", "b"), answered("a", "a")]
    varied = [answered("a", "b"), answered("a", "b"), answered("a", "a"), answered("a", "a")]
    found = compare(Variation.TYPOS, plain, varied)
    assert (found.lost, found.won) == (2, 1)
    assert (found.top1.value, found.drop) == (0.5, 0.25)


def test_the_questions_that_are_not_the_same_are_counted() -> None:
    plain = [answered("a", "a", text="été"), answered("a", "a", text="hiver")]
    varied = [answered("a", "a", text="ete"), answered("a", "a", text="hiver")]
    found = compare(Variation.NO_ACCENTS, plain, varied)
    assert (found.changed, found.drop) == (1, 0)


def test_a_danger_missed_is_told_for_each_variation() -> None:
    plain, varied = [answered("urgence", "urgence")], [answered("urgence", "fablab")]
    assert compare(Variation.CAPITALS, plain, varied).danger_missed == 1


def test_only_the_same_questions_can_be_compared() -> None:
    with pytest.raises(ValueError, match="shorter"):
        compare(Variation.TYPOS, [answered("a", "a")], [])
