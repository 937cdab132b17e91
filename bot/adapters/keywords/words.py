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
"""Letters of the shortest unknown stem that is looked up with a typo."""

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


class Stems:
    """The stems of an index, to repair those of a question that it does not hold."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._known = frozenset(stems)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for stem in sorted(self._known):
            self._by_length[len(stem)].append(stem)

    def meant(self, stem: str) -> tuple[str, ...]:
        """The stem itself when it is known, else those that are one typo away."""
        if stem in self._known:
            return (stem,)
        if len(stem) < MIN_REPAIRED or not stem.isalpha():
            return ()
        near = [
            it
            for length in range(len(stem) - 1, len(stem) + 2)
            for it in self._by_length.get(length, ())
        ]
        found = process.extract(stem, near, scorer=OSA.distance, score_cutoff=1, limit=REPAIRS)
        return tuple(known for known, _, _ in found)
