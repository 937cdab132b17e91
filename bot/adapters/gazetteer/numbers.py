"""Postcodes and département numbers in a message."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.index import Match
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import Territory

_POSTCODE_DIGITS = 5
_BEFORE_ROUND = cues.INSIDE | {"a", "postal", "cp", "code"}
_BEFORE_OVERSEAS = cues.INSIDE | {"le", "au"}
_CORSICA = frozenset({"2a", "2b"})


@dataclass(frozen=True, slots=True)
class NumberReader:
    """Reads numbers as places: `postcodes` to communes, `departements` by code."""

    postcodes: Mapping[str, tuple[Territory, ...]]
    departements: Mapping[str, Territory]

    def matches(self, sentence: Sentence, names: Sequence[Match]) -> Iterator[Match]:
        """The numbers that are places, `names` being the names found around them."""
        for position, token in enumerate(sentence.tokens):
            word = token.word
            if not word[:1].isdigit() or _counts_something(sentence, position):
                continue
            beside = _names_beside(position, names)
            if word in self.postcodes and _is_postcode(sentence, position, beside=bool(beside)):
                yield Match(word, position, position + 1, self.postcodes[word])
            departement = self.departements.get(word.upper())
            if departement and (
                _lies_in(beside, departement) or _is_departement(sentence, position)
            ):
                yield Match(word, position, position + 1, (departement,))


def _counts_something(sentence: Sentence, position: int) -> bool:
    after = sentence.gap(position + 1)
    return sentence.word(position + 1) in cues.COUNTED or after.strip()[:1] in {"€", "%"}


def _names_beside(position: int, names: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(name for name in names if position in {name.last, name.first - 1})


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


def _is_departement(sentence: Sentence, position: int) -> bool:
    word, before = sentence.word(position), sentence.word(position - 1)
    outer = sentence.word(position - 2)
    if len(sentence.tokens) == 1 or before in cues.DEPARTEMENT:
        return True
    if sentence.gap(position).endswith("(") and sentence.gap(position + 1).startswith(")"):
        return True
    if word in _CORSICA or word.startswith("97"):
        return before in _BEFORE_OVERSEAS
    if before == "le":
        return outer in cues.INSIDE | cues.LIVING | {"sur", "vers", "pour"}
    return before == "du" and outer in cues.OF_PLACE
