import pytest

from bot.domain.spelling import Speller
from bot.domain.text import fold
from bot.domain.understanding import (
    Calibration,
    Fusion,
    Interpretation,
    Ranking,
    Verdict,
    Voice,
)
from bot.usecases.interpreting import READ, Interpreter, legible
from tests.fakes import FakeCalibrations, FakeKnowledge, FakeRanker, FakeVocabulary, ranked
from tests.usecases.chat import Chat
from tests.usecases.sample import FABLAB, KNOWLEDGE

DOUBTFUL = Calibration(
    (
        Fusion({Voice.MODEL: 1.0, Voice.KEYWORDS: 0.0}, accept=0.8, lean=0.6, ask=0.4),
        Fusion({Voice.KEYWORDS: 1.0}, accept=2.0, lean=2.0, ask=0.0),
    )
)


def _hearing(
    model: FakeRanker, keywords: FakeRanker, calibrations: FakeCalibrations | None = None
) -> Interpreter:
    voices = {Voice.MODEL: model, Voice.KEYWORDS: keywords}
    return Interpreter(voices, calibrations or FakeCalibrations(), FakeKnowledge())


def _goals(found: Interpretation) -> list[str]:
    return [candidate.goal for candidate in found.candidates]


async def test_model_and_keywords_are_weighed_together() -> None:
    model = FakeRanker({"": ranked(a=0.5, b=0.4)})
    keywords = FakeRanker({"": ranked(b=0.9)})
    found = await _hearing(model, keywords).interpret("fablab")
    assert _goals(found) == ["b", "a"]
    assert not found.degraded


async def test_every_voice_hears_the_words_that_were_meant() -> None:
    model, keywords = FakeRanker(), FakeRanker()
    voices = {Voice.MODEL: model, Voice.KEYWORDS: keywords}
    vocabulary = FakeVocabulary(meant={"fabalb": "fablab"})
    hearing = Interpreter(voices, FakeCalibrations(), FakeKnowledge(), vocabulary=vocabulary)
    await hearing.interpret("Un fabalb ?")
    assert model.heard == keywords.heard == ["un fablab"]


async def test_without_the_model_keywords_alone_decide(
    interpreter: Interpreter, model: FakeRanker
) -> None:
    model.away = True
    found = await interpreter.interpret("fablab")
    assert _goals(found) == ["fablab"]
    assert found.degraded


async def test_without_the_model_its_own_thresholds_apply() -> None:
    keywords = FakeRanker({"": ranked(a=0.9)})
    away = FakeRanker(away=True)
    found = await _hearing(away, keywords, FakeCalibrations(DOUBTFUL)).interpret("fablab")
    assert found.verdict is Verdict.UNSURE


async def test_without_keywords_the_model_decides_and_that_is_not_degraded(
    interpreter: Interpreter, keywords: FakeRanker
) -> None:
    keywords.away = True
    found = await interpreter.interpret("fablab")
    assert _goals(found) == ["fablab", "hors-sujet"]
    assert not found.degraded


async def test_without_anybody_nothing_is_understood(
    interpreter: Interpreter, model: FakeRanker, keywords: FakeRanker
) -> None:
    model.away = keywords.away = True
    found = await interpreter.interpret("fablab")
    assert found == Interpretation((), Verdict.UNKNOWN, degraded=True)


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(0.8, Verdict.SURE), (0.6, Verdict.LIKELY), (0.59, Verdict.UNSURE), (0.39, Verdict.UNKNOWN)],
)
async def test_the_figures_of_the_model_in_use_tell_how_far_it_is_believed(
    share: float, verdict: Verdict
) -> None:
    rest = {f"x{number}": (1 - share) / 4 for number in range(4)}
    model = FakeRanker({"": ranked(a=share + 1e-9, **rest)})
    found = await _hearing(model, FakeRanker(), FakeCalibrations(DOUBTFUL)).interpret("fablab")
    assert found.verdict is verdict


