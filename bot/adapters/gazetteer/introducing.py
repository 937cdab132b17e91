"""What introduces a name in a sentence: « à », « près de », « la rue de »…."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.adapters.gazetteer import cues, denials
from bot.adapters.gazetteer.sentence import Sentence


class Cue(Enum):
    """The nature of the words before a name, from those that deny a place to those that name it.

    BORROWED: a street, a team, a school or a cheese has the name.
    """

    BORROWED = auto()
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


_SAINTS = {"saint", "sainte", "st", "ste", "notre"}
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
    cue = _cue(sentence, link, fallback=has_article)
    if sentence.word(first - 1) in denials.ESTABLISHMENTS and sentence.word(first) in _SAINTS:
        cue = Cue.BORROWED
    return Introduction(cue, has_article)


def _cue(sentence: Sentence, link: int, *, fallback: bool) -> Cue:
    word, outer = sentence.word(link), sentence.word(link - 1)
    if word in cues.OF:
        is_road = outer in denials.ROADS and sentence.word(link - 2) in denials.STREETS
        return Cue.BORROWED if is_road else _of(outer)
    if word == "est" and (declared := _declared(sentence, link)):
        return declared
    if sentence.is_at(link) and outer in cues.TALKING:
        return Cue.PERSON
    if sentence.is_at(link) or word in cues.CONTRACTED:
        return Cue.AT
    for words, cue in (
        (denials.STREETS | denials.CLUBS, Cue.BORROWED),
        (denials.PEOPLE, Cue.PERSON),
        (cues.INSIDE, Cue.INSIDE),
        (cues.LOCATIVE | cues.NAMED, Cue.TOWARDS),
        (cues.DETERMINERS, Cue.DETERMINER),
    ):
        if word in words:
            return cue
    return Cue.DETERMINER if fallback else Cue.NONE


def _declared(sentence: Sentence, link: int) -> Cue | None:
    """« ma commune c'est … »; « ma ville est … » may as well be « belle »."""
    is_sure = sentence.word(link - 1) == "c"
    subject = link - 2 if is_sure else link - 1
    if sentence.word(subject) not in cues.TOWNS:
        return None
    return Cue.NAMED if is_sure else Cue.TOWARDS


def _of(outer: str) -> Cue:
    if outer in denials.STREETS | denials.PRODUCTS | denials.TEAMS:
        return Cue.BORROWED
    if outer in cues.NAMED:
        return Cue.NAMED
    return Cue.NEAR if outer in cues.OF_PLACE else Cue.OF
