"""Rankings by keywords: what cards say and every known phrase, in a French full-text index.

Accents are folded before stemming, on both sides, so that « benevole » finds « bénévole ».
"""

from collections.abc import Iterable, Sequence

import tantivy

from bot.domain.card import Card
from bot.domain.knowledge import Knowledge
from bot.domain.text import fold
from bot.domain.training import Example
from bot.domain.understanding import Candidate, Ranking

HITS = 300
"""Passages read for a message."""

FADING = 0.6
"""How much less each further passage of the same goal adds than the one before."""

HALF = 25.0
"""The sum of scores (BM25) that counts for one half: a few rare words in common."""

HALF_WHOLE = 12.0
"""Likewise for the one score of all that a goal says."""

_ANALYZER = "fr_folded"


class KeywordRanker:
    """Two indexes in memory, built once: passages, and all that is said of a goal together.

    A passage tells whether the very thing was said, the whole whether its words go together. On
    phrases held out, the mean of both is right more often than either.
    """

    def __init__(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        passages = list(_passages(knowledge, examples))
        wholes: dict[str, list[str]] = {}
        for goal, text in passages:
            wholes.setdefault(goal, []).append(text)
        self._passages = _index(passages)
        self._wholes = _index((goal, "\n".join(texts)) for goal, texts in wholes.items())

    async def rank(self, text: str) -> Ranking:
        """The goals whose texts share words with `text`, scores between 0 and 1."""
        words = fold(text)  # neither signs nor capitals: they are commands of the query language
        scores: dict[str, float] = {}
        for index, half in ((self._passages, HALF), (self._wholes, HALF_WHOLE)):
            for goal, score in _sums(index, words).items():
                scores[goal] = scores.get(goal, 0.0) + score / (score + half) / 2
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(Candidate(goal, score) for goal, score in ranked)


def _index(documents: Iterable[tuple[str, str]]) -> tantivy.Index:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name=_ANALYZER)
    builder.add_text_field("goal", stored=True, tokenizer_name="raw")
    index = tantivy.Index(builder.build())
    index.register_tokenizer(_ANALYZER, _analyzer())
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for goal, text in documents:
        writer.add_document(tantivy.Document(goal=goal, text=fold(text)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _sums(index: tantivy.Index, words: str) -> dict[str, float]:
    """The scores of each goal's passages, best first, each counting less than the one before."""
    query, _ = index.parse_query_lenient(words, ["text"])
    searcher = index.searcher()
    sums: dict[str, float] = {}
    share: dict[str, float] = {}
    for score, address in searcher.search(query, HITS).hits:
        goal = str(searcher.doc(address).get_first("goal"))
        weight = share.get(goal, 1.0)
        sums[goal] = sums.get(goal, 0.0) + weight * score
        share[goal] = weight * FADING
    return sums


def _analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("french"))
        .build()
    )


def _passages(knowledge: Knowledge, examples: Iterable[Example]) -> Iterable[tuple[str, str]]:
    for example in examples:
        yield example.goal, example.text
    for card in knowledge.cards.values():
        if card.is_known:
            yield from ((card.id, text) for text in _texts(card))


def _texts(card: Card) -> Iterable[str]:
    if card.summary:
        yield f"{card.title} {card.summary}"
    for section in card.sections:
        yield f"{card.title} {section.title} {section.text or ''} {section.advice or ''}"
