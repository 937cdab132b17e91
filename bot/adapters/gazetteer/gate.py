"""Whether a name found in a message is meant as a place: 1,030 communes are everyday words.

The rules were measured on administrative prose (`make bench`): without them, seven readings in
eight are wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.areas import admits_area
from bot.adapters.gazetteer.beside import is_named_halfway, is_part_of_more, is_thing
from bot.adapters.gazetteer.index import Match
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.records import WordLevel
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.towns import KNOWN, Named, admits_town
from bot.domain.territory import TerritoryKind


@dataclass(frozen=True, slots=True)
class Gate:
    """Judges matches; `words` gives the `WordLevel` of the folded names that have one.

    `spellings`: how a name that is a word without its accents is written with them.
    """

    words: Mapping[str, str]
    spellings: Mapping[str, str]

    def admits(self, sentence: Sentence, match: Match, *, is_qualified: bool) -> bool:
        """Whether the match is a place; `is_qualified`: its postcode or département is beside."""
        intro = introduction(sentence, match.first, match.last)
        if intro.cue in {Cue.STREET, Cue.PERSON} or is_part_of_more(sentence, match):
            return False
        if is_named_halfway(sentence, match) or is_thing(sentence, match):
            return False
        if is_qualified or self._is_whole(sentence, match):
            return True
        named = Named(sentence, match, intro, self._level(sentence, match))
        if all(place.kind is TerritoryKind.COMMUNE for place in match.places):
            return admits_town(named)
        return admits_area(named) or (named.population >= KNOWN and admits_town(named))

    def _level(self, sentence: Sentence, match: Match) -> str | None:
        """What else the name is; nothing when its accents say that it is the place."""
        spelling = self.spellings.get(match.key)
        if spelling and sentence.written(match.first, match.last).lower() == spelling:
            return None
        return self.words.get(match.key)

    def _is_whole(self, sentence: Sentence, match: Match) -> bool:
        """Whether the message is that name: in an answer to « où ? », with the words around it."""
        if match.key in cues.NEVER_ALONE:
            return False
        around = (*sentence.tokens[: match.first], *sentence.tokens[match.last :])
        if sentence.is_answer:
            return all(token.word in cues.FILLERS for token in around)
        return not around and self.words.get(match.key) != WordLevel.PERSON
