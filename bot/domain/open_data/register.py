"""The places known while a file is read: by id, by line of origin, by position and name."""

from collections.abc import Collection, Iterable

from bot.domain.open_data.duplicates import Closest, Twins
from bot.domain.open_data.layouts import OWN
from bot.domain.open_data.slugs import free_slug, slug_of
from bot.domain.structures import Place


class Register:
    """Known places; `files` are the ids of all files, those that cannot be read too."""

    def __init__(self, places: Iterable[Place], files: Collection[str], closest: Closest) -> None:
        self._twins = Twins(closest)
        known = {place.id: place for place in places}
        self._taken = set(files)
        self._unread = self._taken - known.keys()
        self._by_origin: dict[str, Place] = {}
        for place in known.values():
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

    def unread(self, place: Place) -> str | None:
        """The file that cannot be read and may be that of a new place."""
        slug = slug_of(place.nom)
        return slug if slug in self._unread else None

    def free_id(self, place: Place) -> str:
        """A readable id for a new place."""
        names = (place.nom, place.commune or "", place.departement)
        return free_slug(names, self._taken)
