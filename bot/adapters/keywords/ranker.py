"""Rankings by keywords: goals for a question, and the section of a card that answers it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.adapters.keywords.index import Hit, Passage, PassageIndex
from bot.adapters.keywords.passages import passages_of
from bot.adapters.keywords.words import Expander, Stems, analyzer
from bot.domain.card import Card
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Synonyms
from bot.domain.text import fold
from bot.domain.training import Example
from bot.domain.understanding import Candidate, Ranking

FADING = 0.6
"""How much less each further passage of the same goal adds than the one before."""

HALF = 25.0
"""The sum of scores (BM25) that counts for one half: a few rare words in common."""

HALF_WHOLE = 12.0
"""Likewise for the one score of all that a goal says."""

HALF_PART = 6.0
"""Likewise for the score of a section within its card."""

Texts = tuple[Passage, ...]

Saying = tuple[tuple[str, ...], Card | None]
"""The phrases of a goal, and its card."""

NOTHING: Saying = ((), None)


class KeywordRanker:
    """Two indexes in memory: passages, and all that is said of a goal together.

    A passage tells whether the very thing was said, the whole whether its words go together. On
    phrases held out, the mean of both is right more often than either.
    """

    def __init__(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        self._analyzer = analyzer()
        self._passages = PassageIndex()
        self._wholes = PassageIndex()
        self._sayings: dict[str, Saying] = {}
        self._stems_of: dict[str, frozenset[str]] = {}
        self._counts: Counter[str] = Counter()
        self._phrases: dict[str, str] = {}
        self._synonyms = Synonyms()
        self._expander = Expander(())
        self._stems = Stems(())
        self.update(knowledge, examples)

    def update(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        """Index what changed since the last time; questions are answered meanwhile."""
        sayings = _sayings(knowledge, examples)
        goals = {*sayings, *self._sayings}
        if knowledge.synonyms != self._synonyms:
            self._synonyms = knowledge.synonyms
            self._expander = Expander(knowledge.synonyms.synonyms)
        else:
            goals = {it for it in goals if sayings.get(it) != self._sayings.get(it)}
        if not goals:
            return
        changed = {goal: self._texts(sayings.get(goal, NOTHING)) for goal in goals}
        wholes = {goal: _together(passages) for goal, passages in changed.items()}
        self._passages.replace(changed)
        self._wholes.replace(wholes)
        for goal, passages in wholes.items():
            self._count(goal, passages)
        self._stems = Stems(stem for stem, count in self._counts.items() if count)
        for goal in goals:
            self._learn_phrases(goal, sayings.get(goal, NOTHING)[0])
        self._sayings = sayings

    def _texts(self, saying: Saying) -> Texts:
        """The passages of a goal, with the usual words for what they say."""
        phrases, card = saying
        texts = [Passage(phrase) for phrase in phrases]
        texts += passages_of(card) if card else ()
        return tuple(Passage(self._expander.expand(it.text), it.part) for it in texts)

    def _learn_phrases(self, goal: str, phrases: Iterable[str]) -> None:
        """Know these phrases word for word, in place of those that the goal had."""
        for phrase in self._sayings.get(goal, NOTHING)[0]:
            if self._phrases.get(fold(phrase)) == goal:
                del self._phrases[fold(phrase)]
        self._phrases.update((fold(phrase), goal) for phrase in phrases)

    def _count(self, goal: str, passages: Texts) -> None:
        """Keep the stems that some goal holds, whatever the others."""
        words = {word for passage in passages for word in passage.text.split()}
        stems = frozenset(self._analyzer.analyze(" ".join(words)))
        self._counts.subtract(self._stems_of.get(goal, ()))
        self._counts.update(stems)
        self._stems_of[goal] = stems

    async def rank(self, text: str) -> Ranking:
        """The goals whose texts share words with `text`, scores between 0 and 1.

        Only a phrase that stands there word for word has 1.
        """
        stems = self._read(text)
        scores: dict[str, float] = {}
        for index, half in ((self._passages, HALF), (self._wholes, HALF_WHOLE)):
            for goal, score in _sums(index.search(stems)).items():
                scores[goal] = scores.get(goal, 0.0) + score / (score + half) / 2
        if known := self._phrases.get(fold(text)):
            scores[known] = 1.0
        return _ranked(scores)

    def sections(self, text: str, card: str) -> Ranking:
        """The sections of a card that share words with `text`, scores between 0 and 1."""
        scores: dict[str, float] = {}
        for hit in self._passages.search(self._read(text), card):
            if hit.part:
                scores[hit.part] = max(
                    scores.get(hit.part, 0.0), hit.score / (hit.score + HALF_PART)
                )
        return _ranked(scores)

    def _read(self, text: str) -> tuple[str, ...]:
        """The stems of a question that the index holds, typos repaired."""
        stems = self._analyzer.analyze(self._expander.expand(text))
        return tuple(dict.fromkeys(known for stem in stems for known in self._stems.meant(stem)))


def _sums(hits: Iterable[Hit]) -> dict[str, float]:
    """The scores of each goal's passages, best first, each counting less than the one before."""
    sums: dict[str, float] = {}
    share: dict[str, float] = {}
    for hit in hits:
        weight = share.get(hit.goal, 1.0)
        sums[hit.goal] = sums.get(hit.goal, 0.0) + weight * hit.score
        share[hit.goal] = weight * FADING
    return sums


def _ranked(scores: Mapping[str, float]) -> Ranking:
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Candidate(goal, score) for goal, score in ranked)


def _together(passages: Texts) -> Texts:
    return (Passage("\n".join(passage.text for passage in passages)),) if passages else ()


def _sayings(knowledge: Knowledge, examples: Iterable[Example]) -> dict[str, Saying]:
    """What every goal says: its phrases, and its card if it has one that is not archived."""
    phrases: dict[str, list[str]] = {}
    for example in examples:
        phrases.setdefault(example.goal, []).append(example.text)
    cards = {card.id: card for card in knowledge.cards.values() if card.is_known}
    goals = {**phrases, **cards}
    return {goal: (tuple(phrases.get(goal, ())), cards.get(goal)) for goal in goals}
