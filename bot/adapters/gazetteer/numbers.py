"""Postcodes and département numbers in a message, in digits or in words."""

from collections.abc import Iterator, Mapping, Sequence

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.index import Match
from bot.adapters.gazetteer.number_words import spoken
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.tokens import joined_keys
from bot.domain.territory import Territory

_CUT = (2, 3)
"""Digits on each side of a postcode written in two pieces (« 46 100 »)."""

_LONGEST = 6
"""Words of the longest number (« neuf cent soixante et onze »)."""

_BEFORE_ROUND = cues.INSIDE | {"a", "postal", "cp", "code"}
_BEFORE_OVERSEAS = cues.INSIDE | {"le", "au"}
_CORSICA = frozenset({"2a", "2b"})
_OVERSEAS = "97"


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
        named = {place.code for name in beside for place in name.places}
        is_alone = len(sentence.tokens) == len(pieces)
        if (
            is_alone
            or sentence.word(first - 1) in {"postal", "cp"}
            or named & {it.code for it in places}
        ):
            return Match("".join(pieces), first, first + 2, places)
        return None

    def _departement(self, sentence: Sentence, first: int, names: Sequence[Match]) -> Match | None:
        word = sentence.word(first)
        departement = self._departements.get(word.upper())
        if departement is None:
            return None
        beside = _names_beside(first, first + 1, names)
        if _lies_in(beside, departement) or _is_departement(sentence, first, first + 1):
            return Match(word, first, first + 1, (departement,))
        return None

    def _in_words(self, sentence: Sentence, first: int) -> Match | None:
        """« dans le quarante-six », the longest number at the word `first`."""
        found = None
        for last, key in enumerate(joined_keys(sentence.tokens, first, _LONGEST), first + 1):
            found = (self._spoken[key], last) if key in self._spoken else found
        if found is None:
            return None
        code, last = found
        is_counted = sentence.word(last) in cues.COUNTED
        if is_counted or not _is_said_departement(sentence, first, last):
            return None
        return Match(code, first, last, (self._departements[code],))


def _counts_something(sentence: Sentence, position: int) -> bool:
    after = sentence.gap(position + 1)
    return sentence.word(position + 1) in cues.COUNTED or after.strip()[:1] in {"€", "%"}


def _names_beside(first: int, last: int, names: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(name for name in names if first == name.last or last == name.first)


def _lies_in(names: Sequence[Match], departement: Territory) -> bool:
    return any(departement.code in place.departements for name in names for place in name.places)


def _is_postcode(sentence: Sentence, position: int, *, beside: bool) -> bool:
    """Round numbers (« 20000 ») are rather amounts, unless something says otherwise."""
    before = sentence.word(position - 1)
    if before in (cues.DETERMINERS | cues.REFERENCES) - {"le"}:
        return False
    is_round = sentence.word(position).endswith("000")
    is_alone = len(sentence.tokens) == 1
    return beside or is_alone or not is_round or before in _BEFORE_ROUND


def _is_departement(sentence: Sentence, first: int, last: int) -> bool:
    word, before = sentence.word(first), sentence.word(first - 1)
    if len(sentence.tokens) == last - first or before in cues.DEPARTEMENT:
        return True
    if sentence.gap(first).endswith("(") and sentence.gap(last).startswith(")"):
        return True
    if word in _CORSICA or word.startswith(_OVERSEAS):
        return before in _BEFORE_OVERSEAS
    return _is_introduced(sentence, first)


def _is_said_departement(sentence: Sentence, first: int, last: int) -> bool:
    """A number in words is one only when it is introduced as such: « dans le quarante-six »."""
    is_answer = sentence.is_answer and len(sentence.tokens) == last - first
    is_named = sentence.word(first - 1) in cues.DEPARTEMENT
    return is_answer or is_named or _is_introduced(sentence, first)


def _is_introduced(sentence: Sentence, first: int) -> bool:
    """« dans le 46 », « j'habite le 46 », « près du 46 »."""
    before, outer = sentence.word(first - 1), sentence.word(first - 2)
    if before == "le":
        return outer in cues.INSIDE | cues.LIVING | {"sur", "vers", "pour"}
    return before == "du" and outer in cues.OF_PLACE
