"""The gazetteer of France: reads places in messages, finds them by code and by position."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from bot.adapters.gazetteer.aliases import read_aliases
from bot.adapters.gazetteer.choosing import chosen
from bot.adapters.gazetteer.gate import Gate
from bot.adapters.gazetteer.guessing import Guess, Guesser
from bot.adapters.gazetteer.index import NameIndex
from bot.adapters.gazetteer.masking import is_alone, masked
from bot.adapters.gazetteer.mentions import Mention, MentionFinder
from bot.adapters.gazetteer.numbers import NumberReader
from bot.adapters.gazetteer.offices import Offices
from bot.adapters.gazetteer.records import WITH_DISTRICTS
from bot.adapters.gazetteer.reference import Reference
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.settling import Settled, settle
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
        aliases = read_aliases(territories or Territories(), reference)
        self._by_kind: dict[TerritoryKind, Mapping[str, Territory]] = {
            TerritoryKind.COMMUNE: reference.communes,
            TerritoryKind.EPCI: reference.epcis,
            TerritoryKind.DEPARTEMENT: reference.departements,
            TerritoryKind.REGION: reference.regions,
            TerritoryKind.LAND: aliases.lands,
        }
        index = NameIndex(reference, aliases)
        self._finder = MentionFinder(
            index,
            NumberReader(reference.postcodes, reference.departements),
            Gate({**reference.words, **aliases.levels}, reference.spellings, reference.first_names),
        )
        self._guesser = Guesser(Speller(index.populations), index, reference.vocabulary)
        self._communes = reference.communes
        self._offices = Offices(reference)

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
        sentence = Sentence(text, is_answer)
        mentions = self._finder.find(sentence)
        wanted = chosen(sentence, mentions)
        if not wanted:
            return self._guess(sentence, mentions, near)
        completed = self._guesser.complete(sentence, wanted[-1])
        if completed:
            return self._guessed(sentence, completed, near)
        settled = [self._settled(sentence, mention, mentions, near) for mention in wanted]
        [first, *others] = settled
        reading = TerritoryReading(
            masked=masked(sentence, mentions), alone=is_alone(sentence, mentions)
        )
        if others:
            choices = dict.fromkeys(it.choices[0] for it in settled)
            return replace(reading, choices=tuple(choices))
        return replace(reading, choices=first.choices, assumed=first.assumed, former=first.former)

    def _settled(
        self,
        sentence: Sentence,
        mention: Mention,
        mentions: Sequence[Mention],
        near: Territory | None,
    ) -> Settled:
        others = [other for other in mentions if other is not mention]
        return settle(sentence, mention, others, near)

    def _guess(
        self, sentence: Sentence, denied: Sequence[Mention], near: Territory | None
    ) -> TerritoryReading:
        """What the message misspells; `denied` are the places that it rules out."""
        guess = None if denied else self._guesser.guess(sentence)
        if guess is None:
            return TerritoryReading(masked=masked(sentence, denied))
        return self._guessed(sentence, guess, near)

    def _guessed(
        self, sentence: Sentence, guess: Guess, near: Territory | None
    ) -> TerritoryReading:
        settled = settle(sentence, guess.mention, (), near)
        is_sure = guess.is_sure and (len(settled.choices) == 1 or settled.assumed)
        is_masked = is_sure or sentence.is_answer
        return TerritoryReading(
            masked=masked(sentence, (guess.mention,) if is_masked else ()),
            choices=(*settled.choices, *guess.others),
            assumed=is_sure,
            former=settled.former,
            alone=is_alone(sentence, (guess.mention,)),
            guessed=True,
        )

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
