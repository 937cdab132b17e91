"""Which kind of place a name means, as it is written: the town, or the area of the same name."""

from collections.abc import Iterable, Sequence

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.towns import KNOWN
from bot.domain.prepositions import at
from bot.domain.territory import Article, Territory, TerritoryKind
from bot.domain.text import fold

WELL_KNOWN = 5000
"""Inhabitants from which a commune may be meant by a name that is also a département's."""


def meant(sentence: Sentence, mention: Mention) -> tuple[Territory, ...]:
    """The places of the kind that the sentence says, with the accents that it writes."""
    return _as_written(sentence, mention, _of_kind_meant(sentence, mention))


def lying_within(
    places: Sequence[Territory], clues: Iterable[Territory], level: str
) -> tuple[Territory, ...]:
    """Those that share a code of this `level` (`departements`, `regions`) with a clue."""
    codes = {code for clue in clues for code in getattr(clue, level)}
    return tuple(place for place in places if codes & set(getattr(place, level)))


def is_region(place: Territory) -> bool:
    """Whether it is a region in force."""
    return place.kind is TerritoryKind.REGION


def _of_kind_meant(sentence: Sentence, mention: Mention) -> tuple[Territory, ...]:
    """The communes, or the area of the same name: « à Mayenne », « la Mayenne »."""
    towns = tuple(place for place in mention.places if place.kind is TerritoryKind.COMMUNE)
    wide = tuple(place for place in mention.places if place.kind is not TerritoryKind.COMMUNE)
    if not wide or _is_one_of(wide, towns):
        return towns
    intro = introduction(sentence, mention.name_first, mention.name_last)
    of_region = sentence.word(mention.name_first - 1) == "region"
    areas = tuple(place for place in wide if is_region(place) == of_region) or wide
    if of_town := _with_own_article(sentence, mention, intro.cue, towns, areas):
        return of_town
    situated = lying_within(towns, mention.hints, "departements")
    if situated and intro.cue is not Cue.INSIDE:
        return situated
    is_said_bare = any(
        place.article is Article.NONE for place in areas if place.kind is not TerritoryKind.LAND
    )
    if intro.has_article or intro.cue is Cue.INSIDE or is_said_bare or not towns:
        return areas
    outer = sentence.word(mention.name_first - 2)
    is_town = intro.cue is Cue.AT or outer in cues.TOWNS | cues.AROUND
    known = tuple(town for town in towns if (town.population or 0) >= WELL_KNOWN)
    return towns if is_town or (intro.cue is Cue.OF and known) else (*towns, *areas)


def _with_own_article(
    sentence: Sentence,
    mention: Mention,
    cue: Cue,
    towns: Sequence[Territory],
    areas: Sequence[Territory],
) -> tuple[Territory, ...]:
    """« à La Bresse » is the town: one says « en Bresse », but « à La Réunion » of the island."""
    article = fold(sentence.word(mention.name_first - 1))
    own = tuple(
        town
        for town in towns
        if fold(town.name) == f"{article} {mention.name}" and (town.population or 0) >= KNOWN
    )
    before = {sentence.word(mention.name_first - back) for back in (2, 3)}
    is_at = cue is Cue.AT and not any(at(area).startswith("à ") for area in areas)
    is_town = cue is Cue.NAMED and not before.isdisjoint(cues.TOWNS | {"est"})
    return own if is_at or is_town else ()


def _as_written(
    sentence: Sentence, mention: Mention, places: tuple[Territory, ...]
) -> tuple[Territory, ...]:
    """Those whose accents are those of the message, when it has some: « Contré » is not Contre."""
    written = sentence.written(mention.name_first, mention.name_last).lower()
    if written.isascii():
        return places
    left = tuple(
        place
        for place in places
        if place.name.lower() == written or fold(place.name) != mention.name
    )
    return left or places


def _is_one_of(wide: Sequence[Territory], towns: Sequence[Territory]) -> bool:
    """Whether an area is but its town: Paris, Saint-Martin."""
    return any(
        place.departements == town.departements and place.article is Article.NONE
        for place in wide
        for town in towns
        if place.kind is TerritoryKind.DEPARTEMENT
    )
