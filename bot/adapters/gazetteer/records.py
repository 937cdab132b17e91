"""The rows of the reference files, and the territories they describe."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bot.domain.territory import Article, Position, Territory, TerritoryKind

WITH_DISTRICTS = frozenset({"75056", "69123", "13055"})
"""Paris, Lyon and Marseille: their postcodes are those of their arrondissements."""


class Status(StrEnum):
    """What a row of `communes.csv` is."""

    IN_FORCE = "commune"
    DISTRICT = "arrondissement"
    FORMER = "former"


class WordLevel(StrEnum):
    """What else a place's name is, in `words.csv`.

    WORD: an everyday word (« sens »). SCARCE: a word hardly ever written (« sablières »). PERSON: a
    first name (« Marie »). RARE: in the dictionary, but mostly written of the place (« Rennes »).
    PHRASE: everyday words in a row. ACRONYM: letters read in capitals (« MEL »).
    """

    WORD = "word"
    SCARCE = "scarce"
    PERSON = "person"
    RARE = "rare"
    PHRASE = "phrase"
    ACRONYM = "acronym"


class CommuneRow(NamedTuple):
    """A commune in force, an arrondissement of Paris, Lyon or Marseille, or a former commune.

    `parent` is the commune in force that holds it; lists are separated by spaces.
    """

    code: str
    name: str
    article: str
    status: str
    parent: str = ""
    departement: str = ""
    arrondissement: str = ""
    region: str = ""
    epci: str = ""
    postcodes: str = ""
    population: str = ""
    latitude: str = ""
    longitude: str = ""


COLUMNS = CommuneRow._fields

TOWN_HALL_COLUMNS = ("code", "address", "phone", "email", "site")
"""Of `town_halls.csv`, by the code of a commune or an arrondissement."""


def commune(row: CommuneRow) -> Territory:
    """A commune or an arrondissement."""
    return Territory(
        kind=TerritoryKind.COMMUNE,
        code=row.code,
        name=row.name,
        article=_article(row.article),
        departements=_codes(row.departement),
        regions=_codes(row.region),
        arrondissement=row.arrondissement or None,
        epci=row.epci or None,
        position=_position(row.latitude, row.longitude),
        population=int(row.population) if row.population else None,
    )


def departement(row: list[str]) -> Territory:
    """From a row of `departements.csv`; some overseas have no region, nor a position."""
    code, name, article, regions, population, _, *point = row
    return Territory(
        TerritoryKind.DEPARTEMENT,
        code,
        name,
        _article(article),
        departements=(code,),
        regions=_codes(regions),
        position=_position(*point),
        population=int(population),
    )


def region(row: list[str]) -> Territory:
    """From a row of `regions.csv`."""
    code, name, article, departements, population, *point = row
    return Territory(
        TerritoryKind.REGION,
        code,
        name,
        _article(article),
        departements=_codes(departements),
        regions=(code,),
        position=_position(*point),
        population=int(population),
    )


def epci(row: list[str]) -> Territory:
    """From a row of `epci.csv`."""
    code, name, departements, regions, population, *point = row
    return Territory(
        TerritoryKind.EPCI,
        code,
        name,
        departements=_codes(departements),
        regions=_codes(regions),
        epci=code,
        position=_position(*point),
        population=int(population),
    )


def _position(latitude: str, longitude: str) -> Position | None:
    return Position(float(latitude), float(longitude)) if latitude else None


@cache
def _article(code: str) -> Article:
    return Article(code)


@cache
def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())
