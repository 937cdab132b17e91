"""Models of a part of the phrases: none is put in use, what is measured is kept."""

from bot.domain.evaluation.learning import FOLDS, STEPS, fold, one_in
from bot.domain.training import Example
from bot.usecases.learning import Learning
from tests.fakes import FakeClock, FakeCurves, FakePhrasebook
from tests.usecases.workshop import Workshop

PHRASES = tuple(Example(f"phrase {number}", "aide") for number in range(400))


def learning(clock: FakeClock) -> tuple[Workshop, Learning, FakeCurves]:
    workshop, curves = Workshop(clock, phrases=FakePhrasebook(PHRASES)), FakeCurves()
    return workshop, Learning(workshop.training, curves), curves


async def test_every_phrase_is_asked_once_of_a_model_that_has_not_learned_it(
    clock: FakeClock,
) -> None:
    workshop, measuring, _ = learning(clock)
    found = await measuring.measure()
    assert found.cross_validation
    assert found.cross_validation.n == len(workshop.training.compiled())
    assert found.cross_validation.hits == found.cross_validation.n
    assert found.confusions == ()


async def test_the_curve_goes_from_few_phrases_to_all_and_is_kept(clock: FakeClock) -> None:
    workshop, measuring, curves = learning(clock)
    found = await measuring.measure()
    counts = [point.phrases for point in found.points]
    assert counts == sorted(counts)
    assert len(counts) == len(STEPS)
    assert curves.held == found
    assert workshop.shelf.active() is None


async def test_a_model_that_is_always_wrong_is_told_so(clock: FakeClock) -> None:
    workshop, measuring, _ = learning(clock)
    workshop.trainer.answer = "fablab"
    found = await measuring.measure()
    assert found.cross_validation
    assert found.cross_validation.value < 0.1
    worst = found.confusions[0]
    assert (worst.expected, worst.given, worst.count) == ("aide", "fablab", len(PHRASES))


def test_folds_share_nothing_and_leave_nothing_out() -> None:
    asked = [it for number in range(FOLDS) for it in fold(PHRASES, number)[1]]
    assert sorted(asked, key=str) == sorted(PHRASES, key=str)
    for number in range(FOLDS):
        learned, held = fold(PHRASES, number)
        assert len(learned) + len(held) == len(PHRASES)


def test_one_phrase_in_so_many_is_kept() -> None:
    for step in STEPS:
        assert abs(len(one_in(PHRASES, step)) - len(PHRASES) / step) < len(PHRASES) / 8
