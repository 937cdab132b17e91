"""What stands beside a name and says that it is not that place."""

from bot.adapters.gazetteer import cues, denials
from bot.adapters.gazetteer.index import Match
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import Article, TerritoryKind

_LOOK_BACK = 3
"""Words before a name among which a thing is named (« deux bouteilles de bordeaux »)."""

_OWN = {
    "l": {Article.L},
    "la": {Article.LA},
    "le": {Article.LE},
    "les": {Article.LES},
    "au": {Article.LE},
    "aux": {Article.LES, Article.AUX},
    "du": {Article.LE},
    "des": {Article.LES},
}
"""The articles of names, by the word that stands before; others have none."""


def is_part_of_more(sentence: Sentence, match: Match) -> bool:
    """« Villeneuve-les-Dunes » is not Villeneuve, « rendez-vous » is no place, nor a set phrase."""
    following = sentence.word(match.last)
    if (sentence.word(match.last - 1), following) in denials.FIXED:
        return True
    if sentence.gap(match.last) == "-" and following in denials.SUFFIXES:
        return True
    is_attached = sentence.gap(match.first) == "-" and match.first > 0
    return is_attached and not sentence.tokens[match.first - 1].is_capitalised


def is_thing(sentence: Sentence, match: Match) -> bool:
    """« un rouge bordeaux », « des costumes de rennes », « au bord de la Loire », « en Suisse »."""
    things = denials.THINGS.get(match.key, frozenset())
    if any(place.kind is TerritoryKind.DEPARTEMENT for place in match.places):
        after = match.last + (sentence.word(match.last) == "est")
        if sentence.word(after) in denials.FLOWING:
            return True
        things |= denials.WATERS
    if match.key in denials.FOREIGN:
        things |= cues.INSIDE
    before = range(match.first - _LOOK_BACK, match.first)
    return any(sentence.word(position) in things for position in before)


def has_odd_article(sentence: Sentence, match: Match) -> bool:
    """Whether a determiner stands before a name that does not take it: « un saint-bernard »."""
    before = sentence.word(match.first - 1)
    if before not in cues.DETERMINERS | cues.CONTRACTED:
        return False
    own = _OWN.get(before, set())
    unruled = {TerritoryKind.LAND, TerritoryKind.EPCI}
    named = [place for place in match.places if place.kind not in unruled]
    return bool(named) and not any(place.article in own for place in named)


def is_hyphenated(sentence: Sentence, match: Match) -> bool:
    """Whether a commune's name is written in one piece."""
    is_town = any(place.kind is TerritoryKind.COMMUNE for place in match.places)
    return is_town and all(
        sentence.gap(i) in {"-", "'", "’"} for i in range(match.first + 1, match.last)
    )


def is_named_halfway(sentence: Sentence, match: Match) -> bool:
    """« le pont du Gard » is not the intercommunalité of that name, which has its capitals."""
    if any(place.kind is not TerritoryKind.EPCI for place in match.places):
        return False
    head, *rest = sentence.tokens[match.first : match.last]
    is_announced = head.word in cues.INTERCOMMUNALITES
    return not (is_announced or head.is_capitalised) and any(token.is_capitalised for token in rest)
