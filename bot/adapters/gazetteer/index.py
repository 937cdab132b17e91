"""Names of places by their folded forms, longest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.adapters.gazetteer.names import commune_keys, epci_keys
from bot.adapters.gazetteer.reference import Reference
from bot.adapters.gazetteer.tokens import Token
from bot.domain.territory import Territory
from bot.domain.text import fold


@dataclass(frozen=True, slots=True)
class Match:
    """A name found at tokens `first` to `last` (excluded), and the places that bear it."""

    key: str
    first: int
    last: int
    places: tuple[Territory, ...]


class NameIndex:
    """A dictionary of folded names; former names only where no place in force bears them."""

    def __init__(self, reference: Reference) -> None:
        self._places: dict[str, tuple[Territory, ...]] = {}
        self._longest: dict[str, int] = {}
        for commune in reference.communes.values():
            self._add(commune_keys(commune.name, commune.article), commune)
        for wide in (*reference.departements.values(), *reference.regions.values()):
            self._add((fold(wide.name),), wide)
        for epci in reference.epcis.values():
            self._add(epci_keys(epci.name), epci, only_new=True)
        in_force = frozenset(self._places)
        for former in reference.former:
            keys = commune_keys(former.name, former.article)
            self._add((key for key in keys if key not in in_force), former.commune)

    def _add(self, keys: Iterable[str], place: Territory, *, only_new: bool = False) -> None:
        for key in keys:
            places = self._places.get(key, ())
            if place in places or (places and only_new):
                continue
            self._places[key] = (*places, place)
            first = key.partition(" ")[0]
            words = key.count(" ") + 1
            if words > self._longest.get(first, 0):
                self._longest[first] = words

    def match_at(self, tokens: Sequence[Token], first: int) -> Match | None:
        """The longest name that starts at the word `first`."""
        longest = self._longest.get(tokens[first].key, 0)
        for last in range(min(first + longest, len(tokens)), first, -1):
            key = " ".join(token.key for token in tokens[first:last])
            places = self._places.get(key)
            if places and all(token.is_joined for token in tokens[first + 1 : last]):
                return Match(key, first, last, places)
        return None
