"""Where a territory wider than a commune is: in the middle of its communes."""

from collections.abc import Iterable

from bot.adapters.gazetteer.records import CommuneRow, Status
from scripts.gazetteer.etalab import Row


class Centres:
    """The mean position of the communes of each département, region and intercommunalité."""

    def __init__(self, communes: Iterable[CommuneRow]) -> None:
        self._sums: dict[tuple[str, str], tuple[float, float, int]] = {}
        for row in communes:
            if row.status != Status.FORMER and row.latitude:
                for level in ("departement", "region", "epci"):
                    self._add((level, getattr(row, level)), row)

    def located(self, level: str, rows: Iterable[Row]) -> list[Row]:
        """Rows that start with a code, with latitude and longitude, empty when none is known."""
        return [(*row, *self._point(level, str(row[0]))) for row in rows]

    def _point(self, level: str, code: str) -> tuple[str, str]:
        latitude, longitude, count = self._sums.get((level, code), (0.0, 0.0, 0))
        return (f"{latitude / count:.4f}", f"{longitude / count:.4f}") if count else ("", "")

    def _add(self, key: tuple[str, str], row: CommuneRow) -> None:
        latitude, longitude, count = self._sums.get(key, (0.0, 0.0, 0))
        self._sums[key] = (
            latitude + float(row.latitude),
            longitude + float(row.longitude),
            count + 1,
        )
