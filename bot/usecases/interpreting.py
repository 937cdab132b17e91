"""Understanding a message: every ranking at hand, weighed as the last training fitted it."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.domain.judging import in_context, judge, mixed, trusting
from bot.domain.spelling import Speller
from bot.domain.sufficing import suffices
from bot.domain.understanding import (
    ELLIPSIS,
    SHORT,
    Fusion,
    Interpretation,
    Ranking,
    Verdict,
    Voice,
    fuse_all,
)
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
class _Heard:
    """What the voices make of a text, and how far that is to be believed."""

    ranking: Ranking
    fusion: Fusion
    degraded: bool

    def while_reading(self, card: str) -> "_Heard":
        return _Heard(in_context(self.ranking, card), trusting(self.fusion), self.degraded)

    def judged(self) -> Interpretation:
        return judge(self.ranking, self.fusion, degraded=self.degraded)


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
        words = len(text.split())
        subject = card if words <= SHORT else None
        heard = await self._hear(text, subject)
        if subject is None:
            return heard.judged()
        heard = heard.while_reading(subject)
        if words <= ELLIPSIS and self._is_elliptic(heard.judged()):
            heard = await self._hear_with(heard, text, subject)
        return heard.judged()

    def _is_elliptic(self, found: Interpretation) -> bool:
        """Whether a few words do not say by themselves which card they ask for."""
        if found.verdict is Verdict.LIKELY:
            return found.best is not None and found.best.goal in self.knowledge.current().cards
        return found.verdict is not Verdict.SURE

    async def _hear_with(self, heard: _Heard, text: str, card: str) -> _Heard:
        """A text and, as likely, the same with what it is about: the title of the card."""
        subject = self.knowledge.current().cards.get(card)
        if subject is None:
            return heard
        whole = await self._hear(f"{text} {self._read(subject.title)}")
        return replace(heard, ranking=mixed(heard.ranking, whole.ranking))

    async def _hear(self, text: str, subject: str | None = None) -> _Heard:
        """The model, and the other voices unless it is so sure that they would change nothing.

        `subject`: the card that the text most often goes on with.
        """
        calibration = self.calibrations.calibration()
        model = await _rank(self.voices[Voice.MODEL], text)
        if model is not None:
            alone = _Heard(model, calibration.fusion(self.voices.keys()), degraded=False)
            meant = alone.while_reading(subject) if subject else alone
            cards = self.knowledge.current().published
            if suffices(meant.ranking, meant.fusion, calibration, cards):
                return alone
        others = {voice: it for voice, it in self.voices.items() if voice is not Voice.MODEL}
        found = await asyncio.gather(*(_rank(voice, text) for voice in others.values()))
        told = ((Voice.MODEL, model), *zip(others, found, strict=True))
        rankings = {voice: ranking for voice, ranking in told if ranking is not None}
        fusion = calibration.fusion(rankings.keys())
        return _Heard(fuse_all(rankings, calibration), fusion, degraded=model is None)

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
