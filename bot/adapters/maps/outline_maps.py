"""Maps drawn from the outlines and the towns of the reference data."""

from functools import cached_property
from pathlib import Path

from bot.adapters.gazetteer.archive import ARCHIVE
from bot.adapters.gazetteer.reference import Reference
from bot.adapters.maps.outlines import Outlines, load_outlines
from bot.adapters.maps.painting import painted
from bot.adapters.maps.planning import Plan, Planner
from bot.adapters.maps.towns import Towns
from bot.adapters.maps.view import view_of
from bot.domain.map import Map

_FAR = 6
"""How many times a map is seen from twice as far, when it shows no town: 30 km, then 2000 km."""


class OutlineMaps:
    """Draws maps without any server; reads its outlines with the first one."""

    def __init__(self, reference: Reference, archive: Path = ARCHIVE) -> None:
        self._reference = reference
        self._archive = archive

    @cached_property
    def _outlines(self) -> Outlines:
        return load_outlines(self._archive, self._reference)

    @cached_property
    def _towns(self) -> Towns:
        return Towns(self._reference.communes.values())

    def draw(self, map_: Map) -> bytes:
        """A picture of 800 x 500 pixels (PNG, some 20 kB), to be read on a telephone too.

        It shows all that the map holds, wherever it is, and 30 km at least.

        Raises:
            OSError, KeyError, ValueError, zipfile.BadZipFile: the outlines cannot be read.
        """
        return painted(self.plan(map_))

    def plan(self, map_: Map) -> Plan:
        """What stands where in the picture of a map; it raises what `draw` does."""
        view = view_of(map_)
        for _ in range(_FAR):
            if any(self._towns.seen(view)):
                break
            view = view.wider()
        outlines = self._outlines.seen(view)
        planner = Planner(map_, view)
        planner.name_towns(self._towns.seen(view))
        if view.is_wide:
            planner.name_areas(outlines.regions, coded=False)
        else:
            planner.name_areas(outlines.departements, coded=True)
        return planner.plan(outlines)
