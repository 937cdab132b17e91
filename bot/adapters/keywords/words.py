"""The words of texts and of questions as the index knows them: folded, stemmed, made one.

Accents are folded before stemming, on both sides, so that « benevole » finds « bénévole ».
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import tantivy
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.lists import Synonym
from bot.domain.text import fold

MIN_REPAIRED = 4
"""Letters of the shortest unknown word, or stem, that is looked up with a typo."""

REPAIRS = 3
"""Known stems, one typo away, that an unknown one may stand for."""

ANALYZER = "fr_folded"


def analyzer() -> tantivy.TextAnalyzer:
    """Words without case nor accents, down to their French stems (Snowball)."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("french"))
        .build()
    )


class Expander:
    """Adds to a text the usual word for each variant that it holds (« asso » : association)."""

    def __init__(self, synonyms: Sequence[Synonym]) -> None:
        self._words: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for synonym in synonyms:
            usual = fold(synonym.word)
            for variant in synonym.variants:
                words = tuple(fold(variant).split())
                if words:
                    self._words[words[0]].append((words, usual))

    def expand(self, text: str) -> str:
        """The folded text, then the usual words that it stands for."""
        folded = fold(text)
        words = folded.split()
        if self._words.keys().isdisjoint(words):
            return folded
        added = dict.fromkeys(
            usual
            for position, word in enumerate(words)
            for variant, usual in self._words.get(word, ())
            if tuple(words[position : position + len(variant)]) == variant
        )
        return " ".join((folded, *added))


class NearWords:
    """Words that one typo may have made another of."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(words):
            self._by_length[len(word)].append(word)

    def of(self, unknown: str, limit: int | None = None) -> tuple[str, ...]:
        """Those that are one typo away; none of what is short, or no word."""
        if len(unknown) < MIN_REPAIRED or not unknown.isalpha():
            return ()
        near = [
            word
            for length in range(len(unknown) - 1, len(unknown) + 2)
            for word in self._by_length.get(length, ())
        ]
        found = process.extract(unknown, near, scorer=OSA.distance, score_cutoff=1, limit=limit)
        return tuple(word for word, _, _ in found)


class Stems:
    """The stems of an index, to repair those of a question that it does not hold."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._known = frozenset(stems)
        self._near = NearWords(self._known)

    def meant(self, stem: str) -> tuple[str, ...]:
        """The stem itself when it is known, else those that are one typo away."""
        return (stem,) if stem in self._known else self._near.of(stem, REPAIRS)