async def test_calibration_is_read_at_each_message() -> None:
    calibrations = FakeCalibrations()
    interpreter = _hearing(FakeRanker({"": ranked(a=0.77, b=0.23)}), FakeRanker(), calibrations)
    assert (await interpreter.interpret("fablab")).verdict is Verdict.SURE
    calibrations.held = DOUBTFUL
    assert (await interpreter.interpret("fablab")).verdict is Verdict.LIKELY


@pytest.mark.parametrize("text", ["", "  ", "?!", "市役所"])
async def test_what_has_no_letter_to_read_is_not_ranked(
    interpreter: Interpreter, model: FakeRanker, keywords: FakeRanker, text: str
) -> None:
    assert await interpreter.interpret(text) == Interpretation()
    assert model.heard == keywords.heard == []


@pytest.mark.parametrize(
    "text", ["/fablab", '/fablab{"a": "b"}', " /fablab@bot", "//fablab", "⁄/fablab"]
)
async def test_a_command_is_never_sent_raw(
    interpreter: Interpreter, model: FakeRanker, text: str
) -> None:
    await interpreter.interpret(text)
    [heard] = model.heard
    assert heard.startswith("fablab")
    assert not set(heard) & set('/{}":@')


async def test_the_end_of_a_long_story_is_what_is_read(
    interpreter: Interpreter, model: FakeRanker, keywords: FakeRanker
) -> None:
    await interpreter.interpret("hier " * 2000 + "où est le fablab ?")
    assert model.heard == keywords.heard
    assert len(model.heard[0]) <= READ
    assert model.heard[0].endswith("ou est le fablab")


async def test_what_is_read_is_not_cut_at_a_thousand_characters_exactly() -> None:
    assert legible("x" * READ, Speller()) == "x" * READ
    assert legible("y" + "x" * READ, Speller()) == "x" * READ


async def test_places_are_masked_and_the_text_folded_before_it_is_ranked(
    chat: Chat, model: FakeRanker, keywords: FakeRanker
) -> None:
    await chat.say("Où est le FABLAB à Figeac, près de Rodez ?")
    assert model.heard == ["ou est le fablab a villeneuve pres de villeneuve"]
    assert keywords.heard == model.heard


def _while_reading(model: FakeRanker) -> Interpreter:
    voices = {Voice.MODEL: model, Voice.KEYWORDS: FakeRanker()}
    return Interpreter(voices, FakeCalibrations(DOUBTFUL), FakeKnowledge(KNOWLEDGE))


async def test_a_few_words_that_leave_out_what_they_are_about_are_heard_with_it_too() -> None:
    model = FakeRanker({"fablab": ranked(fablab=0.9, b=0.1), "": ranked(b=0.5, c=0.5)})
    found = await _while_reading(model).interpret("et qui le gère ?", "fablab")
    assert model.heard == ["et qui le gere", f"et qui le gere {fold(FABLAB.title)}"]
    assert _goals(found) == ["fablab", "b", "c"]
    assert [it.score for it in found.candidates] == pytest.approx([0.45, 0.3, 0.25])


@pytest.mark.parametrize(
    ("text", "ranking"),
    [
        ("merci beaucoup", ranked(remercier=0.9, b=0.1)),
        ("ce n'est pas cela", ranked(nier=0.7, b=0.3)),
        ("comment convaincre les entreprises locales", ranked(b=0.5, c=0.5)),
    ],
)
async def test_what_says_all_is_heard_alone(text: str, ranking: Ranking) -> None:
    model = FakeRanker({"": ranking})
    await _while_reading(model).interpret(text, "fablab")
    assert model.heard == [fold(text)]


async def test_a_card_that_is_no_more_is_no_subject() -> None:
    model = FakeRanker({"": ranked(b=0.5, c=0.5)})
    found = await _while_reading(model).interpret("et qui le gère ?", "disparue")
    assert _goals(found) == ["b", "c"]
