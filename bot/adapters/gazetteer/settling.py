"""Which of its homonyms a place is: by its département, then the conversation, then its size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.adapters.gazetteer.kinds import WELL_KNOWN, is_region, lying_within, meant
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import Territory, TerritoryKind

DOMINANT = 10
"""Times the inhabitants of the next homonym from which the largest is taken, aloud."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The homonyms left, the likeliest first.

    `assumed`: the conversation or their size told which, not the message.
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
    places = meant(sentence, mention)
    if hints and not lying_within(places, hints, "departements"):
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
    same = [place for place in homonyms if place == near]
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
    yield tuple(place for place in homonyms if place in hints)
    yield lying_within(homonyms, hints, "departements")
    yield lying_within(homonyms, [hint for hint in hints if is_region(hint)], "regions")


def _nearer(homonyms: Sequence[Territory], near: Territory) -> Iterator[tuple[Territory, ...]]:
    """The homonyms that the territory of the conversation leaves, the narrowest first."""
    yield tuple(place for place in homonyms if place.epci and place.epci == near.epci)
    yield lying_within(homonyms, [near], "departements")
    yield lying_within(homonyms, [near], "regions")


def _is_district(place: Territory, city: Territory) -> bool:
    """Whether it is an arrondissement of the city (« 75011 Paris »)."""
    return (
        place.kind is TerritoryKind.COMMUNE
        and place.departements == city.departements
        and place.name.startswith(f"{city.name} ")
        and place.name.endswith(" Arrondissement")
    )


def _is_dominant(homonyms: Sequence[Territory]) -> bool:
    """Whether the first is so much larger that it is the one meant; no town hides an area."""
    first, second = homonyms[:2]
    many = (second.population or 0) >= WELL_KNOWN
    if first.kind is not second.kind and many:
        return False
    return (first.population or 0) >= DOMINANT * max(second.population or 0, 1)


def _once(mention: Mention, hints: Sequence[Territory]) -> tuple[Territory, ...]:
    """What holds today the communes that bore the name, where the hints say."""
    held = tuple(dict.fromkeys(former.commune for former in mention.former))
    return lying_within(held, hints, "departements")


def _former_name(mention: Mention, settled: Settled) -> str:
    """The name read, as it was written, when the first choice only holds who bore it."""
    first = settled.choices[0]
    return next((it.name for it in mention.former if it.commune is first), "")
