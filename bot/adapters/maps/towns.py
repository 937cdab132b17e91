"""The towns that people find their way by: the largest communes of what is shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bot.adapters.maps.boxes import Box, Point
from bot.adapters.maps.view import PICTURE, View
from bot.domain.territory import Territory

_FEW_SQUARES = 12
"""With more squares of one degree in sight, the largest communes of each are enough."""

_ENOUGH = 8
"""Of a square then."""


class Towns:
    """Communes by squares of one degree, the largest first."""

    def __init__(self, communes: Iterable[Territory]) -> None:
        self._squares: dict[Point, list[tuple[int, str, Point]]] = defaultdict(list)
        for town in communes:
            if town.position and town.population and not _is_district(town):
                point = (town.position.longitude, town.position.latitude)
                west, south = point[0] // 1, point[1] // 1
                self._squares[west, south].append((town.population, town.name, point))
        for square in self._squares.values():
            square.sort(reverse=True)

    def seen(self, view: View) -> Iterator[tuple[str, Point]]:
        """Names of the communes of a view and where they fall, the largest first."""
        squares = [towns for corner, towns in self._squares.items() if _square(corner, view)]
        most = None if len(squares) <= _FEW_SQUARES else _ENOUGH
        for _, name, point in sorted(
            (it for towns in squares for it in towns[:most]), reverse=True
        ):
            [at] = view.trace([point])
            if PICTURE.holds(at):
                yield name, at


def _square(corner: Point, view: View) -> bool:
    """Whether a square reaches into the picture."""
    west, south = corner
    (left, bottom), (right, top) = view.trace([corner, (west + 1, south + 1)])
    return Box(left, top, right, bottom).overlaps(PICTURE)


def _is_district(town: Territory) -> bool:
    return town.name.endswith(" Arrondissement")
