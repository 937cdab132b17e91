"""What surrounds a territory: the wider ones, and the public bodies that anyone may call."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.structures import Contact
from bot.domain.territory import Territory

TOWN_HALL = "mairie"
INTERCOMMUNALITE = "intercommunalite"
PREFECTURE = "prefecture"
"""Kinds of contact of the public bodies (`kinds.yml`)."""


@dataclass(frozen=True, slots=True)
class Around:
    """The territories that hold one, from the nearest, and its public bodies."""

    epci: Territory | None = None
    departement: Territory | None = None
    region: Territory | None = None
    town_hall: Contact | None = None
    intercommunalite: Contact | None = None
    prefecture: Contact | None = None


Survey = Callable[[Territory], Around]
"""Tells what surrounds a territory, from what is held in memory."""


def nothing_around(_: Territory) -> Around:
    """The survey of whoever knows no place."""
    return Around()
