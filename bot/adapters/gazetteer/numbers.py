"""Postcodes and département numbers in a message, in digits or in words."""

from collections.abc import Iterator, Mapping, Sequence

from bot.adapters.gazetteer import cues, denials
from bot.adapters.gazetteer.cues import words
from bot.adapters.gazetteer.index import Match
from bot.adapters.gazetteer.number_words import spoken
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.tokens import joined_keys
from bot.domain.territory import Territory

_CUT = (2, 3)
"""Digits on each side of a postcode written in two pieces (« 46 100 »)."""

_LONGEST = 6
"""Words of the longest number (« neuf cent soixante et onze »)."""

_MONEY = {"budget", "montant", "somme", "cout", "subvention", "total", "prix", "aide"}
"""Before « de » and an amount."""

_BEFORE_ROUND = cues.INSIDE | cues.SITUATED | {"a", "au", "sur", "postal", "cp", "code"}
_BEFORE_OVERSEAS = cues.INSIDE | {"le", "au"}
_CORSICA = frozenset({"2a", "2b"})
_OVERSEAS = "97"
_DAYS = 31
_AFTER_NUMBER = words("et ou ni mais pour qui on je nous il elle y a est avec en car donc svp si")
"""After a département's number in words: another word would be what is counted."""
_SHORTEST = 2
"""Digits of a département's number: « 1 » is the Ain in an answer only."""


class NumberReader:
    """Reads numbers as places: `postcodes` to communes, `departements` by code."""

    def __init__(
        self,
        postcodes: Mapping[str, tuple[Territory, ...]],
        departements: Mapping[str, Territory],
    ) -> None:
        self._postcodes = postcodes
        self._departements = departements
        self._spoken = spoken(code for code, place in departements.items() if place.regions)
        self._first_words = {words.partition(" ")[0] for words in self._spoken}

    def matches(self, sentence: Sentence, names: Sequence[Match]) -> Iterator[Match]:
        """The numbers that are places, `names` being the names found around them."""
        end = 0
        for position in range(len(sentence.tokens)):
            found = self._match_at(sentence, position, names) if position >= end else None
            if found:
                end = found.last
                yield found

    def _match_at(self, sentence: Sentence, first: int, names: Sequence[Match]) -> Match | None:
        word = sentence.word(first)
        if word in self._first_words:
            return self._in_words(sentence, first)
        if not word[:1].isdigit():
            return None
        if _counts_something(sentence, first):
            return None
        return (
            self._postcode(sentence, first, names)
            or self._cut_postcode(sentence, first, names)
            or self._departement(sentence, first, names)
        )

    def _postcode(self, sentence: Sentence, first: int, names: Sequence[Match]) -> Match | None:
        word = sentence.word(first)
        is_beside = bool(_names_beside(first, first + 1, names))
        if word in self._postcodes and _is_postcode(sentence, first, beside=is_beside):
            return Match(word, first, first + 1, self._postcodes[word])
        return None

    def _cut_postcode(self, sentence: Sentence, first: int, names: Sequence[Match]) -> Match | None:
        """« 46 100 Figeac », but not « 46 100 euros »."""
        pieces = (sentence.word(first), sentence.word(first + 1))
        places = self._postcodes.get("".join(pieces))
        if not places or tuple(map(len, pieces)) != _CUT or _counts_something(sentence, first + 1):
            return None
        beside = _names_beside(first, first + 2, names)
        codes = {code for place in places for code in place.departements}
        is_there = any(codes & set(place.departements) for it in beside for place in it.places)
        is_alone = len(sentence.tokens) == len(pieces)
        if is_there or is_alone or sentence.word(first - 1) in {"postal", "cp"}:
            return Match("".join(pieces), first, first + 2, places)
        return None

    def _departement(self, sentence: Sentence, first: int, names: Sequence[Match]) -> Match | None:
        word = sentence.word(first)
        code = word.zfill(_SHORTEST) if sentence.is_answer else word
        departement = self._departements.get(code.upper())
        if departement is None:
            return None
        beside = _names_beside(first, first + 1, names)
        if _lies_in(beside, departement) or _is_departement(sentence, first, first + 1):
            return Match(code, first, first + 1, (departement,))
        return None

    def _in_words(self, sentence: Sentence, first: int) -> Match | None:
        """« dans le quarante-six », the longest number at the word `first`."""
        found = None
        for last, key in enumerate(joined_keys(sentence.tokens, first, _LONGEST), first + 1):
            found = (self._spoken[key], last) if key in self._spoken else found
        if found is None:
            return None
        code, last = found
        if _counts_something(sentence, last - 1) or not _is_said_departement(sentence, first, last):
            return None
        return Match(code, first, last, (self._departements[code],))


