"""What a few words find, to be shared in a conversation between people."""

from dataclasses import dataclass

from bot.domain.card import Card
from bot.domain.replies import Alert, Item


@dataclass(frozen=True, slots=True)
class Finds:
    """Published cards, best first, and places, nearest first; with `danger`, nothing else."""

    cards: tuple[Card, ...] = ()
    places: tuple[Item, ...] = ()
    danger: Alert | None = None
