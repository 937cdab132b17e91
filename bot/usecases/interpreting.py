"""Understanding a message: every ranking at hand, weighed as the last training fitted it."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.judging import in_context, judge, trusting
from bot.domain.spelling import Speller
from bot.domain.understanding import SHORT, Interpretation, Ranking, Voice, fuse_all
from bot.usecases.ports import (
    Calibrations,
    KnowledgeStore,
    Ranker,
    Repairer,
    SectionRanker,
    UnavailableError,
)

READ = 1000
"""Characters that are ranked, from the end: the question of a long story comes last."""


def legible(masked: str, speller: Speller) -> str:
    """What every ranking reads of a message whose places are masked, in training as in use.

    Folding also keeps the model from taking « /nom » for a command.
    """
    return speller.read(masked)[-READ:].strip()


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Hears every voice that answers, then believes, leans, doubts or gives up."""

    voices: Mapping[Voice, Ranker]
    calibrations: Calibrations
    knowledge: KnowledgeStore
    parts: SectionRanker | None = None
    vocabulary: Repairer | None = None

    async def interpret(self, masked: str, card: str | None = None) -> Interpretation:
        """What a message most likely asks; without the model, what keywords tell of it.

        `card`: the one being read, that a short message most often goes on with.
        """
        text = self._read(masked)
        if not text:
            return Interpretation()
        found = await asyncio.gather(*(_rank(voice, text) for voice in self.voices.values()))
        rankings = {
            voice: ranking
            for voice, ranking in zip(self.voices, found, strict=True)
            if ranking is not None
        }
        calibration = self.calibrations.calibration()
        fusion = calibration.fusion(rankings.keys())
        degraded = Voice.MODEL not in rankings
        fused = fuse_all(rankings, calibration)
        if card and fused and len(text.split()) <= SHORT:
            fused, fusion = in_context(fused, card), trusting(fusion)
        return judge(fused, fusion, degraded=degraded)

    def sections(self, masked: str, card: str | None) -> Ranking:
        """The sections of the card being read that share words with the message."""
        return self.parts.sections(self._read(masked), card) if self.parts and card else ()

    def _read(self, masked: str) -> str:
        text = legible(masked, self.knowledge.current().speller)
        return self.vocabulary.repaired(text) if self.vocabulary else text


async def _rank(ranker: Ranker, text: str) -> Ranking | None:
    try:
        return await ranker.rank(text)
    except UnavailableError:
        return None