def _counts_something(sentence: Sentence, position: int) -> bool:
    after = sentence.gap(position + 1)
    counted = cues.COUNTED | cues.MONTHS | denials.STREETS
    return sentence.word(position + 1) in counted or after.strip()[:1] in {"€", "%"}


def _names_beside(first: int, last: int, names: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(name for name in names if first == name.last or last == name.first)


def _lies_in(names: Sequence[Match], departement: Territory) -> bool:
    return any(
        departement.code in place.departements
        for name in names
        for place in (*name.places, *(former.commune for former in name.former))
    )


def _is_postcode(sentence: Sentence, position: int, *, beside: bool) -> bool:
    """Round numbers (« 20000 ») are rather amounts, unless something says otherwise."""
    before = sentence.word(position - 1)
    if before in (cues.DETERMINERS | denials.REFERENCES) - {"le"}:
        return False
    if before == "de" and sentence.word(position - 2) in _MONEY:
        return False
    is_round = sentence.word(position).endswith("000")
    is_alone = len(sentence.tokens) == 1
    return beside or is_alone or not is_round or before in _BEFORE_ROUND


def _is_departement(sentence: Sentence, first: int, last: int) -> bool:
    word, before = sentence.word(first), sentence.word(first - 1)
    if _is_whole(sentence, first, last) or _is_named(sentence, first):
        return True
    if sentence.gap(first).endswith("(") and sentence.gap(last).startswith(")"):
        return True
    if word in _CORSICA or word.startswith(_OVERSEAS):
        return before in _BEFORE_OVERSEAS
    return _is_introduced(sentence, first)


def _is_whole(sentence: Sentence, first: int, last: int) -> bool:
    """« 46 », « le 46 » (no day of a month), or in an answer « le 7 »."""
    around = [token.word for token in (*sentence.tokens[:first], *sentence.tokens[last:])]
    if sentence.is_answer:
        return cues.FILLERS.issuperset(around)
    is_day = sentence.word(first).isdigit() and int(sentence.word(first)) <= _DAYS
    return not around or (around == ["le"] and not is_day and sentence.word(first).isdigit())


def _is_said_departement(sentence: Sentence, first: int, last: int) -> bool:
    """A number in words is one only when it is introduced as such: « dans le quarante-six »."""
    if _is_named(sentence, first):
        return True
    if sentence.is_answer and _is_whole(sentence, first, last):
        return True
    following = sentence.word(last)
    goes_on = sentence.gap(last) in {" ", "-"} and following not in _AFTER_NUMBER
    return _is_introduced(sentence, first) and not (following and goes_on)


def _is_named(sentence: Sentence, first: int) -> bool:
    """« département 46 », « département n° 46 »."""
    outer = first - 2 if sentence.word(first - 1) in {"n", "no", "numero"} else first - 1
    return sentence.word(outer) in cues.DEPARTEMENT


def _is_introduced(sentence: Sentence, first: int) -> bool:
    """« dans le 46 », « j'habite le 46 », « près du 46 », « dans le 59 et le 62 »."""
    before, outer = sentence.word(first - 1), sentence.word(first - 2)
    if before == "le" and outer in cues.JOINING:
        return sentence.word(first - 3)[:1].isdigit() and sentence.word(first - 4) == "le"
    if before == "le":
        return outer in cues.INSIDE | cues.LIVING | {"sur", "vers", "pour"}
    is_date = sentence.word(first + 1) in cues.MONTHS
    return before == "du" and outer in cues.OF_PLACE | cues.PEOPLE_OF and not is_date
