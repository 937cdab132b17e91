"""A knowledge folder in memory, and lines of open data to bring it."""

from dataclasses import dataclass, field
from datetime import date

from bot.adapters.similar_names import closest_name
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Kind, Kinds
from bot.domain.open_data.layouts import Format
from bot.domain.open_data.mediation import FIELDS
from bot.domain.open_data.records import Line, Table
from bot.domain.open_data.report import Outcome
from bot.domain.structures import Place
from bot.domain.territory import Position, Territory, TerritoryKind
from bot.usecases.exchanging import Importing
from bot.usecases.exporting import Exporting
from tests.fakes import FakeClock, FakeKnowledge, FakePlaceShelf, FakeTownFinder

FIGEAC = Territory(
    TerritoryKind.COMMUNE, "46102", "Figeac", departements=("46",), position=Position(44.61, 2.03)
)
CENSUS = ("ID_UNIQUE", "NOM", "ADRESSE", "CODPOST", "VILLE", "LATITUDE", "LONGITUDE", "INTERNET")
MORE = ("Insee", "EMAIL", "TELEPHONE", "état du projet", "familles_tiers_lieux", "DATE_MAJ")
RUCHE = {
    "ID_UNIQUE": "7.0",
    "NOM": "La Ruche",
    "ADRESSE": "2 rue des Écoles 46100 Figeac",
    "CODPOST": "46100.0",
    "VILLE": "Figeac",
    "LATITUDE": "44,6086",
    "LONGITUDE": "2,0317",
    "INTERNET": " ",
}
KINDS = Kinds(
    places=tuple(
        Kind(id=id_, label=id_, plural=id_)
        for id_ in ("tiers-lieu", "fablab", "mediation-numerique")
    )
)


def row(**changes: str) -> dict[str, str]:
    """A line of the census."""
    return {**RUCHE, **changes}


@dataclass
class Desk:
    """Imports into a shelf, and exports from it."""

    shelf: FakePlaceShelf = field(default_factory=FakePlaceShelf)
    towns: FakeTownFinder = field(
        default_factory=lambda: FakeTownFinder((FIGEAC,), {"46100": FIGEAC})
    )
    clock: FakeClock = field(default_factory=FakeClock)

    def bring(
        self,
        *rows: dict[str, str],
        format_: Format = Format.TIERS_LIEUX_2026,
        dated: date | None = None,
        dry_run: bool = False,
    ) -> list[Outcome]:
        """Import lines, the first one being line 2."""
        header = FIELDS if format_ is Format.MEDIATION else (*CENSUS, *MORE)
        lines = (
            Line(number, tuple(cells.get(name, "") for name in header))
            for number, cells in enumerate(rows, 2)
        )
        importing = Importing(self.knowledge(), self.towns, closest_name, self.shelf, self.clock)
        table = Table(header, lines, len(rows))
        terms = importing.terms(format_, dated)
        return list(importing.read(table, terms, dry_run=dry_run))

    def one(self, cells: dict[str, str], format_: Format = Format.TIERS_LIEUX_2026) -> Outcome:
        """What becomes of one line."""
        [outcome] = self.bring(cells, format_=format_)
        return outcome

    def exporting(self) -> Exporting:
        """Exports the shelf."""
        return Exporting(self.knowledge(), self.towns)

    def knowledge(self) -> FakeKnowledge:
        """What the shelf holds."""
        return FakeKnowledge(Knowledge(places=dict(self.shelf.held), kinds=KINDS))

    def edit(self, id_: str, **changes: object) -> Place:
        """Change a place as the team would."""
        self.shelf.held[id_] = edited = self.shelf.held[id_].model_copy(update=changes)
        return edited
