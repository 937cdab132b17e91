"""The reference data on disk, read into territories; `scripts/gazetteer` writes it."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.gazetteer.archive import ARCHIVE, read_member
from bot.adapters.gazetteer.records import (
    COLUMNS,
    WITH_DISTRICTS,
    CommuneRow,
    Status,
    commune,
    departement,
    epci,
    region,
)
from bot.domain.territory import Article, Territory


@dataclass(frozen=True, slots=True)
class FormerName:
    """A commune déléguée or associée, and the commune in force that holds it."""

    name: str
    article: Article
    commune: Territory
    code: str = ""


@dataclass(frozen=True)
class Reference:
    """Territories in force by code, former names, postcodes, and names that are also words.

    `communes` holds the 45 arrondissements of Paris, Lyon and Marseille too; a postcode of theirs
    gives the arrondissement. `words` says of a folded name what else it is in French: the values
    of `WordLevel`; `spellings`, how it is written when its accents tell it. `vocabulary`: folded
    words and first names of French, none of which is a misspelt place.
    """

    communes: Mapping[str, Territory]
    departements: Mapping[str, Territory]
    regions: Mapping[str, Territory]
    epcis: Mapping[str, Territory]
    former: tuple[FormerName, ...]
    postcodes: Mapping[str, tuple[Territory, ...]]
    words: Mapping[str, str]
    spellings: Mapping[str, str]
    vocabulary: frozenset[str]
    first_names: frozenset[str]


def load_reference(archive: Path = ARCHIVE) -> Reference:
    """Read the archive.

    Raises:
        OSError: it is missing.
        KeyError, TypeError, ValueError, zipfile.BadZipFile: it is not as the build script writes
            it.
    """
    communes, former, postcodes = _communes(read_member(archive, "communes.csv"))
    words = tuple(rows_of(archive, "words.csv"))
    departements = map(departement, rows_of(archive, "departements.csv"))
    regions = map(region, rows_of(archive, "regions.csv"))
    epcis = map(epci, rows_of(archive, "epci.csv"))
    return Reference(
        communes=communes,
        departements={place.code: place for place in departements},
        regions={place.code: place for place in regions},
        epcis={place.code: place for place in epcis},
        former=former,
        postcodes=postcodes,
        words={name: level for name, level, _ in words},
        spellings={name: spelling for name, _, spelling in words if spelling},
        vocabulary=frozenset(read_member(archive, "vocabulary.txt").split()),
        first_names=frozenset(read_member(archive, "first_names.txt").splitlines()),
    )


def rows_of(archive: Path, name: str) -> Iterator[list[str]]:
    """The rows of a table of the archive, without its header."""
    lines = csv.reader(read_member(archive, name).splitlines())
    next(lines)
    yield from lines


def _communes(
    text: str,
) -> tuple[dict[str, Territory], tuple[FormerName, ...], dict[str, tuple[Territory, ...]]]:
    """Communes by code, former ones, and communes by postcode; in one pass, to hold less."""
    communes: dict[str, Territory] = {}
    former: list[FormerName] = []
    postcodes: dict[str, tuple[Territory, ...]] = {}
    lines = csv.reader(text.splitlines())
    header = next(lines)
    if tuple(header) != COLUMNS:
        raise ValueError(f"unexpected columns: {header}")
    for row in map(CommuneRow._make, lines):
        if row.status == Status.FORMER:
            former.append(
                FormerName(row.name, Article(row.article), communes[row.parent], row.code)
            )
            continue
        communes[row.code] = place = commune(row)
        if row.code not in WITH_DISTRICTS:
            for postcode in row.postcodes.split():
                postcodes[postcode] = (*postcodes.get(postcode, ()), place)
    return communes, tuple(former), postcodes
