"""Names of places that are also French words or first names, and how much so."""

import math
import re
import statistics
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.adapters.gazetteer.names import core_of
from bot.adapters.gazetteer.records import WordLevel
from bot.domain.text import fold

MIN_TOWN = 5000
"""Inhabitants from which a name may be said to be written of the place more than of the thing."""
LARGEST_EXCESS = 1.2
"""Orders of magnitude by which such a name may be more frequent than its population explains."""
FOREIGN_EXCESS = 2.5
"""The same, for a name out of the dictionary (acronyms, English words, people, abbreviations)."""
FREQUENT = 3.5
"""Zipf frequency (log10 of occurrences a billion words) of the words that make up phrases."""
SCARCE = 3.3
"""Zipf frequency under which a word, after « à » or « près de », is rather the place."""
SHORT = 3
VOCABULARY = 2.3
"""Zipf frequency from which a word of the dictionary is never taken for a misspelt place."""
SPOKEN = 2.8
"""The same, out of the dictionary: acronyms, brands, abbreviations, foreign towns."""
MIN_MISSPELT = 4
"""Letters of the shortest word that may be a misspelt place."""

_MANY = 100_000
"""Words of the list of frequencies that are looked at."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ARTICLE = re.compile(r"^(?:l[ae] |les |l')")

_LINKS = _set("a au aux d de des du en et l la le les sous sur un une")
_FIRST_NAMES = _set(
    "albert alain alan alban alex alix amy antoine aurel baron barry billy chirac claude "
    "clement denis eloi eve felix florent francois gilles job leon lilly luc marie marin "
    "martin mary mathieu nicole paul paulin pierre raymond remy rene richelieu robert romain "
    "saul suzanne victor vincent yves"
)

_MOSTLY_PLACES = _set("aube calvados cantal corse gironde jura landes marne meuse orne var")
"""Départements in the dictionary whose other meaning is hardly ever written to us."""


class Words:
    """French words and their frequencies, as the build machine has them."""

    def __init__(self, dictionary: Path) -> None:
        from faker.providers.person.fr_FR import Provider  # noqa: PLC0415 - at build time only
        from wordfreq import top_n_list, zipf_frequency  # noqa: PLC0415 - at build time only

        lines = dictionary.read_text(encoding="utf-8").splitlines()
        self._dictionary: dict[str, list[str]] = {}
        for line in lines:
            if line[:1].islower():
                self._dictionary.setdefault(fold(line), []).append(line)
        self._zipf = zipf_frequency
        self._spoken = {
            fold(word) for word in top_n_list("fr", _MANY) if zipf_frequency(word, "fr") >= SPOKEN
        }
        self._first_names = _FIRST_NAMES | {fold(name) for name in Provider.first_names}
        self._slope = self._intercept = 0.0

    def levels(self, populations: Mapping[str, int], wide: Iterable[str]) -> dict[str, WordLevel]:
        """The level of each folded name that has one.

        `populations`: that of the largest place of each name; `wide`: names of départements and
        regions, which are never rare for being a small commune's too.
        """
        self._fit(populations)
        broad = set(wide)
        found = {
            key: level
            for key, population in populations.items()
            if key not in broad and (level := self._level(key, population))
        }
        return found | {
            key: self._wide_level(key, populations.get(key, 0))
            for key in broad
            if core_of(key) in self._dictionary
        }

    def vocabulary(self) -> list[str]:
        """Folded words and first names that are written as such: none is a misspelt place."""
        written = {
            word for word in self._dictionary if self._frequency(word) >= VOCABULARY
        } | self._spoken
        words = {word for name in written | self._first_names for word in name.split()}
        return sorted(word for word in words if len(word) >= MIN_MISSPELT)

    @property
    def first_names(self) -> frozenset[str]:
        """Folded first names."""
        return frozenset(self._first_names)

    def _wide_level(self, key: str, population: int) -> WordLevel:
        is_town = population >= MIN_TOWN and self._excess(key, population) <= LARGEST_EXCESS
        return WordLevel.RARE if is_town or key in _MOSTLY_PLACES else WordLevel.WORD

    def _fit(self, populations: Mapping[str, int]) -> None:
        """How frequent a town's name is for its population, where it is nothing but a name."""
        pairs = [
            (math.log10(population), self._frequency(key))
            for key, population in populations.items()
            if population >= MIN_TOWN and " " not in key and key not in self._dictionary
        ]
        line = statistics.linear_regression(*zip(*pairs, strict=True))
        self._slope, self._intercept = line.slope, line.intercept

    def _excess(self, word: str, population: int) -> float:
        expected = self._slope * math.log10(max(population, 1)) + self._intercept
        return self._frequency(word) - max(expected, 0.0)

    def _frequency(self, word: str) -> float:
        """The Zipf frequency of its most frequent spelling: « chateau » counts as « château »."""
        spellings = (word, *self._dictionary.get(word, ()))
        return max(float(self._zipf(spelling, "fr")) for spelling in spellings)

    def _level(self, key: str, population: int) -> WordLevel | None:
        if key in self._first_names:
            return WordLevel.PERSON
        if len(key) < SHORT or (len(key) == SHORT and population < MIN_TOWN):
            return WordLevel.WORD
        if " " in key and key in self._dictionary:
            return WordLevel.WORD  # a hyphen says nothing: « entre-deux »
        words = [word for word in key.split() if word not in _LINKS]
        if len(words) != 1:
            return WordLevel.PHRASE if self._is_phrase(key, words) else None
        word = words[0]
        excess = self._excess(word, population)
        if word not in self._dictionary:
            return self._common(word) if excess > FOREIGN_EXCESS and word == key else None
        is_town = population >= MIN_TOWN and excess <= LARGEST_EXCESS
        return WordLevel.RARE if is_town else self._common(word)

    def _common(self, word: str) -> WordLevel:
        return WordLevel.SCARCE if self._frequency(word) < SCARCE else WordLevel.WORD

    def is_told_by_accents(self, name: str) -> bool:
        """Whether a name of one word, with its accents, is no word (« Contré », not « contre »)."""
        written = _ARTICLE.sub("", name.lower())
        return (
            written.isalpha()
            and not written.isascii()
            and written not in self._dictionary.get(fold(written), ())
        )

    def _is_phrase(self, key: str, words: list[str]) -> bool:
        is_distinctive = (
            words[0] in {"saint", "sainte"} or " sur " in key or words[:2] == ["notre", "dame"]
        )
        return not is_distinctive and all(map(self._is_everyday, words))

    def _is_everyday(self, word: str) -> bool:
        return word in self._dictionary and self._frequency(word) >= FREQUENT
