"""The places known while a file is read: by id, by line of origin, by position and name."""

from collections.abc import Collection, Iterable

from bot.domain.open_data.duplicates import Closest, Twins
from bot.domain.open_data.layouts import OWN
from bot.domain.open_data.slugs import free_slug
from bot.domain.structures import Place


class Register:
    """Known places; `taken` are ids that are not free, those of files that cannot be read too."""

    def __init__(self, places: Iterable[Place], taken: Collection[str], closest: Closest) -> None:
        self._twins = Twins(closest)
        self._taken = set(taken)
        self._by_origin: dict[str, Place] = {}
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        """Know one place more, or another version of one."""
        self._taken.add(place.id)
        self._by_origin[f"{OWN}:{place.id}"] = place
        if place.identifiant_source:
            self._by_origin.setdefault(place.identifiant_source, place)
        self._twins.add(place)

    def known(self, origin: str) -> Place | None:
        """The place that a line gave."""
        return self._by_origin.get(origin)

    def twin(self, place: Place) -> Place | None:
        """The known place that this one probably is."""
        return self._twins.find(place)

    def free_id(self, place: Place) -> str:
        """A readable id for a new place."""
        names = (place.nom, place.commune or "", place.departement)
        return free_slug(names, self._taken)
