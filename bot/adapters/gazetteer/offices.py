"""The public bodies of a place: its town hall, its intercommunalité, its sous-préfecture."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.adapters.gazetteer.archive import ARCHIVE, read_member
from bot.adapters.gazetteer.records import TOWN_HALL_COLUMNS
from bot.adapters.gazetteer.reference import Reference, rows_of
from bot.domain.around import INTERCOMMUNALITE, PREFECTURE, TOWN_HALL
from bot.domain.prepositions import long_name, of
from bot.domain.structures import Contact, Coverage, CoverageLevel
from bot.domain.territory import Territory, TerritoryKind
from bot.domain.text import capital

TOWN_HALLS_OF = date(2025, 2, 13)
"""The directory of town halls is of early 2025 (the last date in its package: PROVENANCE.md)."""

DIVISION_OF = date(2026, 1, 1)
"""The official division of France is that of this day."""

_DIRECTORY = "Annuaire de l'administration (DILA), relevé début 2025"
_DIVISION = "Découpage administratif de la France (INSEE, DGCL, par Etalab), millésime 2026"
_ELSEWHERE = "Téléphone et adresse : dans l'annuaire de l'administration, sur service-public.fr."
_CODE = 5


@dataclass(frozen=True, slots=True)
class Arrondissement:
    """An arrondissement of a département, and its chief town: there is its sous-préfecture."""

    name: str
    departement: str
    chief_town: str


class Offices:
    """Finds the public bodies of a territory.

    The rows of town halls are kept as text and read one at a time: they are many and seldom asked.
    """

    def __init__(self, reference: Reference, archive: Path = ARCHIVE) -> None:
        self._reference = reference
        lines = read_member(archive, "town_halls.csv").splitlines()[1:]
        self._town_halls: Mapping[str, str] = {line[:_CODE]: line for line in lines}
        self._arrondissements = {
            code: Arrondissement(name, departement, chief_town)
            for code, name, departement, chief_town in rows_of(archive, "arrondissements.csv")
        }
        self._chief_towns = {row[0]: row[5] for row in rows_of(archive, "departements.csv")}

    def town_hall(self, territory: Territory) -> Contact | None:
        """The town hall of a commune or an arrondissement of Paris, Lyon or Marseille."""
        if territory.kind is not TerritoryKind.COMMUNE or territory.position is None:
            return None
        row = next(csv.reader([self._town_halls.get(territory.code, "")]), [])
        known = dict(zip(TOWN_HALL_COLUMNS, row, strict=False))
        return Contact(
            id=f"{TOWN_HALL}-{territory.code.lower()}",
            nom=f"Mairie {of(territory)}",
            description="La mairie de la commune.",
            kinds=(TOWN_HALL,),
            coverage=Coverage(level=CoverageLevel.COMMUNE, codes=(territory.code,)),
            adresse=known.get("address") or None,
            telephone=known.get("phone") or None,
            courriel=known.get("email") or None,
            site_web=known.get("site") or None,
            commune=territory.name,
            code_insee=territory.code,
            latitude=territory.position.latitude,
            longitude=territory.position.longitude,
            source=_DIRECTORY if known else _DIVISION,
            date_maj=TOWN_HALLS_OF if known else DIVISION_OF,
        )

    def intercommunalite(self, territory: Territory) -> Contact | None:
        """The intercommunalité that the territory is, or belongs to."""
        epci = self._reference.epcis.get(territory.epci or "")
        if epci is None:
            return None
        return Contact(
            id=f"{INTERCOMMUNALITE}-{epci.code}",
            nom=capital(long_name(epci)),
            description="L'intercommunalité de ce territoire.",
            notice=_ELSEWHERE,
            kinds=(INTERCOMMUNALITE,),
            coverage=Coverage(level=CoverageLevel.EPCI, codes=(epci.code,)),
            source=_DIVISION,
            date_maj=DIVISION_OF,
        )

    def prefecture(self, territory: Territory) -> Contact | None:
        """The sous-préfecture of the arrondissement, or the préfecture of the département."""
        arrondissement = self._arrondissements.get(territory.arrondissement or "")
        if arrondissement:
            return self._state(arrondissement.departement, arrondissement.chief_town)
        if territory.kind is TerritoryKind.EPCI and (seat := self._seat_within(territory)):
            return self._state(seat.departement, seat.chief_town)
        if territory.kind is not TerritoryKind.REGION and territory.kind is not TerritoryKind.LAND:
            departement = next(iter(territory.departements), "")
            return self._state(departement, self._chief_towns.get(departement, ""))
        return None

    def _seat_within(self, epci: Territory) -> Arrondissement | None:
        """The arrondissement whose chief town is in an intercommunalité, in any département."""
        communes = self._reference.communes
        seats = self._arrondissements.values()
        return next((it for it in seats if communes[it.chief_town].epci == epci.epci), None)

    def _state(self, code: str, chief_town: str) -> Contact | None:
        departement = self._reference.departements.get(code)
        town = self._reference.communes.get(chief_town)
        if departement is None or not departement.regions or town is None:
            return None
        is_first = self._chief_towns.get(code) == chief_town
        area = "le département" if is_first else "l'arrondissement"
        return Contact(
            id=f"{PREFECTURE}-{chief_town.lower()}",
            nom=f"Préfecture {of(departement)}" if is_first else f"Sous-préfecture {of(town)}",
            description=f"Les services de l'État dans {area}.",
            notice=_ELSEWHERE,
            kinds=(PREFECTURE,),
            coverage=Coverage(level=CoverageLevel.DEPARTEMENT, codes=(code,)),
            commune=town.name,
            code_insee=town.code,
            latitude=town.position.latitude if town.position else None,
            longitude=town.position.longitude if town.position else None,
            source=_DIVISION,
            date_maj=DIVISION_OF,
        )
