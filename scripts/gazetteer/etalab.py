"""The official division of France, as the package `@etalab/decoupage-administratif` has it."""

import json
import tarfile
from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from bot.adapters.gazetteer.records import CommuneRow, Status
from bot.domain.territory import Position

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
    """The package's records, by kind."""

    def __init__(self, archive: Path) -> None:
        with tarfile.open(archive) as packed:
            self.communes = _member(packed, "communes")
            self.departements = _member(packed, "departements")
            self.arrondissements = _member(packed, "arrondissements")
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
        arrondissement=record.get("arrondissement", ""),
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
            row.get("chefLieu", ""),
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


def arrondissement_rows(etalab: Etalab) -> list[Row]:
    """Arrondissements (of départements), each with its chief town."""
    rows = sorted(etalab.arrondissements, key=itemgetter("code"))
    return [(row["code"], row["nom"], row["departement"], row["chefLieu"]) for row in rows]


def epci_rows(etalab: Etalab) -> list[Row]:
    """Intercommunalités and territories of Grand Paris."""
    return [_epci_row(row, etalab) for row in sorted(etalab.epci, key=itemgetter("code"))]


def _epci_row(record: Record, etalab: Etalab) -> Row:
    members = [etalab.in_force[member["code"]] for member in record["membres"]]
    return (
        record["code"],
        record["nom"],
        " ".join(_main_first(members, "departement")),
        " ".join(_main_first(members, "region")),
        sum(member.get("population", 0) for member in members),
    )


def _main_first(members: Sequence[Record], level: str) -> list[str]:
    """The départements or regions of an intercommunalité, that of most inhabitants first."""
    people: dict[str, int] = {}
    for member in members:
        people[member[level]] = people.get(member[level], 0) + member.get("population", 0)
    return sorted(people, key=lambda code: (-people[code], code))
