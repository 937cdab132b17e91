"""Which of its homonyms a place is: by its département, then the conversation, then its size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import Article, Territory, TerritoryKind

DOMINANT = 10
"""Times the inhabitants of the next homonym from which the largest is taken, aloud."""

_WELL_KNOWN = 5000
"""Inhabitants from which a commune may be meant by a name that is also a département's."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The homonyms left, most populated first; `assumed` when only their size spoke."""

    choices: tuple[Territory, ...]
    assumed: bool = False


def settle(
    sentence: Sentence,
    mention: Mention,
    others: Sequence[Mention],
    near: Territory | None,
) -> Settled:
    """The place that `mention` means among its homonyms."""
    homonyms = sorted(_of_kind_meant(sentence, mention), key=lambda it: -(it.population or 0))
    hints = [*mention.hints, *(place for other in others for place in other.places)]
    for narrowed in _narrowings(homonyms, hints, near):
        if len(narrowed) == 1:
            return Settled(narrowed)
    if not mention.is_number and _is_dominant(homonyms):
        return Settled(tuple(homonyms), assumed=True)
    return Settled(tuple(homonyms))


def _narrowings(
    homonyms: Sequence[Territory], hints: Sequence[Territory], near: Territory | None
) -> Iterator[tuple[Territory, ...]]:
    """The homonyms that each clue leaves, the surest clue first."""
    yield tuple(hint for hint in hints if any(_is_district(hint, city) for city in homonyms))
    yield tuple(homonyms)
    exact = {hint.code for hint in hints}
    yield tuple(place for place in homonyms if place.code in exact)
    yield _within(homonyms, hints, "departements")
    yield _within(homonyms, [hint for hint in hints if _is_region(hint)], "regions")
    if near is not None:
        yield tuple(place for place in homonyms if place.code == near.code)
        yield tuple(place for place in homonyms if place.epci and place.epci == near.epci)
        yield _within(homonyms, [near], "departements")
        yield _within(homonyms, [near], "regions")


def _is_district(place: Territory, city: Territory) -> bool:
    """Whether it is an arrondissement of the city (« 75011 Paris »)."""
    return (
        place.kind is TerritoryKind.COMMUNE
        and place.departements == city.departements
        and place.name.startswith(f"{city.name} ")
        and place.name.endswith(" Arrondissement")
    )


def _is_region(place: Territory) -> bool:
    return place.kind is TerritoryKind.REGION


def _within(
    homonyms: Sequence[Territory], clues: Iterable[Territory], level: str
) -> tuple[Territory, ...]:
    codes = {code for clue in clues for code in getattr(clue, level)}
    return tuple(place for place in homonyms if codes & set(getattr(place, level)))


def _is_dominant(homonyms: Sequence[Territory]) -> bool:
    first, second = (place.population or 0 for place in homonyms[:2])
    return homonyms[0].kind == homonyms[1].kind and first >= DOMINANT * max(second, 1)


def _of_kind_meant(sentence: Sentence, mention: Mention) -> tuple[Territory, ...]:
    """The communes, or the area of the same name: « à Mayenne », « la Mayenne »."""
    towns = tuple(place for place in mention.places if place.kind is TerritoryKind.COMMUNE)
    wide = tuple(place for place in mention.places if place.kind is not TerritoryKind.COMMUNE)
    if not wide:
        return towns
    intro = introduction(sentence, mention.name_first, mention.name_last)
    of_region = sentence.word(mention.name_first - 1) == "region"
    areas = tuple(place for place in wide if _is_region(place) == of_region) or wide
    known = tuple(town for town in towns if (town.population or 0) >= _WELL_KNOWN)
    situated = _within(towns, mention.hints, "departements")
    if any(place.article is Article.NONE and not _is_region(place) for place in wide):
        return known or situated or areas
    if intro.has_article or intro.cue is Cue.INSIDE:
        return areas
    is_town = intro.cue is Cue.AT or sentence.word(mention.name_first - 2) in cues.TOWNS
    if situated or (towns and is_town):
        return situated or towns
    return known if intro.cue in {Cue.NAMED, Cue.OF, Cue.NEAR} and known else (*known, *areas)
