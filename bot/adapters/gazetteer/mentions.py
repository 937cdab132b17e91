"""The places that a message mentions, each with the words that make it up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.adapters.gazetteer.gate import Gate
from bot.adapters.gazetteer.index import Match, NameIndex
from bot.adapters.gazetteer.numbers import NumberReader
from bot.adapters.gazetteer.reference import FormerName
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import Territory, TerritoryKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at words `first` to `last` (excluded).

    `name` is its folded name (or number); `places` are those it may be; `hints` are the numbers
    beside it (« Saint-Denis (93) »), within its words; `former`, the communes that bore the name.
    """

    name: str
    first: int
    last: int
    name_first: int
    name_last: int
    places: tuple[Territory, ...]
    hints: tuple[Territory, ...] = ()
    former: tuple[FormerName, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is a postcode or a département's number."""
        return self.name[0].isdigit()

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
        names = tuple(self._matches(sentence))
        numbers = tuple(self.numbers.matches(sentence, names))
        named = list(self._admitted(sentence, names, numbers))
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
        for name in names:
            if name.first < end:
                continue
            beside = tuple(
                number
                for number in numbers
                if number.first >= end and _touch(name, number) and _agree(name, number)
            )
            if self.gate.admits(sentence, name, is_qualified=bool(beside)):
                mention = _mention(name, beside)
                end = mention.last
                yield mention


def _touch(name: Match, number: Match) -> bool:
    return name.first == number.last or name.last == number.first


def _agree(name: Match, number: Match) -> bool:
    """Whether a place of that name lies where the number says."""
    departements = {code for place in number.places for code in place.departements}
    places = (*name.places, *(former.commune for former in name.former))
    return any(departements & set(place.departements) for place in places)


def _mention(name: Match, beside: Sequence[Match]) -> Mention:
    return Mention(
        name=name.key,
        first=min((name.first, *(number.first for number in beside))),
        last=max((name.last, *(number.last for number in beside))),
        name_first=name.first,
        name_last=name.last,
        places=name.places,
        hints=tuple(place for number in beside for place in number.places),
        former=name.former,
    )
