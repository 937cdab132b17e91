"""What imports and exports of places need from outside."""

from typing import Protocol

from bot.domain.structures import Place
from bot.domain.territory import Position, Territory


class UnreadableFileError(Exception):
    """A file that can neither be read nor written; its message, in French, says why."""


class TownFinder(Protocol):
    """Communes as open data names them."""

    def by_code(self, code: str) -> Territory | None:
        """The commune in force with this INSEE code, or that took over the one which had it."""

    def by_post(self, postcode: str, town: str) -> Territory | None:
        """The commune in force of a postal address, when there is no doubt."""

    def postcode_of(self, town: Territory) -> str:
        """The first postcode of a commune; empty when none is known."""

    def locate(self, position: Position) -> Territory | None:
        """The commune whose centre is nearest, within 30 km; none at sea or abroad."""


class PlaceShelf(Protocol):
    """Where the files of places are written, each at once or not at all."""

    def ids(self) -> frozenset[str]:
        """The ids of all files, those that cannot be read too."""

    def add(self, place: Place) -> None:
        """Write a new place.

        Raises:
            ShelfError: it cannot be written, or a file of that name has come meanwhile.
        """

    def replace(self, place: Place, before: Place) -> None:
        """Write another version of a place.

        Raises:
            ShelfError: it cannot be written, or its file is no longer as `before`.
        """


class ShelfError(Exception):
    """A place that was not written; its message, in French, says why."""
