"""What stands behind a button: a verb, and what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.actions import Action
from bot.domain.card import Card, Section
from bot.domain.replies import Button, Reply
from bot.domain.territory import Territory
from bot.domain.text import shorten

MAX_LABEL = 40
"""Characters of a label: more is cut by Telegram on a telephone."""


class Verb(StrEnum):
    """What a press asks."""

    CARD = "card"
    PART = "part"
    MORE = "more"
    SOURCES = "sources"
    PLAIN = "simple"
    FULL = "complet"
    BACK = "back"
    GOAL = "goal"
    TERRITORY = "territory"
    WHERE = "where"
    ANYWHERE = "anywhere"
    NEXT = "next"
    PREVIOUS = "previous"
    PLACE = "place"
    RATE = "rate"
    FORGET = "forget"
    STOP = "stop"
    EXPORT = "copy"
    DECLARE = "declare"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button, read back."""

    verb: Verb
    target: str = ""

    @property
    def value(self) -> str:
        """What the button carries."""
        return f"{self.verb}:{self.target}"


HELP = Press(Verb.GOAL, Action.HELP).value
HUMAN = Press(Verb.GOAL, Action.TALK_TO_HUMAN).value
WHERE = Press(Verb.WHERE).value
COPY = Press(Verb.EXPORT).value
ERASE = Press(Verb.FORGET).value
STOP = Press(Verb.STOP).value
"""What a channel's own ways of asking for these stand for: a command, a menu."""


def read_press(value: str) -> Press | None:
    """The press that `value` stands for; none when no button carries it (any more)."""
    verb, _, target = value.partition(":")
    try:
        return Press(Verb(verb), target)
    except ValueError:
        return None


def button(label: str, verb: Verb, target: str = "") -> Button:
    """A button with a label that a telephone can show."""
    return Button(shorten(label, MAX_LABEL), Press(verb, target).value)


def card_button(card: Card) -> Button:
    """Opens a card."""
    return button(card.title, Verb.CARD, card.id)


def section_button(card: Card, section: Section) -> Button:
    """Opens a section of a card."""
    return button(section.title, Verb.PART, f"{card.id}/{section.id}")


def territory_button(territory: Territory, label: str) -> Button:
    """Chooses a place."""
    return button(label, Verb.TERRITORY, f"{territory.kind}/{territory.code}")


FEEDBACK = (button("👍 Utile", Verb.RATE, "yes"), button("👎 Pas utile", Verb.RATE, "no"))
"""Under every answer from the knowledge base."""


def rating(replies: Iterable[Reply], turn: str) -> tuple[Reply, ...]:
    """Replies whose feedback is about this turn, whenever it is given."""
    return tuple(replace(it, buttons=_rating(it.buttons, turn)) for it in replies)


def _rating(buttons: tuple[Button, ...], turn: str) -> tuple[Button, ...]:
    return tuple(
        replace(it, value=f"{it.value}/{turn}") if it in FEEDBACK else it for it in buttons
    )


OTHER = button("Autre chose", Verb.NONE)
"""The way out of every question."""

DECLARE = button("Faire connaître ma structure", Verb.DECLARE)
"""Where nobody is known near by: perhaps the reader is the one who was looked for."""
