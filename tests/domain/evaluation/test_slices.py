import pytest

from bot.domain.evaluation import Labelled
from bot.domain.evaluation.slices import Length, Sort, length_of, slices, sort_of
from tests.domain.evaluation.answering import answered


def asked(expect: str, text: str = "?") -> Labelled:
    return Labelled(id="q", text=text, expect=expect)


@pytest.mark.parametrize(
    ("expect", "sort"),
    [
        ("fablab", Sort.CARD),
        ("chercher-contact", Sort.ACTION),
        ("saluer", Sort.ACTION),
        ("hors-sujet", Sort.OUT_OF_SCOPE),
        ("urgence", Sort.DANGER),
    ],
)
def test_a_question_is_of_the_sort_of_what_it_expects(expect: str, sort: Sort) -> None:
    assert sort_of(asked(expect)) is sort


@pytest.mark.parametrize(
    ("words", "length"),
    [
        (1, Length.SHORT),
        (5, Length.SHORT),
        (6, Length.MIDDLING),
        (20, Length.MIDDLING),
        (21, Length.LONG),
    ],
)
def test_a_question_is_as_long_as_its_words(words: int, length: Length) -> None:
    assert length_of(asked("fablab", "mot " * words + "?")) is length


def test_sorts_come_before_lengths_and_empty_ones_are_left_out() -> None:
    found = slices([answered("urgence", "urgence"), answered("fablab", "scic", text="mot " * 30)])
    assert [(it.name, it.n) for it in found] == [
        (Sort.CARD, 1),
        (Sort.DANGER, 1),
        (Length.SHORT, 1),
        (Length.LONG, 1),
    ]


def test_each_slice_has_the_figures_of_its_own_questions() -> None:
    card, danger, *_ = slices([answered("urgence", "urgence"), answered("fablab", "scic")])
    assert (card.shares.top1.value, card.shares.wrong_confident.value) == (0, 1)
    assert (danger.shares.top1.value, danger.shares.wrong_confident.value) == (1, 0)


def test_without_questions_there_is_no_slice() -> None:
    assert slices([]) == ()
