"""Understanding a message: every ranking at hand, weighed as the last training fitted it."""

import asyncio
from dataclasses import dataclass

from bot.domain.text import fold
from bot.domain.understanding import Interpretation, Ranking, Voice, fuse_all, judge
from bot.usecases.ports import Calibrations, Ranker, SectionRanker, UnavailableError

READ = 1000
"""Characters that are ranked, from the end: the question of a long story comes last."""


def legible(masked: str) -> str:
    """What rankings read of a message whose places are masked, in training as in use.

    Folding also keeps the model from taking « /nom » for a command.
    """
    return fold(masked)[-READ:].strip()


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Ranks goals with the model and the keywords, then believes, doubts or gives up."""

    model: Ranker
    keywords: Ranker
    calibrations: Calibrations
    parts: SectionRanker | None = None

    async def interpret(self, masked: str) -> Interpretation:
        """What a message most likely asks; without the model, what keywords tell of it."""
        text = legible(masked)
        if not text:
            return Interpretation()
        found = await asyncio.gather(_rank(self.model, text), _rank(self.keywords, text))
        voices = (Voice.MODEL, Voice.KEYWORDS)
        rankings = {
            voice: ranking
            for voice, ranking in zip(voices, found, strict=True)
            if ranking is not None
        }
        degraded = Voice.MODEL not in rankings
        calibration = self.calibrations.calibration()
        fusion = calibration.keywords_only if degraded else calibration.with_model
        return judge(fuse_all(rankings, calibration), fusion, degraded=degraded)

    def sections(self, masked: str, card: str | None) -> Ranking:
        """The sections of the card being read that share words with the message."""
        return self.parts.sections(legible(masked), card) if self.parts and card else ()


async def _rank(ranker: Ranker, text: str) -> Ranking | None:
    try:
        return await ranker.rank(text)
    except UnavailableError:
        return None
