"""Whether a name that may be a commune's is meant as the commune."""

from dataclasses import dataclass

from bot.adapters.gazetteer import cues, denials
from bot.adapters.gazetteer.beside import has_odd_article, is_hyphenated
from bot.adapters.gazetteer.index import Match
from bot.adapters.gazetteer.introducing import Cue, Introduction
from bot.adapters.gazetteer.records import WordLevel
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import TerritoryKind

KNOWN = 2000
"""Inhabitants from which a name that is also a word after « à », or a land, is rather the town."""

_LARGE = 5000
"""Inhabitants from which a town may be told from somebody by a capital after « à »."""

PLACED = {Cue.TOWARDS, Cue.INSIDE, Cue.NEAR, Cue.AT, Cue.NAMED}
"""Cues that come before places, though not before them alone."""

_SURE = {Cue.NEAR, Cue.AT, Cue.NAMED}


@dataclass(frozen=True, slots=True)
class Named:
    """A name in its sentence: what introduces it, and what else it is (`WordLevel`)."""

    sentence: Sentence
    match: Match
    intro: Introduction
    level: str | None

    @property
    def has_capital(self) -> bool:
        """Whether it has a capital that means something: that of the noun, not of the article."""
        first, last = self.match.first, self.match.last
        starts = cues.ARTICLES | cues.CONTRACTED | {"du", "des"}
        has_article = last - first > 1 and self.sentence.word(first) in starts
        return self.sentence.has_capital(first + has_article, last)

    @property
    def population(self) -> int:
        """That of the largest commune of the name; a former commune's is not known."""
        if self.match.is_former:
            return 0
        towns = (place for place in self.match.places if place.kind is TerritoryKind.COMMUNE)
        return max((town.population or 0 for town in towns), default=0)

    @property
    def is_saint(self) -> bool:
        """Whether a commune is named after a saint, whose day has the name too."""
        kinds = {place.kind for place in self.match.places}
        return TerritoryKind.COMMUNE in kinds and self.match.key.startswith("saint")

    @property
    def is_beside(self) -> bool:
        """« près de … », « à côté d'… »."""
        link, outer = self.match.first - 1, self.match.first - 2
        word = self.sentence.word
        return word(link) in cues.OF and word(outer) in cues.AROUND

    @property
    def is_where_one_lives(self) -> bool:
        """« j'habite à … », « basée à … », within three words."""
        words = cues.LIVING | cues.ROOTED
        return any(self.sentence.word(self.match.first - back) in words for back in (1, 2, 3))


def admits_town(named: Named) -> bool:
    """By what else the name is, from nothing to an everyday word or a first name."""
    level, cue = named.level, named.intro.cue
    is_leveled = level is not None or named.match.key.startswith("saint")
    if is_leveled and has_odd_article(named.sentence, named.match):
        return False
    match level:
        case None:
            return True
        case WordLevel.RARE:
            return named.has_capital or cue is not Cue.NONE or not _opens(named)
        case WordLevel.PHRASE:
            is_placed = cue in PLACED - {Cue.TOWARDS}
            is_whole = is_hyphenated(named.sentence, named.match)
            return named.has_capital or is_placed or is_whole
        case WordLevel.PERSON:
            is_large = named.population >= _LARGE and cue in _SURE
            is_named = cue is Cue.NAMED or named.is_beside or is_large
            lives = cue is Cue.AT and named.is_where_one_lives
            return lives or (named.has_capital and is_named)
        case _:
            return _admits_word(named, cue)


def _admits_word(named: Named, cue: Cue) -> bool:
    """A capital after a cue, or the bare name of a known town after a sure one.

    « à publier » is a verb, « au port » a thing.
    """
    is_scarce = named.level == WordLevel.SCARCE
    is_known = is_scarce or named.population >= KNOWN
    if named.has_capital:
        return cue in PLACED or (cue is Cue.OF and is_known)
    if is_scarce:
        return cue in _SURE
    key = named.match.key
    is_verb = cue is Cue.AT and key in denials.AFTER_AT
    is_bare = (" " not in key or key.startswith("saint")) and not is_verb
    lives = cue is Cue.AT and named.is_where_one_lives
    is_told = cue is Cue.NAMED or named.is_beside or lives
    is_named = is_told and key not in denials.NEVER_NAMED
    return is_bare and (is_named or (cue in _SURE and is_known))


def _opens(named: Named) -> bool:
    """Whether the name opens a sentence that goes on: « Cannes blanches et trottoirs »."""
    sentence, match = named.sentence, named.match
    goes_on = match.last < len(sentence.tokens) and not sentence.gap(match.last).strip()
    return sentence.starts_at(match.first) and goes_on
