"""Goals by meaning: how near a message is to the nearest things said of each."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from bot.adapters.batches import Batches
from bot.adapters.meaning.encoders import Vectors
from bot.adapters.meaning.vectors import RememberedVectors
from bot.domain.card import Card
from bot.domain.knowledge import Knowledge
from bot.domain.training import Example
from bot.domain.understanding import Candidate, Ranking
from bot.usecases.ports import UnavailableError

NEAREST = 3
"""Texts of a goal whose nearness counts: their mean is right more often than the nearest alone."""

DIMENSIONS = 128
"""Kept of the vectors: the directions in which known texts differ most. More gains nothing here."""


AT_ONCE = 8
"""Messages compared together at most: alone they cost twice as much, but each waits for all."""

POLL = 0.1
"""Seconds between two looks at whether everything is read."""


Saying = tuple[str, str]
"""A goal, and something said of it."""


@dataclass(frozen=True, slots=True)
class _Space:
    """Where vectors are compared: `centre` (all dimensions), `axes` (all x kept)."""

    centre: Vectors
    axes: Vectors

    def place(self, vectors: Vectors) -> Vectors:
        """Vectors of norm 1 in this space, a row each."""
        rows = (vectors - self.centre) @ self.axes
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(norms, 1e-9), np.float32)


@dataclass(frozen=True, slots=True)
class _Index:
    """Known texts by goal: `rows` of each goal follow one another, from `starts`.

    `texts` are those of the rows: a text that stays is not placed again.
    """

    space: _Space
    texts: tuple[Saying, ...]
    rows: Vectors
    goals: tuple[str, ...]
    starts: tuple[int, ...]

    def ranking(self, near: Vectors) -> Ranking:
        """Goals by the mean of the nearest of their texts; `near` has one number a text."""
        scores = [_nearest(found) for found in np.split(near, self.starts[1:])]
        ranked = sorted(zip(self.goals, scores, strict=True), key=lambda it: (-it[1], it[0]))
        return tuple(Candidate(goal, score) for goal, score in ranked)


class MeaningRanker:
    """Compares messages with phrases and with what cards say; nothing is trained."""

    def __init__(self, vectors: RememberedVectors) -> None:
        self._vectors = vectors
        self._index: _Index | None = None
        self._queue = Batches(self._rank_beside, AT_ONCE)

    @classmethod
    def of(
        cls, vectors: RememberedVectors, knowledge: Knowledge, examples: Sequence[Example]
    ) -> "MeaningRanker":
        """A ranking that knows these cards and phrases already."""
        made = cls(vectors)
        made.update(knowledge, examples)
        return made

    def update(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        """Know these cards and phrases in place of those known before; it may take minutes."""
        texts = sorted({*_phrases(examples), *_said(knowledge)})
        if not texts:
            self._index = None
            return
        space, rows = self._placed(texts)
        counts = [(goal, len(list(group))) for goal, group in groupby(goal for goal, _ in texts)]
        starts = np.cumsum([0, *(count for _, count in counts)])[:-1]
        goals = tuple(goal for goal, _ in counts)
        self._index = _Index(space, tuple(texts), rows, goals, tuple(map(int, starts)))

    def _placed(self, texts: Sequence[Saying]) -> tuple[_Space, Vectors]:
        """The space where texts are compared, and a row for each; those known keep theirs."""
        before = self._index
        if before is None:
            vectors = self._vectors.of([text for _, text in texts])
            space = _space_of(vectors)
            return space, space.place(vectors)
        kept = dict(zip(before.texts, before.rows, strict=True))
        new = [told for told in texts if told not in kept]
        if new:
            placed = before.space.place(self._vectors.of([text for _, text in new]))
            kept.update(zip(new, placed, strict=True))
        return before.space, np.array([kept[told] for told in texts], np.float32)

    async def read(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        """Know these, in a thread; the thread ends soon after the task is cancelled."""
        try:
            await asyncio.to_thread(self.update, knowledge, examples)
        except asyncio.CancelledError:
            self._vectors.stop()
            raise

    async def ready(self) -> None:
        """Wait until what is known has been read."""
        while self._index is None:  # noqa: ASYNC110 - another thread sets it
            await asyncio.sleep(POLL)

    async def rank(self, text: str) -> Ranking:
        """Every goal by the mean similarity (a cosine) of its nearest texts, best first.

        Raises:
            UnavailableError: texts are still being encoded.
        """
        if self._index is None:
            raise UnavailableError("meanings are still being read")
        return await self._queue.ask(text)

    async def _rank_beside(self, texts: Sequence[str]) -> list[Ranking]:
        return await asyncio.to_thread(self._rank, texts)

    def _rank(self, texts: Sequence[str]) -> list[Ranking]:
        index = self._index
        if index is None:
            raise UnavailableError("meanings are forgotten")
        vectors = index.space.place(self._vectors.encoder.encode(texts))
        return [index.ranking(near) for near in vectors @ index.rows.T]


def _nearest(found: Vectors) -> float:
    best = np.partition(found, -NEAREST)[-NEAREST:] if len(found) > NEAREST else found
    return float(best.mean())


def _space_of(vectors: Vectors) -> _Space:
    """The directions that tell these vectors apart best (principal components)."""
    centre = vectors.mean(axis=0)
    spread = vectors - centre
    _, axes = np.linalg.eigh(spread.T @ spread)
    return _Space(centre, np.ascontiguousarray(axes[:, ::-1][:, :DIMENSIONS]))


def _phrases(examples: Sequence[Example]) -> Iterator[Saying]:
    return ((str(example.goal), example.text) for example in examples)


def _said(knowledge: Knowledge) -> Iterator[Saying]:
    """What each card says, by passages."""
    for card in knowledge.cards.values():
        if card.is_known:
            for text in _passages(card):
                yield card.id, knowledge.speller.read(text)


def _passages(card: Card) -> Iterator[str]:
    yield f"{card.title} {card.summary or ''}"
    for section in card.sections:
        yield f"{card.title} : {section.title}"
