"""The whole of what the assistant knows, read once and never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.card import Card
from bot.domain.emergency import Emergency
from bot.domain.lands import Territories
from bot.domain.lists import Cues, Kind, Kinds, Need, Orientation, Synonyms, Theme
from bot.domain.placing import Placing
from bot.domain.spelling import Speller, Spellings
from bot.domain.structures import Contact, Place
from bot.domain.wording import Wording


@dataclass(frozen=True)
class Knowledge:
    """Cards, contacts and places by id, with the lists that go with them."""

    cards: Mapping[str, Card] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    themes: tuple[Theme, ...] = ()
    kinds: Kinds = field(default_factory=Kinds)
    cues: Cues = field(default_factory=Cues)
    emergency: Emergency = field(default_factory=Emergency)
    orientation: Orientation = field(default_factory=Orientation)
    spellings: Spellings = field(default_factory=Spellings)
    synonyms: Synonyms = field(default_factory=Synonyms)
    territories: Territories = field(default_factory=Territories)
    wording: Wording = field(default_factory=Wording)

    @cached_property
    def published(self) -> Mapping[str, Card]:
        """The cards that readers may see."""
        return {id_: card for id_, card in self.cards.items() if card.is_published}

    @cached_property
    def speller(self) -> Speller:
        """Reads quick and phonetic spellings."""
        return Speller(self.spellings.spellings)

    @cached_property
    def needs_of_cards(self) -> Mapping[str, Need]:
        """The first need that each card is about."""
        needs = reversed(self.orientation.needs)
        return {card: need for need in needs for card in need.cards}

    @cached_property
    def contact_kinds(self) -> Mapping[str, Kind]:
        """Kinds of contact by id."""
        return {kind.id: kind for kind in self.kinds.contacts}

    @cached_property
    def place_kinds(self) -> Mapping[str, Kind]:
        """Kinds of place by id."""
        return {kind.id: kind for kind in self.kinds.places}

    def placing(self, kinds: Sequence[str] = ()) -> Placing:
        """The places of any of these kinds, or all, arranged by distance; made once for each."""
        wanted = frozenset(kinds)
        if wanted not in self._placings:
            places = self.places.values()
            found = (place for place in places if not wanted or wanted & set(place.kinds))
            self._placings[wanted] = Placing(found)
        return self._placings[wanted]

    @cached_property
    def _placings(self) -> dict[frozenset[str], Placing]:
        return {}
