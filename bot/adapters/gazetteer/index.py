"""Names of places by their folded forms, longest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.aliases import Aliases
from bot.adapters.gazetteer.names import commune_keys, epci_keys
from bot.adapters.gazetteer.reference import FormerName, Reference
from bot.adapters.gazetteer.tokens import Token, joined_keys
from bot.domain.territory import Territory, TerritoryKind
from bot.domain.text import fold

_CONTRACTIONS = ("au ", "aux ", "du ", "des ", "de ", "communaute ", "agglo", "com com", "comcom")
"""How the other forms of a name start, that nobody needs corrected."""


_AREAS = {TerritoryKind.DEPARTEMENT, TerritoryKind.REGION, TerritoryKind.LAND}


@dataclass(frozen=True, slots=True)
class Match:
    """A name found at tokens `first` to `last` (excluded), and the places that bear it.

    `former`: the communes that bore it before; `places` holds what they are part of today when no
    place in force bears the name (`is_former`).
    """

    key: str
    first: int
    last: int
    places: tuple[Territory, ...]
    former: tuple[FormerName, ...] = ()
    is_former: bool = False


class NameIndex:
    """A dictionary of folded names."""

    def __init__(self, reference: Reference, aliases: Aliases) -> None:
        self._places: dict[str, tuple[Territory, ...]] = {}
        self._former: dict[str, tuple[FormerName, ...]] = {}
        self._longest: dict[str, int] = {}
        for commune in reference.communes.values():
            self._add(commune_keys(commune.name, commune.article), commune)
        for wide in (*reference.departements.values(), *reference.regions.values()):
            self._add((fold(wide.name),), wide)
        for key, place in aliases.names:
            self._add((key,), place)
        for epci in reference.epcis.values():
            self._add(epci_keys(epci.name), epci, only_new=True)
        for former in reference.former:
            self._add_former(former)

    def populations(self) -> dict[str, int]:
        """The inhabitants of the largest place in force of each name that is not contracted."""
        return {
            key: max(place.population or 0 for place in places)
            for key, places in self._places.items()
            if not key.startswith(_CONTRACTIONS)
        }

    def places(self, key: str) -> tuple[Territory, ...]:
        """The places in force that bear a name; else those that hold who bore it."""
        former = (it.commune for it in self._former.get(key, ()))
        return self._places.get(key) or tuple(dict.fromkeys(former))

    def match_at(self, tokens: Sequence[Token], first: int) -> Match | None:
        """The longest name that starts at the word `first`."""
        count = self._longest.get(tokens[first].key, 0)
        found = None
        if count:
            for last, key in enumerate(joined_keys(tokens, first, count), first + 1):
                if key in self._places or key in self._former:
                    found = key, last
        if found is None:
            return None
        key, last = found
        former = self._former.get(key, ())
        is_former = key not in self._places
        area = self._area(key, first, last)
        return area or Match(key, first, last, self.places(key), former, is_former)

    def _area(self, key: str, first: int, last: int) -> Match | None:
        """« la Creuse » is the département rather than the commune of that name."""
        article, _, name = key.partition(" ")
        places = self._places.get(name, ())
        if article not in cues.ARTICLES or not any(place.kind in _AREAS for place in places):
            return None
        towns = (place for place in self._places.get(key, ()) if place not in places)
        return Match(name, first + 1, last, (*places, *towns), self._former.get(key, ()))

    def _add(self, keys: Iterable[str], place: Territory, *, only_new: bool = False) -> None:
        for key in keys:
            places = self._places.get(key, ())
            if place in places or (places and only_new):
                continue
            self._places[key] = (*places, place)
            self._measure(key)

    def _add_former(self, former: FormerName) -> None:
        """A former name, unless what holds it today bears it too."""
        for key in commune_keys(former.name, former.article):
            if former.commune not in self._places.get(key, ()):
                self._former[key] = (*self._former.get(key, ()), former)
                self._measure(key)

    def _measure(self, key: str) -> None:
        """Remember how many words the longest name with this first word has."""
        first = key.partition(" ")[0]
        words = key.count(" ") + 1
        if words > self._longest.get(first, 0):
            self._longest[first] = words
