"""How a territory is said in a sentence: « au Mans », « dans le Lot », « d'Angers »."""

import re

from bot.domain.territory import Article, Territory, TerritoryKind
from bot.domain.text import fold

_CONTRACTED = {"Le ": ("au ", "du "), "Les ": ("aux ", "des "), "Aux ": ("aux ", "d'Aux ")}
"""The articles that names of communes start with, after « à » and « de »."""

_ISLANDS = {"La Réunion", "Mayotte"}
"""Reached « à », unlike the other regions."""

_AS_SAID = {
    "Terres australes et antarctiques françaises": ("dans les ", "des "),
    "Archipel des Kerguelen": ("dans l'", "de l'"),
    "Île de Clipperton": ("sur l'", "de l'"),
    "Polynésie française": ("en ", "de la "),
    "Nouvelle-Calédonie": ("en ", "de la "),
}
"""Overseas names that INSEE gives no article, after « à » and « de »."""

_REACHED_EN = {
    *("Eure-et-Loir", "Ille-et-Vilaine", "Indre-et-Loire", "Maine-et-Loire", "Meurthe-et-Moselle"),
    *("Saône-et-Loire", "Seine-et-Marne"),
}
"""Names that INSEE gives no article and that one is « en » all the same, unlike Paris."""

_OF = {Article.LE: "du ", Article.LA: "de la ", Article.L: "de l'", Article.LES: "des "}

_NOT_EN = {"Drôme", "Loire", "Manche", "Marne", "Meuse", "Nièvre", "Somme", "Vienne"}
"""Feminine départements that one is « dans la », unlike « en Corrèze »."""

_DISTRICT = re.compile(r"(.+) (\d+er?) Arrondissement")
_LONG = {
    "CC": "communauté de communes",
    "CA": "communauté d'agglomération",
    "CU": "communauté urbaine",
}
_COMMON = ("communauté", "Métropole")
"""How names of intercommunalités start that take an article."""

_ACRONYM = re.compile(r"\s*(?:\([^)]*\)|''[^']*'')\s*$")
_VOWELS = frozenset("aeiouy")


def at_town(name: str) -> str:
    """« à Cahors », « au Mans », « aux Herbiers », « dans le 4e arrondissement de Paris »."""
    if district := _DISTRICT.fullmatch(name):
        return f"dans le {district[2]} arrondissement de {district[1]}"
    start = next((start for start in _CONTRACTED if name.startswith(start)), "")
    return _CONTRACTED[start][0] + name.removeprefix(start) if start else f"à {name}"


def of_name(name: str) -> str:
    """« de Cahors », « d'Angers », « du Mans »; « de fablabs », « d'ateliers »."""
    if district := _DISTRICT.fullmatch(name):
        return f"du {district[2]} arrondissement de {district[1]}"
    start = next((start for start in _CONTRACTED if name.startswith(start)), "")
    if start:
        return _CONTRACTED[start][1] + name.removeprefix(start)
    return f"d'{name}" if fold(name)[:1] in _VOWELS else f"de {name}"


def long_name(territory: Territory) -> str:
    """The name, an intercommunalité's in full and without its acronym."""
    if territory.kind is not TerritoryKind.EPCI:
        return territory.name
    short, _, rest = territory.name.partition(" ")
    name = f"{_LONG[short]} {rest.strip()}" if short in _LONG else territory.name
    return _ACRONYM.sub("", name)


def at(territory: Territory) -> str:
    """« à Cahors », « au Mans », « dans le Lot », « en Occitanie », « dans les Cévennes »."""
    if said := _AS_SAID.get(territory.name):
        return f"{said[0]}{_lowered(territory.name)}"
    match territory.kind:
        case TerritoryKind.COMMUNE:
            return at_town(territory.name)
        case TerritoryKind.EPCI:
            return _at_epci(long_name(territory))
        case TerritoryKind.LAND:
            return territory.located or at_town(territory.name)
        case TerritoryKind.REGION if territory.article not in {Article.LE, Article.LES}:
            return f"à {territory.name}" if territory.name in _ISLANDS else f"en {territory.name}"
        case TerritoryKind.DEPARTEMENT | TerritoryKind.REGION:
            return _inside(territory)


def of(territory: Territory) -> str:
    """« de Cahors », « du Mans », « du Lot », « de la Creuse », « de l'Ain », « des Landes »."""
    if said := _AS_SAID.get(territory.name):
        return f"{said[1]}{_lowered(territory.name)}"
    if territory.kind in {TerritoryKind.COMMUNE, TerritoryKind.LAND}:
        is_elided = territory.article is Article.ELIDED
        return f"d'{territory.name}" if is_elided else of_name(territory.name)
    if link := _OF.get(territory.article):
        return f"{link}{territory.name}"
    return _of_other(long_name(territory))


def _lowered(name: str) -> str:
    """A common noun loses its capital within a sentence: « l'île de Clipperton »."""
    return name[0].lower() + name[1:] if name.startswith(("Île", "Archipel")) else name


def _at_epci(name: str) -> str:
    if name.startswith("Eurométropole"):
        return f"dans l'{name}"
    return f"dans la {name}" if name.startswith(_COMMON) else at_town(name)


def _of_other(name: str) -> str:
    """A name without an article of its own: « de Paris », « de la communauté de communes … »."""
    if name.startswith("Eurométropole"):
        return f"de l'{name}"
    return f"de la {name}" if name.startswith(_COMMON) else of_name(name)


def _inside(territory: Territory) -> str:
    match territory.article:
        case Article.LE:
            return f"dans le {territory.name}"
        case Article.LA:
            link = "dans la" if territory.name in _NOT_EN else "en"
            return f"{link} {territory.name}"
        case Article.LES:
            return f"dans les {territory.name}"
        case Article.L:
            return f"dans l'{territory.name}"
        case _:
            is_reached_en = territory.name in _REACHED_EN
            return f"en {territory.name}" if is_reached_en else f"à {territory.name}"
