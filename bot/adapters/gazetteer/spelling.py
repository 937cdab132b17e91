"""The names that a misspelt one may stand for: near in letters, near in sound, and well known."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from bot.adapters.gazetteer.sounds import sound_of

MAX_EDITS = 3
"""Letters added, dropped, changed or swapped, beyond which a name is another one."""

_CONSIDERED = 80
_SHARE = 4.0
"""What the share of letters that differ weighs, beside one edit: two in a long name are few."""

_SOUND = 0.15
"""What one difference of sound weighs, beside one of letters."""

_SAME_SOUND = 1.5
"""Edits that count, at most, between names that sound the same (« montoban »)."""

_FAME = 0.5
"""What ten times the inhabitants weigh: between equals, the larger town was meant."""

_INITIAL = 0.5
"""What another first letter weighs: few people miss that one."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A folded name, how many edits away (fewer when it sounds the same), and its cost.

    The less it costs, the likelier it is.
    """

    key: str
    edits: float
    cost: float


class Speller:
    """Suggests names, of which `count_people` gives the inhabitants.

    The weights were set on names misspelt at random (`make bench`), whose seeds are not those
    that are reported.
    """

    def __init__(self, count_people: Callable[[], Mapping[str, int]]) -> None:
        self._count_people = count_people
        self._sound = lru_cache(maxsize=4096)(sound_of)

    @cached_property
    def _populations(self) -> Mapping[str, int]:
        """Inhabitants by name, counted when the first misspelling comes."""
        return self._count_people()

    @cached_property
    def _names(self) -> list[str]:
        return list(self._populations)

    def suggest(self, word: str, count: int = 5) -> tuple[Suggestion, ...]:
        """The likeliest names for a folded one, best first, at most `MAX_EDITS` away."""
        found = process.extract(
            word,
            self._names,
            scorer=OSA.distance,
            score_cutoff=MAX_EDITS,
            limit=_CONSIDERED,
        )
        heard = sound_of(word)
        costed = (self._suggestion(word, heard, name, int(edits)) for name, edits, _ in found)
        return tuple(sorted(costed, key=lambda it: (it.cost, it.key))[:count])

    def _suggestion(self, word: str, heard: str, name: str, edits: int) -> Suggestion:
        fame = math.log10(max(self._populations[name], 10))
        sound = OSA.distance(heard, self._sound(name))
        letters = edits if sound else min(edits, _SAME_SOUND)
        initial = _INITIAL if name[0] != word[0] else 0
        share = Indel.normalized_distance(word, name)
        cost = letters + _SHARE * share + _SOUND * sound + initial - _FAME * fame
        return Suggestion(name, letters, cost)
