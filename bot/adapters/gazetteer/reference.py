"""The reference data on disk, read into territories; `scripts/build_gazetteer.py` writes it."""

import csv
import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.gazetteer.centres import centred, centres_of
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

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class FormerName:
    """A commune déléguée or associée, and the commune in force that holds it."""

    name: str
    article: Article
    commune: Territory


@dataclass(frozen=True)
class Reference:
    """Territories in force by code, former names, postcodes, and names that are also words.

    `communes` holds the 45 arrondissements of Paris, Lyon and Marseille too; a postcode of theirs
    gives the arrondissement. `words` says of a folded name what else it is in French: the values
    of `WordLevel`.
    """

    communes: Mapping[str, Territory]
    departements: Mapping[str, Territory]
    regions: Mapping[str, Territory]
    epcis: Mapping[str, Territory]
    former: tuple[FormerName, ...]
    postcodes: Mapping[str, tuple[Territory, ...]]
    words: Mapping[str, str]


def load_reference(folder: Path = DATA) -> Reference:
    """Read the data files.

    Raises:
        OSError: a file is missing.
        KeyError, TypeError, ValueError: a file is not as the build script writes it.
    """
    communes, former, postcodes = _communes(folder / "communes.csv.xz")
    centres = centres_of(communes.values())
    departements = map(departement, _rows(_text(folder, "departements.csv")))
    regions = map(region, _rows(_text(folder, "regions.csv")))
    epcis = map(epci, _rows(_text(folder, "epci.csv")))
    return Reference(
        communes=communes,
        departements={place.code: centred(place, centres) for place in departements},
        regions={place.code: centred(place, centres) for place in regions},
        epcis={place.code: centred(place, centres) for place in epcis},
        former=former,
        postcodes=postcodes,
        words={row[0]: row[1] for row in _rows(_text(folder, "words.csv"))},
    )


def _communes(
    path: Path,
) -> tuple[dict[str, Territory], tuple[FormerName, ...], dict[str, tuple[Territory, ...]]]:
    """Communes by code, former ones, and communes by postcode; in one pass, to hold less."""
    communes: dict[str, Territory] = {}
    former: list[FormerName] = []
    postcodes: dict[str, tuple[Territory, ...]] = {}
    packed = lzma.decompress(path.read_bytes()).decode()
    for row in map(CommuneRow._make, _rows(packed, COLUMNS)):
        if row.status == Status.FORMER:
            former.append(FormerName(row.name, Article(row.article), communes[row.parent]))
            continue
        communes[row.code] = place = commune(row)
        if row.code not in WITH_DISTRICTS:
            for postcode in row.postcodes.split():
                postcodes[postcode] = (*postcodes.get(postcode, ()), place)
    return communes, tuple(former), postcodes


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _rows(text: str, columns: tuple[str, ...] | None = None) -> Iterator[list[str]]:
    lines = csv.reader(text.splitlines())
    header = next(lines)
    if columns and tuple(header) != columns:
        raise ValueError(f"unexpected columns: {header}")
    yield from lines
