"""The places that a message mentions, each with the words that make it up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.gate import Gate
from bot.adapters.gazetteer.index import Match, NameIndex
from bot.adapters.gazetteer.numbers import NumberReader
from bot.adapters.gazetteer.reference import FormerName
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import Territory, TerritoryKind

_LINKS = cues.INSIDE | cues.ARTICLES | cues.OF | {"a", "au", "departement", "region"}
"""Words between a town and the area it is said to be in."""

_MOST_LINKS = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at words `first` to `last` (excluded).

    `name` is its folded name (or number); `places` are those it may be; `hints` are the numbers
    beside it (« Saint-Denis (93) »), within its words; `former`, the communes that bore the name.
    `is_qualifier`: it is there to say where the one before it is (« Laval en Mayenne »).
    """

    name: str
    first: int
    last: int
    name_first: int
    name_last: int
    places: tuple[Territory, ...]
    hints: tuple[Territory, ...] = ()
    former: tuple[FormerName, ...] = ()
    is_qualifier: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a postcode or a département's number."""
        return self.name[0].isdigit()

    @property
    def areas(self) -> tuple[Territory, ...]:
        """The places that situate others: those wider than a commune, or a postcode's."""
        wide = tuple(place for place in self.places if place.kind is not TerritoryKind.COMMUNE)
        return wide or self.places

    @property
    def may_be_wide(self) -> bool:
        """Whether it can be wider than a commune (« la Vienne »)."""
        return not all(place.kind is TerritoryKind.COMMUNE for place in self.places)

    @property
    def is_wide(self) -> bool:
        """Whether it can only be wider than a commune."""
        return all(place.kind is not TerritoryKind.COMMUNE for place in self.places)


@dataclass(frozen=True, slots=True)
class MentionFinder:
    """Finds the places that a message mentions."""

    index: NameIndex
    numbers: NumberReader
    gate: Gate

    def find(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Mentions in the order of the message; none overlaps another."""
        names = _outermost(tuple(self._matches(sentence)))
        numbers = tuple(self.numbers.matches(sentence, names))
        named = list(self._admitted(sentence, names, numbers))
        if sentence.is_answer:
            named += _joined(sentence, names, named)
        taken = {position for mention in named for position in range(mention.first, mention.last)}
        bare = [_mention(number, ()) for number in numbers if number.first not in taken]
        return tuple(sorted(named + bare, key=lambda mention: mention.first))

    def _matches(self, sentence: Sentence) -> Iterator[Match]:
        """The longest name at each word, even within another: the gate decides."""
        for position in range(len(sentence.tokens)):
            if match := self.index.match_at(sentence.tokens, position):
                yield match

    def _admitted(
        self, sentence: Sentence, names: Sequence[Match], numbers: Sequence[Match]
    ) -> Iterator[Mention]:
        """Names that the gate admits, with the numbers beside them, leftmost first."""
        end = 0
        qualifying: set[int] = set()
        for position, name in enumerate(names):
            if name.first < end or _is_within_number(name, numbers):
                continue
            beside = tuple(
                number
                for number in numbers
                if number.first >= end and _touch(sentence, name, number) and _agree(name, number)
            )
            area = _area_after(sentence, name, names[position + 1 :])
            is_qualified = bool(beside) or (area is not None and self._trusts(sentence, name, area))
            if name.first in qualifying or self.gate.admits(
                sentence, name, is_qualified=is_qualified
            ):
                qualifying |= {area.first} if area else set()
                mention = _mention(name, beside, is_qualifier=name.first in qualifying)
                end = mention.last
                yield mention

    def _trusts(self, sentence: Sentence, name: Match, area: Match) -> bool:
        """Whether an area makes a place of the name: not of « un bar en Corrèze »."""
        is_set_apart = not {"(", ","}.isdisjoint(sentence.gap(area.first))
        is_told = name.first == 0 or sentence.has_capital(name.first, name.last)
        return is_told or is_set_apart or not self.gate.is_everyday(name.key)


def _joined(
    sentence: Sentence, names: Sequence[Match], named: Sequence[Mention]
) -> Iterator[Mention]:
    """Towns answered beside one that was read: « tours et blois », « orange ou avignon »."""
    starts, ends = {it.first for it in named}, {it.last for it in named}
    taken = {position for it in named for position in range(it.first, it.last)}
    for name in names:
        is_before = sentence.word(name.last) in cues.JOINING and name.last + 1 in starts
        is_after = sentence.word(name.first - 1) in cues.JOINING and name.first - 1 in ends
        if (is_before or is_after) and taken.isdisjoint(range(name.first, name.last)):
            yield _mention(name, ())


def _outermost(names: Sequence[Match]) -> tuple[Match, ...]:
    """Names without those that give way to a longer one: « le Puy » in « le Puy-de-Dôme »."""
    return tuple(
        name
        for position, name in enumerate(names)
        if not any(
            name.first < other.first < name.last < other.last
            for other in names[position + 1 : position + 2]
        )
    )


def _area_after(sentence: Sentence, name: Match, names: Sequence[Match]) -> Match | None:
    """The area said just after a town to tell where it is: « Laval en Mayenne »."""
    for area in names:
        if area.first < name.last:
            continue
        between = range(name.last, area.first)
        is_linked = all(sentence.word(position) in _LINKS for position in between)
        gaps = "".join(sentence.gap(position) for position in range(name.last, area.first + 1))
        is_near = len(between) <= _MOST_LINKS and is_linked and {*gaps}.isdisjoint(".!?;:\n")
        return area if is_near and _holds(area, name) else None
    return None


def _holds(area: Match, name: Match) -> bool:
    """Whether a place of that name lies in the area."""
    areas = [place for place in area.places if place.kind is not TerritoryKind.COMMUNE]
    codes = {code for place in areas for code in place.departements}
    places = (*name.places, *(former.commune for former in name.former))
    return any(codes & set(place.departements) for place in places)


def _touch(sentence: Sentence, name: Match, number: Match) -> bool:
    """« 46100 Figeac », « Aix (13) », « Aix dans le 13 »."""
    if name.first == number.last:
        return True
    if not 0 <= number.first - name.last <= _MOST_LINKS:
        return False
    return all(sentence.word(position) in _LINKS for position in range(name.last, number.first))


def _is_within_number(name: Match, numbers: Sequence[Match]) -> bool:
    """Whether the name is but a part of a number in words (« Quarante »)."""
    return any(it.first <= name.first and name.last < it.last for it in numbers)


def _agree(name: Match, number: Match) -> bool:
    """Whether a place of that name lies where the number says."""
    departements = {code for place in number.places for code in place.departements}
    places = (*name.places, *(former.commune for former in name.former))
    return any(departements & set(place.departements) for place in places)


def _mention(name: Match, beside: Sequence[Match], *, is_qualifier: bool = False) -> Mention:
    return Mention(
        name=name.key,
        first=min((name.first, *(number.first for number in beside))),
        last=max((name.last, *(number.last for number in beside))),
        name_first=name.first,
        name_last=name.last,
        places=name.places,
        hints=tuple(place for number in beside for place in number.places),
        former=name.former,
        is_qualifier=is_qualifier,
    )
