"""Whether a name found in a message is meant as a place: 1,030 communes are everyday words.

The rules were measured on administrative prose (`make bench`): without them, seven readings in
eight are wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.adapters.gazetteer import cues, denials
from bot.adapters.gazetteer.areas import admits_area, is_acronym
from bot.adapters.gazetteer.beside import (
    has_odd_article,
    is_named_halfway,
    is_part_of_more,
    is_thing,
)
from bot.adapters.gazetteer.index import Match
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.records import WordLevel
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.towns import KNOWN, Named, admits_town
from bot.domain.territory import TerritoryKind

_SHORT = 3
"""Letters of a word too short to tell anything."""

_TOWNS = {TerritoryKind.COMMUNE, TerritoryKind.EPCI}


@dataclass(frozen=True, slots=True)
class Gate:
    """Judges matches; `words` gives the `WordLevel` of the folded names that have one.

    `spellings`: how a name that is a word without its accents is written with them;
    `first_names`, folded: what follows one is a family name; `vocabulary`: the words that are no
    part of an unknown name.
    """

    words: Mapping[str, str]
    spellings: Mapping[str, str]
    first_names: frozenset[str] = frozenset()
    vocabulary: frozenset[str] = frozenset()

    def admits(self, sentence: Sentence, match: Match, *, is_qualified: bool) -> bool:
        """Whether the match is a place; `is_qualified`: its postcode or département is beside."""
        intro = introduction(sentence, match.first, match.last)
        if self._is_ruled_out(sentence, match, intro.cue):
            return False
        named = Named(sentence, match, intro, self._level(sentence, match))
        if is_qualified and not (named.level and has_odd_article(sentence, match)):
            return True
        return self._is_whole(named) or _is_meant(named)

    def _is_ruled_out(self, sentence: Sentence, match: Match, cue: Cue) -> bool:
        """Whether the words beside it say that it is no place, whatever the name."""
        if cue in {Cue.BORROWED, Cue.PERSON} or is_part_of_more(sentence, match):
            return True
        if is_named_halfway(sentence, match) or is_thing(sentence, match):
            return True
        if self._is_part_of_unknown(sentence, match):
            return True
        return cue is Cue.NONE and self._is_family_name(sentence, match)

    def _is_part_of_unknown(self, sentence: Sentence, match: Match) -> bool:
        """« Saint-André de Valborgnes », « Trégunnoc sur Mer »: a longer name that is not known."""
        is_saint = match.key.startswith("saint") and sentence.word(match.last) in denials.SUFFIXES
        if is_saint and self._is_unknown(sentence.word(match.last + 1)):
            return True
        head = match.first - 2
        is_second = sentence.word(head + 1) in {"sur", "sous"} and head >= 0
        return is_second and self._is_unknown(sentence.word(head))

    def _is_unknown(self, word: str) -> bool:
        return word.isalpha() and len(word) > _SHORT and word not in self.vocabulary

    def is_everyday(self, key: str) -> bool:
        """Whether the name is made of everyday words."""
        return self.words.get(key) in {WordLevel.WORD, WordLevel.PHRASE}

    def _is_family_name(self, sentence: Sentence, match: Match) -> bool:
        """« Kevin Metz », « Jean-Luc Orléans »."""
        if match.first == 0:
            return False
        before, name = sentence.tokens[match.first - 1 : match.first + 1]
        is_named = before.word in self.first_names and before.is_capitalised
        return is_named and name.is_capitalised

    def _level(self, sentence: Sentence, match: Match) -> str | None:
        """What else the name is; nothing when its accents say that it is the place."""
        spelling = self.spellings.get(match.key)
        if spelling and sentence.written(match.first, match.last).lower() == spelling:
            return None
        return self.words.get(match.key)

    def _is_whole(self, named: Named) -> bool:
        """Whether the message is that name: in an answer to « où ? », with the words around it."""
        sentence, match = named.sentence, named.match
        if match.key in denials.NEVER_ALONE and named.level:
            return False
        around = [token.word for token in sentence.tokens[: match.first]]
        around += [token.word for token in sentence.tokens[match.last :]]
        if sentence.is_answer:
            return cues.FILLERS.issuperset(around) and not _is_mere_word(named)
        is_area = any(place.kind is TerritoryKind.DEPARTEMENT for place in match.places)
        if is_area and around:
            return cues.ARTICLES.issuperset(around) and not has_odd_article(sentence, match)
        if around and cues.BEFORE_TOWNS.issuperset(around) and named.population >= KNOWN:
            return match.last == len(sentence.tokens) and not has_odd_article(sentence, match)
        if around or named.level == WordLevel.PERSON:
            return False
        is_word = named.level == WordLevel.WORD and " " not in match.key
        is_small = is_word and named.population < KNOWN
        return not (is_small and all(place.kind in _TOWNS for place in match.places))


def _is_meant(named: Named) -> bool:
    """Whether the name is meant as one of the kinds of place that it may be."""
    if named.level == WordLevel.ACRONYM:
        return is_acronym(named)
    if all(place.kind in _TOWNS for place in named.match.places):
        return admits_town(named)
    return admits_area(named) or (named.population >= KNOWN and admits_town(named))


def _is_mere_word(named: Named) -> bool:
    """Whether an answer is rather a word than a small commune: « faux », « école »."""
    written = named.sentence.written(named.match.first, named.match.last)
    largest = max(place.population or 0 for place in named.match.places)
    return named.level == WordLevel.WORD and written.islower() and largest < KNOWN
