"""Which of its homonyms a place is: by its département, then the conversation, then its size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.prepositions import at
from bot.domain.territory import Article, Territory, TerritoryKind
from bot.domain.text import fold

DOMINANT = 10
"""Times the inhabitants of the next homonym from which the largest is taken, aloud."""

_KNOWN = 2000
"""Inhabitants from which a town is meant rather than the land that has its name."""

_WELL_KNOWN = 5000
"""Inhabitants from which a commune may be meant by a name that is also a département's."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The homonyms left, the likeliest first; `assumed` when the message does not tell it.

    Then the conversation told, or their size.

    `former`: the name read, when it is that of a commune now part of the first one.
    """

    choices: tuple[Territory, ...]
    assumed: bool = False
    former: str = ""


def settle(
    sentence: Sentence,
    mention: Mention,
    others: Sequence[Mention],
    near: Territory | None,
) -> Settled:
    """The place that `mention` means among its homonyms."""
    hints = [*mention.hints, *(place for other in others for place in other.areas)]
    places = _as_written(sentence, mention, _of_kind_meant(sentence, mention))
    if hints and not _within(places, hints, "departements"):
        places = _once(mention, hints) or places
    settled = _settle(mention, places, hints, near)
    return replace(settled, former=_former_name(mention, settled))


def _settle(
    mention: Mention,
    places: Sequence[Territory],
    hints: Sequence[Territory],
    near: Territory | None,
) -> Settled:
    homonyms = sorted(places, key=lambda it: -(it.population or 0))
    same = [place for place in homonyms if near and place.code == near.code]
    told = _only(_narrowings(homonyms, hints)) or tuple(same)
    if told:
        return Settled(told)
    near_by = _only(_nearer(homonyms, near)) if near else ()
    if near_by:
        return Settled((*near_by, *(it for it in homonyms if it not in near_by)), assumed=True)
    is_assumed = not mention.is_number and _is_dominant(homonyms)
    return Settled(tuple(homonyms), assumed=is_assumed)


def _only(narrowings: Iterable[tuple[Territory, ...]]) -> tuple[Territory, ...]:
    """The first narrowing that leaves one place, if any does."""
    return next((narrowed for narrowed in narrowings if len(narrowed) == 1), ())


def _narrowings(
    homonyms: Sequence[Territory], hints: Sequence[Territory]
) -> Iterator[tuple[Territory, ...]]:
    """The homonyms that each clue of the message leaves, the surest clue first."""
    yield tuple(hint for hint in hints if any(_is_district(hint, city) for city in homonyms))
    yield tuple(homonyms)
    exact = {hint.code for hint in hints}
    yield tuple(place for place in homonyms if place.code in exact)
    yield _within(homonyms, hints, "departements")
    yield _within(homonyms, [hint for hint in hints if _is_region(hint)], "regions")


def _nearer(homonyms: Sequence[Territory], near: Territory) -> Iterator[tuple[Territory, ...]]:
    """The homonyms that the territory of the conversation leaves, the narrowest first."""
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
    """Whether the first is so much larger that it is the one meant; no town hides an area."""
    first, second = homonyms[:2]
    many = (second.population or 0) >= _WELL_KNOWN
    if first.kind is not second.kind and many:
        return False
    return (first.population or 0) >= DOMINANT * max(second.population or 0, 1)


def _of_kind_meant(sentence: Sentence, mention: Mention) -> tuple[Territory, ...]:
    """The communes, or the area of the same name: « à Mayenne », « la Mayenne »."""
    towns = tuple(place for place in mention.places if place.kind is TerritoryKind.COMMUNE)
    wide = tuple(place for place in mention.places if place.kind is not TerritoryKind.COMMUNE)
    if not wide or _is_one_of(wide, towns):
        return towns
    intro = introduction(sentence, mention.name_first, mention.name_last)
    of_region = sentence.word(mention.name_first - 1) == "region"
    areas = tuple(place for place in wide if _is_region(place) == of_region) or wide
    if of_town := _with_own_article(sentence, mention, intro.cue, towns, areas):
        return of_town
    situated = _within(towns, mention.hints, "departements")
    if situated and intro.cue is not Cue.INSIDE:
        return situated
    is_said_bare = any(
        place.article is Article.NONE for place in areas if place.kind is not TerritoryKind.LAND
    )
    if intro.has_article or intro.cue is Cue.INSIDE or is_said_bare or not towns:
        return areas
    outer = sentence.word(mention.name_first - 2)
    is_town = intro.cue is Cue.AT or outer in cues.TOWNS | cues.AROUND
    known = tuple(town for town in towns if (town.population or 0) >= _WELL_KNOWN)
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
        if fold(town.name) == f"{article} {mention.name}" and (town.population or 0) >= _KNOWN
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


def _once(mention: Mention, hints: Sequence[Territory]) -> tuple[Territory, ...]:
    """What holds today the communes that bore the name, where the hints say."""
    held = tuple(dict.fromkeys(former.commune for former in mention.former))
    return _within(held, hints, "departements")


def _former_name(mention: Mention, settled: Settled) -> str:
    """The name read, as it was written, when the first choice only holds who bore it."""
    first = settled.choices[0]
    return next((it.name for it in mention.former if it.commune is first), "")


def _is_one_of(wide: Sequence[Territory], towns: Sequence[Territory]) -> bool:
    """Whether an area is but its town: Paris, Saint-Martin."""
    return any(
        place.departements == town.departements and place.article is Article.NONE
        for place in wide
        for town in towns
        if place.kind is TerritoryKind.DEPARTEMENT
    )
