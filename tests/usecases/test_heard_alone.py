"""The model heard alone, and what makes the other voices be heard."""

from dataclasses import replace

import pytest

from bot.domain.understanding import Calibration, Verdict, Voice
from bot.usecases.interpreting import Interpreter
from tests.fakes import FakeCalibrations, FakeKnowledge, FakeRanker, ranked
from tests.usecases.sample import KNOWLEDGE

SURE = replace(Calibration(), goals=frozenset(KNOWLEDGE.published), alone=0.9)


def _seconded(calibration: Calibration, **told: float) -> tuple[Interpreter, FakeRanker]:
    """A model that tells this, and who would second it."""
    keywords = FakeRanker({"": ranked(tiers_lieu=0.9)})
    voices = {Voice.MODEL: FakeRanker({"": ranked(**told)}), Voice.KEYWORDS: keywords}
    held = FakeCalibrations(calibration)
    return Interpreter(voices, held, FakeKnowledge(KNOWLEDGE)), keywords


async def test_a_model_that_is_sure_is_not_seconded() -> None:
    interpreter, keywords = _seconded(SURE, fablab=0.95, tiers_lieu=0.05)
    found = await interpreter.interpret("un fablab")
    assert found.best is not None
    assert (found.best.goal, found.verdict, found.degraded) == ("fablab", Verdict.SURE, False)
    assert keywords.heard == []


@pytest.mark.parametrize(
    ("calibration", "top"),
    [(SURE, 0.89), (replace(SURE, goals=frozenset()), 0.99), (replace(SURE, alone=1.01), 1.0)],
    ids=["less sure", "a card it has not learned", "never alone"],
)
async def test_otherwise_it_is(calibration: Calibration, top: float) -> None:
    interpreter, keywords = _seconded(calibration, fablab=top, tiers_lieu=1 - top)
    await interpreter.interpret("un fablab")
    assert keywords.heard == ["un fablab"]


async def test_it_is_when_the_card_being_read_may_be_meant_instead() -> None:
    interpreter, keywords = _seconded(SURE, fablab=0.91, tiers_lieu=0.09)
    await interpreter.interpret("un fablab", "tiers-lieu")
    assert keywords.heard == ["un fablab"]
    long = "je voudrais savoir s'il existe un fablab quelque part par ici pour nos jeunes"
    await interpreter.interpret(long, "tiers-lieu")
    assert keywords.heard == ["un fablab"]
