"""What must hold in `territories.yml`: codes that exist, names that say one thing."""

from collections import Counter
from collections.abc import Callable, Iterator

from bot.domain.lands import Land, Territories
from bot.domain.problems import Level, Problem
from bot.domain.territory import Territory, TerritoryKind
from bot.domain.text import fold

FILE = "territories.yml"

Find = Callable[[TerritoryKind, str], Territory | None]
"""Gives the territory in force with a code."""


def find_territory_problems(territories: Territories, find: Find) -> Iterator[Problem]:
    """Unknown codes, an identifier twice, a name of two territories (towns may share one)."""
    for message in (*_unknown(territories, find), *_shared(territories)):
        yield Problem(FILE, 0, Level.ERROR, message)


def _unknown(territories: Territories, find: Find) -> Iterator[str]:
    for id_, count in Counter(land.id for land in territories.lands).items():
        if count > 1:
            yield f"deux pays ont l'identifiant « {id_} »"
    for land in territories.lands:
        yield from _land(land, find)
    for other in territories.names:
        kind, _, code = other.territory.partition("/")
        if find(TerritoryKind(kind), code) is None:
            yield f"« {other.territory} » n'existe pas ({other.names[0]})"


def _land(land: Land, find: Find) -> Iterator[str]:
    for code in land.departements:
        if find(TerritoryKind.DEPARTEMENT, code) is None:
            yield f"{land.id} : le département « {code} » n'existe pas"
    centre = find(TerritoryKind.COMMUNE, land.centre) if land.centre else None
    if land.centre and centre is None:
        yield f"{land.id} : la commune « {land.centre} » n'existe pas"
    if centre and not set(centre.departements) & set(land.departements):
        yield f"{land.id} : {centre.name} n'est dans aucun de ses départements"


def _shared(territories: Territories) -> Iterator[str]:
    seen: dict[str, str] = {}
    named = [(f"pays/{it.id}", (it.name, *it.names)) for it in territories.lands]
    named += [(it.territory, it.names) for it in territories.names]
    for territory, names in named:
        for name in names:
            first = seen.setdefault(fold(name), territory)
            are_towns = first.startswith("commune/") and territory.startswith("commune/")
            if first != territory and not are_towns:
                yield f"le nom « {name} » est déjà celui de {first}"
