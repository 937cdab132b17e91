"""The gazetteer of France: reads places in messages, finds them by code and by position."""

from collections.abc import Mapping
from functools import cached_property

from bot.adapters.gazetteer.aliases import read_aliases
from bot.adapters.gazetteer.gate import Gate
from bot.adapters.gazetteer.guessing import Guesser
from bot.adapters.gazetteer.index import NameIndex
from bot.adapters.gazetteer.mentions import MentionFinder
from bot.adapters.gazetteer.numbers import NumberReader
from bot.adapters.gazetteer.offices import Offices
from bot.adapters.gazetteer.reading import Reader
from bot.adapters.gazetteer.records import WITH_DISTRICTS
from bot.adapters.gazetteer.reference import Reference
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.spelling import Speller
from bot.domain.around import Around
from bot.domain.grid import Grid
from bot.domain.lands import Territories
from bot.domain.territory import Position, Territory, TerritoryKind, TerritoryReading

MAX_KM = 30.0
"""Farther from any commune's centre, a point is at sea or abroad."""


class FrenchGazetteer:
    """Communes, intercommunalités, départements, regions and lands of France, in memory."""

    def __init__(self, reference: Reference, territories: Territories | None = None) -> None:
        self._reference = reference
        self._communes = reference.communes
        self._offices = Offices(reference)
        self.learn(territories or Territories())

    def learn(self, territories: Territories) -> None:
        """Read places by these names from now on, in place of those given before."""
        reference = self._reference
        aliases = read_aliases(territories, reference)
        index = NameIndex(reference, aliases)
        gate = Gate(
            {**reference.words, **aliases.levels},
            reference.spellings,
            reference.first_names,
            reference.vocabulary,
        )
        numbers = NumberReader(reference.postcodes, reference.departements)
        self._reader = Reader(
            MentionFinder(index, numbers, gate),
            Guesser(Speller(index.populations), index, reference.vocabulary),
        )
        self._by_kind: dict[TerritoryKind, Mapping[str, Territory]] = {
            TerritoryKind.COMMUNE: reference.communes,
            TerritoryKind.EPCI: reference.epcis,
            TerritoryKind.DEPARTEMENT: reference.departements,
            TerritoryKind.REGION: reference.regions,
            TerritoryKind.LAND: aliases.lands,
        }

    @cached_property
    def _grid(self) -> Grid[Territory]:
        """The communes by their centres, without the three cities cut into arrondissements."""
        return Grid(
            (place.position, place)
            for code, place in self._communes.items()
            if place.position and code not in WITH_DISTRICTS
        )

    def read(
        self, text: str, *, near: Territory | None = None, is_answer: bool = False
    ) -> TerritoryReading:
        """The places that `text` (clean, neither folded nor masked) speaks of.

        `near` is the territory of the conversation: it settles homonyms. `is_answer`: the person
        was asked where.
        """
        return self._reader.read(Sentence(text, is_answer), near)

    def find(self, kind: TerritoryKind, code: str) -> Territory | None:
        """The territory in force with this code."""
        return self._by_kind.get(kind, {}).get(code)

    def locate(self, position: Position) -> Territory | None:
        """The commune whose centre is nearest, within 30 km; none at sea or abroad."""
        return next((town for _, town in self._grid.around(position, within_km=MAX_KM)), None)

    def around(self, territory: Territory) -> Around:
        """The territories that hold this one, and its public bodies."""
        [departement, *_] = (*territory.departements, "")
        [region, *_] = (*territory.regions, "")
        return Around(
            epci=self.find(TerritoryKind.EPCI, territory.epci or ""),
            departement=self.find(TerritoryKind.DEPARTEMENT, departement),
            region=self.find(TerritoryKind.REGION, region),
            town_hall=self._offices.town_hall(territory),
            intercommunalite=self._offices.intercommunalite(territory),
            prefecture=self._offices.prefecture(territory),
        )
