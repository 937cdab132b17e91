"""Where a territory wider than a commune is: in the middle of its communes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.domain.territory import Position, Territory, TerritoryKind

Centres = Mapping[tuple[TerritoryKind, str], Position]
"""Middles by kind and code."""


def centres_of(communes: Iterable[Territory]) -> Centres:
    """The mean position of the communes of each département, region and intercommunalité."""
    sums: dict[tuple[TerritoryKind, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for commune in communes:
        if commune.position is None:
            continue
        for key in _holders(commune):
            total = sums[key]
            total[0] += commune.position.latitude
            total[1] += commune.position.longitude
            total[2] += 1
    return {
        key: Position(latitude / count, longitude / count)
        for key, (latitude, longitude, count) in sums.items()
    }


def centred(territory: Territory, centres: Centres) -> Territory:
    """The territory with its middle; without, when none of its communes has a position."""
    return replace(territory, position=centres.get((territory.kind, territory.code)))


def middle_of(positions: Sequence[Position]) -> Position | None:
    """The mean of some positions, if there is one."""
    if not positions:
        return None
    count = len(positions)
    return Position(
        sum(it.latitude for it in positions) / count, sum(it.longitude for it in positions) / count
    )


def _holders(commune: Territory) -> Iterable[tuple[TerritoryKind, str]]:
    yield from ((TerritoryKind.DEPARTEMENT, code) for code in commune.departements)
    yield from ((TerritoryKind.REGION, code) for code in commune.regions)
    if commune.epci:
        yield TerritoryKind.EPCI, commune.epci
