"""Communes as open data names them: by INSEE code, former or in force, and by postal address."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from bot.adapters.gazetteer.records import WITH_DISTRICTS
from bot.adapters.gazetteer.reference import Reference
from bot.domain.territory import Position, Territory
from bot.domain.text import fold

_CEDEX = re.compile(r"\bcedex\b.*")
_NUMBER = re.compile(r"\b0*(\d+)(?:er|e|eme|ere)?(?: (?:arrondissement|ardt|arr))?\b")
_SAINT = {"st": "saint", "ste": "sainte", "s": "sur"}
_ARTICLES = ("le ", "la ", "les ", "l ")


class PostalTowns:
    """Finds communes by what an address says of them; `locate` finds them by position."""

    def __init__(
        self, reference: Reference, locate: Callable[[Position], Territory | None]
    ) -> None:
        self.locate = locate
        self._communes = reference.communes
        self._former = {former.code: former.commune for former in reference.former}
        self._at = reference.postcodes
        self._postcodes: dict[str, str] = {}
        for postcode, towns in sorted(reference.postcodes.items()):
            for town in towns:
                self._postcodes.setdefault(town.code, postcode)
        self._named: dict[str, dict[str, Territory]] = defaultdict(dict)
        for name, town in _names(reference):
            self._named[name].setdefault(town.code, town)

    def by_code(self, code: str) -> Territory | None:
        """The commune in force with this INSEE code, or that took over the one which had it."""
        return self._communes.get(code) or self._former.get(code)

    def by_post(self, postcode: str, town: str) -> Territory | None:
        """The commune in force of a postal address, when there is no doubt.

        Its name among those of the postcode, then (CEDEX) among those of the département; one of
        the arrondissements of a city is told by its postcode.
        """
        here = self._at.get(postcode, ())
        name = _as_posted(town)
        named = self._named.get(name, {})
        found = [place for place in here if place.code in named]
        if not found and named.keys() & WITH_DISTRICTS:
            found = list(here)
        if not found and postcode:
            found = [place for place in named.values() if _lies_at(place, postcode)]
        if not found and not name:
            found = list(here)
        return found[0] if len(found) == 1 else None

    def postcode_of(self, town: Territory) -> str:
        """The first postcode of a commune; empty when none is known."""
        return self._postcodes.get(town.code, "")


def _names(reference: Reference) -> Iterator[tuple[str, Territory]]:
    """Every name, former ones too, with the commune in force."""
    for town in reference.communes.values():
        yield _as_posted(town.name), town
    for former in reference.former:
        yield _as_posted(former.name), former.commune


def _as_posted(name: str) -> str:
    """A name without its article, its CEDEX and its abbreviations; a city without its number."""
    folded = _CEDEX.sub("", fold(name)).strip()
    for article in _ARTICLES:
        folded = folded.removeprefix(article)
    words = " ".join(_SAINT.get(word, word) for word in folded.split())
    return _NUMBER.sub("", words).strip()


def _lies_at(town: Territory, postcode: str) -> bool:
    """Whether a commune lies in the département that a postcode begins with."""
    [departement, *_] = (*town.departements, "")
    wide = postcode[:3] if postcode.startswith(("97", "98")) else postcode[:2]
    return departement == wide or (wide == "20" and departement in {"2A", "2B"})
