"""The names that the team adds to the official ones: lands, short names, acronyms, gentilés."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.adapters.gazetteer.names import commune_keys
from bot.adapters.gazetteer.records import WordLevel
from bot.adapters.gazetteer.reference import Reference
from bot.domain.lands import Land, Territories
from bot.domain.territory import Article, Position, Territory, TerritoryKind
from bot.domain.text import fold

_LONGEST_SHORT = 3
"""Letters of an acronym that is read in capitals only (« MEL »), or after « dans la »."""


@dataclass
class Aliases:
    """Lands by id, territories by folded name, and the `WordLevel` of the names that have one.

    A name whose territory is unknown is left out: the knowledge check tells it.
    """

    lands: dict[str, Territory] = field(default_factory=dict)
    names: list[tuple[str, Territory]] = field(default_factory=list)
    levels: dict[str, str] = field(default_factory=dict)


def read_aliases(territories: Territories, reference: Reference) -> Aliases:
    """The aliases of `knowledge/territories.yml`, tied to the territories of the reference."""
    aliases = Aliases()
    for land in territories.lands:
        place = _land(land, reference)
        aliases.lands[land.id] = place
        aliases.names += [(fold(name), place) for name in (land.name, *land.names)]
        key = fold(land.name)
        known = reference.words.get(key)
        if land.careful or known:
            is_person = known == WordLevel.PERSON
            aliases.levels[key] = WordLevel.PERSON if is_person else WordLevel.SCARCE
    for names, place in _others(territories, reference):
        for name in names:
            aliases.names += [(key, place) for key in commune_keys(name, _article(name))]
            level = _level(name, place, reference)
            if level:
                aliases.levels[fold(name)] = level
    return aliases


def _others(
    territories: Territories, reference: Reference
) -> Iterator[tuple[tuple[str, ...], Territory]]:
    by_kind = {
        "commune": reference.communes,
        "epci": reference.epcis,
        "departement": reference.departements,
        "region": reference.regions,
    }
    for other in territories.names:
        kind, _, code = other.territory.partition("/")
        place = by_kind[kind].get(code)
        if place:
            yield other.names, place


def _land(land: Land, reference: Reference) -> Territory:
    departements = [
        reference.departements[code] for code in land.departements if code in reference.departements
    ]
    centre = reference.communes.get(land.centre or "")
    return Territory(
        TerritoryKind.LAND,
        land.id,
        land.name,
        departements=land.departements,
        regions=tuple(dict.fromkeys(code for it in departements for code in it.regions)),
        position=centre.position if centre else _middle(departements),
        population=sum(it.population or 0 for it in departements) or None,
        located=land.at,
    )


def _middle(departements: list[Territory]) -> Position | None:
    """The mean position of some départements."""
    known = [place.position for place in departements if place.position]
    if not known:
        return None
    latitudes, longitudes = zip(*((it.latitude, it.longitude) for it in known), strict=True)
    return Position(sum(latitudes) / len(known), sum(longitudes) / len(known))


def _article(name: str) -> Article:
    """The article that a name starts with: « au Puy »."""
    starts = {"Le ": Article.LE, "Les ": Article.LES}
    return next((starts[start] for start in starts if name.startswith(start)), Article.NONE)


def _level(name: str, place: Territory, reference: Reference) -> str | None:
    """Acronyms are read as such; a town's short name may be a word (« Bourg »)."""
    key = fold(name)
    is_word = key in reference.vocabulary or key in reference.words
    if name.isupper() and name.isalpha():
        return WordLevel.ACRONYM if is_word or len(key) <= _LONGEST_SHORT else None
    if place.kind is TerritoryKind.COMMUNE and is_word:
        return WordLevel.WORD
    return None
