"""What introduces a name in a sentence: « à », « près de », « la rue de »…."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.sentence import Sentence


class Cue(Enum):
    """The nature of the words before a name, from those that deny a place to those that name it."""

    STREET = auto()
    PERSON = auto()
    NONE = auto()
    DETERMINER = auto()
    OF = auto()
    TOWARDS = auto()
    INSIDE = auto()
    NEAR = auto()
    AT = auto()
    NAMED = auto()


@dataclass(frozen=True, slots=True)
class Introduction:
    """The cue before a name, and whether an article stands between them (« dans le Lot »)."""

    cue: Cue
    has_article: bool


_CONTRACTIONS = cues.CONTRACTED | {"du", "des"}


def introduction(sentence: Sentence, first: int, last: int) -> Introduction:
    """What introduces the name at words `first` to `last` (excluded)."""
    link = first - 1
    is_contracted = sentence.word(first) in _CONTRACTIONS and last - first > 1
    if is_contracted:
        link = first
    has_article = sentence.word(link) in cues.ARTICLES | _CONTRACTIONS
    if sentence.word(link) in cues.ARTICLES:
        link -= 1
    return Introduction(_cue(sentence, link, fallback=has_article), has_article)


def _cue(sentence: Sentence, link: int, *, fallback: bool) -> Cue:
    word, outer = sentence.word(link), sentence.word(link - 1)
    if word in cues.OF:
        return _of(outer)
    if word == "est" and _declares(sentence, link):
        return Cue.NAMED
    if sentence.is_at(link) or word in cues.CONTRACTED:
        return Cue.AT
    for words, cue in (
        (cues.STREETS, Cue.STREET),
        (cues.PEOPLE, Cue.PERSON),
        (cues.INSIDE, Cue.INSIDE),
        (cues.LOCATIVE | cues.NAMED, Cue.TOWARDS),
        (cues.DETERMINERS, Cue.DETERMINER),
    ):
        if word in words:
            return cue
    return Cue.DETERMINER if fallback else Cue.NONE


def _declares(sentence: Sentence, link: int) -> bool:
    """« ma commune c'est », « ma ville est »."""
    subject = link - 2 if sentence.word(link - 1) == "c" else link - 1
    return sentence.word(subject) in cues.TOWNS


def _of(outer: str) -> Cue:
    if outer in cues.STREETS:
        return Cue.STREET
    if outer in cues.NAMED:
        return Cue.NAMED
    return Cue.NEAR if outer in cues.OF_PLACE else Cue.OF
