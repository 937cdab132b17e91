"""One full-text index: passages of goals, and how well a question's stems score on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import tantivy

from bot.adapters.keywords.words import ANALYZER, analyzer

HITS = 300
"""Passages read for a question."""

_HEAP = 15_000_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a goal; `part` is the section of the card that it comes from, if any."""

    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its BM25 score."""

    goal: str
    part: str
    score: float


class PassageIndex:
    """Passages by goal, in memory; those of one goal are replaced together."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name=ANALYZER)
        builder.add_text_field("goal", stored=True, tokenizer_name="raw")
        builder.add_text_field("part", stored=True, tokenizer_name="raw")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        self._index.register_tokenizer(ANALYZER, analyzer())

    def replace(self, changed: Mapping[str, Sequence[Passage]]) -> None:
        """Put these passages in place of what their goals held; a goal without any goes away."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for goal, passages in changed.items():
            writer.delete_documents_by_term("goal", goal)
            for it in passages:
                document = tantivy.Document(goal=goal, part=it.part, text=it.text)
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, stems: Iterable[str], goal: str | None = None) -> list[Hit]:
        """The passages that hold any of the stems, best first; those of one goal only if given."""
        words = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "text", stem))
            for stem in stems
        ]
        if not words:
            return []
        query = tantivy.Query.boolean_query(words)
        if goal is not None:
            only = tantivy.Query.term_query(self._schema, "goal", goal)
            within = tantivy.Query.const_score_query(only, 0.0)
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, within), (tantivy.Occur.Must, query)]
            )
        searcher = self._index.searcher()
        hits = []
        for score, address in searcher.search(query, HITS).hits:
            document = searcher.doc(address)
            goal_, part = document.get_first("goal"), document.get_first("part")
            hits.append(Hit(str(goal_), str(part or ""), score))
        return hits
