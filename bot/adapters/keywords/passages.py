"""What a card says, in passages."""

from collections.abc import Iterator

from bot.adapters.keywords.index import Passage
from bot.domain.card import Card


def passages_of(card: Card) -> Iterator[Passage]:
    """Its summary, then each of its sections, all with its title."""
    if card.summary:
        yield Passage(f"{card.title} {card.summary}")
    for section in card.sections:
        text = f"{card.title} {section.title} {section.text or ''} {section.advice or ''}"
        yield Passage(text, section.id)
