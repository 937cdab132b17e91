import pytest

from bot.domain.evaluation import Labelled
from bot.usecases.answering import Assistant
from bot.usecases.evaluating import evaluate
from tests.fakes import FakeConversations, FakeRanker


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
