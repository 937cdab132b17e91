"""Rankings by keywords: what cards say and every known phrase, in a French full-text index.

Accents are folded before stemming, on both sides, so that « benevole » finds « bénévole ».
"""

from collections.abc import Iterable, Sequence

import tantivy

from bot.domain.content import Card
from bot.domain.knowledge import Knowledge
from bot.domain.text import fold
from bot.domain.training import Example
from bot.domain.understanding import Candidate, Ranking

HITS = 40
"""Documents read for a message; a goal counts by its best one."""

HALF = 12.0
"""The score (BM25) that counts for one half: a few rare words in common."""

_ANALYZER = "fr_folded"


class KeywordRanker:
    """An index in memory, built once from cards and phrases."""

    def __init__(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name=_ANALYZER)
        builder.add_text_field("goal", stored=True, tokenizer_name="raw")
        self._index = tantivy.Index(builder.build())
        self._index.register_tokenizer(_ANALYZER, _analyzer())
        writer = self._index.writer(heap_size=15_000_000, num_threads=1)
        for goal, text in _documents(knowledge, examples):
            writer.add_document(tantivy.Document(goal=goal, text=fold(text)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    async def rank(self, text: str) -> Ranking:
        """The goals whose texts share words with `text`, scores between 0 and 1."""
        query, _ = self._index.parse_query_lenient(text, ["text"])
        searcher = self._index.searcher()
        best: dict[str, float] = {}
        for score, address in searcher.search(query, HITS).hits:
            goal = str(searcher.doc(address).get_first("goal"))
            best.setdefault(goal, score / (score + HALF))
        return tuple(Candidate(goal, score) for goal, score in best.items())


def _analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("french"))
        .build()
    )


def _documents(knowledge: Knowledge, examples: Iterable[Example]) -> Iterable[tuple[str, str]]:
    for example in examples:
        yield example.goal, example.text
    for card in knowledge.cards.values():
        if card.is_known:
            yield card.id, card.title
            yield from ((card.id, text) for text in _texts(card))


def _texts(card: Card) -> Iterable[str]:
    if card.summary:
        yield f"{card.title} {card.summary}"
    for section in card.sections:
        yield f"{card.title} {section.title} {section.text or ''} {section.advice or ''}"
