"""Places written as open data, for others to read."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.open_data.mediation import mediation_cells
from bot.domain.open_data.report import LeftOut
from bot.domain.placing import position_of
from bot.domain.structures import Place
from bot.usecases.exchange_ports import TownFinder
from bot.usecases.ports import KnowledgeStore


@dataclass(frozen=True, slots=True)
class Exporting:
    """Writes places for others to read."""

    knowledge: KnowledgeStore
    towns: TownFinder

    def mediation(self) -> tuple[tuple[Mapping[str, str], ...], tuple[LeftOut, ...]]:
        """The cells of each place that has a commune and a postcode, and the places left out."""
        cells: list[Mapping[str, str]] = []
        left: list[LeftOut] = []
        for place in self._places():
            postcode = place.code_postal or self._postcode(place)
            if place.commune and postcode:
                cells.append(mediation_cells(place, postcode))
            else:
                left.append(LeftOut(place.id, "sans commune ou sans code postal"))
        return tuple(cells), tuple(left)

    def located(self) -> tuple[tuple[Place, ...], tuple[LeftOut, ...]]:
        """The places that have a commune and coordinates, and those left out."""
        kept: list[Place] = []
        left: list[LeftOut] = []
        for place in self._places():
            if place.commune and position_of(place):
                kept.append(place)
            else:
                left.append(LeftOut(place.id, "sans commune ou sans coordonnées"))
        return tuple(kept), tuple(left)

    def _postcode(self, place: Place) -> str:
        """That of the commune, or of the arrondissement where the place stands."""
        town = self.towns.by_code(place.code_insee) if place.code_insee else None
        if town is None:
            return ""
        position = position_of(place)
        district = self.towns.locate(position) if position else None
        is_inside = district is not None and district.departements == town.departements
        nearest = self.towns.postcode_of(district) if district and is_inside else ""
        return self.towns.postcode_of(town) or nearest

    def _places(self) -> tuple[Place, ...]:
        places = self.knowledge.current().places
        return tuple(places[id_] for id_ in sorted(places))
