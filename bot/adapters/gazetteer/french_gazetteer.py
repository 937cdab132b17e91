"""The gazetteer of France: reads places in messages, finds them by code and by position."""

from bot.adapters.gazetteer.choosing import chosen
from bot.adapters.gazetteer.gate import Gate
from bot.adapters.gazetteer.index import NameIndex
from bot.adapters.gazetteer.masking import is_alone, masked
from bot.adapters.gazetteer.mentions import MentionFinder
from bot.adapters.gazetteer.nearest import NearestCommune
from bot.adapters.gazetteer.numbers import NumberReader
from bot.adapters.gazetteer.reference import Reference
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.settling import settle
from bot.domain.territory import Position, Territory, TerritoryKind, TerritoryReading


class FrenchGazetteer:
    """Communes, intercommunalités, départements and regions of France, in memory."""

    def __init__(self, reference: Reference) -> None:
        self._by_kind = {
            TerritoryKind.COMMUNE: reference.communes,
            TerritoryKind.EPCI: reference.epcis,
            TerritoryKind.DEPARTEMENT: reference.departements,
            TerritoryKind.REGION: reference.regions,
        }
        self._finder = MentionFinder(
            NameIndex(reference),
            NumberReader(reference.postcodes, reference.departements),
            Gate(reference.words),
        )
        self._nearest = NearestCommune(reference.communes.values())

    def read(self, text: str, *, near: Territory | None = None) -> TerritoryReading:
        """The places that `text` (clean, neither folded nor masked) speaks of.

        `near` is the territory of the conversation: it settles homonyms.
        """
        sentence = Sentence(text)
        mentions = self._finder.find(sentence)
        mention = chosen(sentence, mentions)
        if mention is None:
            return TerritoryReading(masked=masked(sentence, mentions))
        others = [other for other in mentions if other is not mention]
        settled = settle(sentence, mention, others, near)
        return TerritoryReading(
            masked=masked(sentence, mentions),
            choices=settled.choices,
            assumed=settled.assumed,
            alone=is_alone(sentence, mentions),
        )

    def find(self, kind: TerritoryKind, code: str) -> Territory | None:
        """The territory in force with this code."""
        return self._by_kind.get(kind, {}).get(code)

    def locate(self, position: Position) -> Territory | None:
        """The commune whose centre is nearest, within 30 km; none at sea or abroad."""
        return self._nearest.find(position)
