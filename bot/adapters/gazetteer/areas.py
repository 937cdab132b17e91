"""Whether a name that may be wider than a commune's is meant as that area."""

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.beside import has_odd_article
from bot.adapters.gazetteer.introducing import Cue
from bot.adapters.gazetteer.records import WordLevel
from bot.adapters.gazetteer.towns import PLACED, Named
from bot.domain.territory import TerritoryKind

_SHORT = 3
"""Letters of an acronym that is also read in lower case."""

_AFTER_WORD = cues.OF | {"qui", "ou", "il"}
"""After « dans le lot », « en somme » and the like when they are no place."""


def admits_area(named: Named) -> bool:
    """By what else the name is; areas that are no word at all are always meant."""
    if named.level is None:
        return not (named.is_saint and has_odd_article(named.sentence, named.match))
    if any(place.kind is TerritoryKind.LAND for place in named.match.places):
        is_placed = named.intro.cue in PLACED - {Cue.AT}
        return is_placed or (named.intro.has_article and named.has_capital)
    if has_odd_article(named.sentence, named.match):
        return False
    is_word = named.level in {WordLevel.WORD, WordLevel.SCARCE}
    return not is_word or _admits_word(named)


def _admits_word(named: Named) -> bool:
    """« le Lot », « dans le lot », unlike « un lot » and « le nord de la commune »."""
    intro, key = named.intro, named.match.key
    following = named.sentence.word(named.match.last)
    if key in cues.DIRECTIONS and following in cues.OF | cues.DIRECTIONS:
        return False
    if intro.cue is Cue.NAMED or named.is_where_one_lives or _is_of_people(named):
        return True
    if named.has_capital:
        return intro.has_article or intro.cue is not Cue.NONE or " " in key
    return intro.cue is Cue.INSIDE and intro.has_article and following not in _AFTER_WORD


def _is_of_people(named: Named) -> bool:
    """« une asso du lot », « les élus de la creuse »."""
    word, first = named.sentence.word, named.match.first
    link = first - 2 if word(first - 1) in cues.ARTICLES else first - 1
    return named.intro.has_article and word(link) in cues.OF and word(link - 1) in cues.PEOPLE_OF


def is_acronym(named: Named) -> bool:
    """« la MEL », « dans la mel », « en bfc », unlike « il y en aura »."""
    sentence, match = named.sentence, named.match
    if sentence.written(match.first, match.last).isupper() and not sentence.is_shouted:
        return True
    is_placed = named.intro.cue is Cue.INSIDE and sentence.word(match.first - 2) not in cues.HAVING
    return is_placed and len(match.key) <= _SHORT
