import pytest

from bot.domain.evaluation import Labelled
from bot.domain.evaluation.learning import LearningCurve, LearningPoint
from bot.domain.perturbing import Variation
from bot.usecases.answering import Assistant
from bot.usecases.evaluating import Evaluating, evaluate
from tests.adapters.shelves import a_record
from tests.fakes import FakeConversations, FakeCurves, FakeRanker, FakeShelf, FakeTimer


def _labelled(text: str, expect: str, *also_ok: str) -> Labelled:
    return Labelled(id=text, text=text, expect=expect, also_ok=also_ok)


async def test_what_is_right_missed_or_answered_for_nothing_is_counted(
    assistant: Assistant,
) -> None:
    questions = [
        _labelled("un fablab", "fablab"),
        _labelled("fablab fablab", "autre-fiche", "fablab"),
        _labelled("la tarte", "hors-sujet"),
        _labelled("un fablab sur la lune", "hors-sujet"),
        _labelled("je ne sais pas", "fablab"),
        _labelled("je veux mourir", "urgence"),
        _labelled("au secours", "urgence"),
        _labelled("mourir de rire", "saluer"),
    ]
    figures = await evaluate(assistant, questions)
    assert (figures.n, figures.top1) == (8, 0.5)
    assert (figures.false_accept, figures.false_reject) == (0.5, 0.3333)
    assert (figures.danger_missed, figures.danger_false) == (1, 1)


async def test_each_question_is_the_first_of_its_conversation(assistant: Assistant) -> None:
    followed = [_labelled("un fablab", "fablab"), _labelled("combien ça coûte ?", "hors-sujet")]
    assert (await evaluate(assistant, followed)).top1 == 1.0


async def test_no_question_gives_no_figure(assistant: Assistant) -> None:
    figures = await evaluate(assistant, [])
    assert (figures.n, figures.top1, figures.wrong_confident) == (0, 0.0, 0.0)


@pytest.mark.parametrize("away", [True, False])
async def test_what_keywords_know_is_measured_without_model_and_database(
    assistant: Assistant, model: FakeRanker, store: FakeConversations, *, away: bool
) -> None:
    model.away = store.away = away
    assert (await evaluate(assistant, [_labelled("un fablab", "fablab")])).top1 == 1.0


@pytest.fixture
def shelf() -> FakeShelf:
    return FakeShelf()


@pytest.fixture
def curves() -> FakeCurves:
    return FakeCurves()


@pytest.fixture
def evaluating(assistant: Assistant, shelf: FakeShelf, curves: FakeCurves) -> Evaluating:
    return Evaluating(assistant, shelf, curves, FakeTimer(step=0.01))


async def test_questions_are_asked_once_more_for_each_way_to_write_them(
    evaluating: Evaluating, model: FakeRanker
) -> None:
    found = await evaluating.measure([_labelled("Où est l'atelier ?", "fablab")], "q.jsonl")
    assert [it.variation for it in found.robustness] == list(Variation)
    assert len(model.heard) == 1 + len(Variation)


async def test_what_a_way_of_writing_costs_is_told(evaluating: Evaluating) -> None:
    questions = [_labelled("un fab-lab", "hors-sujet"), _labelled("l'humain", "parler-humain")]
    found = await evaluating.measure(questions, "q.jsonl")
    assert found.measures.figures.top1 == 1
    costs = {it.variation: (it.drop, it.lost, it.changed) for it in found.robustness}
    assert costs[Variation.CAPITALS] == (0, 0, 2)
    assert costs[Variation.NO_ACCENTS] == (0, 0, 0)


async def test_a_variation_is_another_conversation(
    evaluating: Evaluating, store: FakeConversations
) -> None:
    await evaluating.measure([_labelled("un fablab", "fablab")] * 2, "q.jsonl")
    assert len(store.sessions) == 2 * (1 + len(Variation))


async def test_robustness_may_be_left_out(evaluating: Evaluating, model: FakeRanker) -> None:
    questions = [_labelled("un fablab", "fablab")]
    found = await evaluating.measure(questions, "q.jsonl", robustness=False)
    assert (found.robustness, len(model.heard)) == ((), 1)


async def test_the_time_of_each_answer_is_measured(evaluating: Evaluating) -> None:
    found = await evaluating.measure([_labelled("un fablab", "fablab")] * 3, "q.jsonl")
    assert found.measures.latency.median == pytest.approx(10)
    assert found.measures.latency.p95 == pytest.approx(10)


async def test_answers_made_without_the_model_are_counted(
    evaluating: Evaluating, model: FakeRanker
) -> None:
    model.away = True
    questions = [_labelled("un fablab", "fablab"), _labelled("je veux mourir", "urgence")]
    assert (await evaluating.measure(questions, "q.jsonl")).measures.degraded == 1


async def test_the_model_in_use_and_its_curve_go_with_the_figures(
    evaluating: Evaluating, shelf: FakeShelf, curves: FakeCurves
) -> None:
    shelf.activate(a_record("m1"))
    curves.held = LearningCurve((LearningPoint(100, 0.5),))
    found = await evaluating.measure([], "q.jsonl")
    assert (found.source, found.model, found.learning) == ("q.jsonl", a_record("m1"), curves.held)


async def test_without_a_model_the_figures_stand_alone(evaluating: Evaluating) -> None:
    found = await evaluating.measure([_labelled("un fablab", "fablab")], "q.jsonl")
    assert (found.model, found.learning, found.measures.figures.n) == (None, None, 1)
