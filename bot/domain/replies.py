"""What the assistant answers: a closed union that each channel renders in its own way."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.territory import Position

MAX_REPLY = 600
"""Characters of a first reply: what a telephone shows at once."""

MAX_BUTTONS = 6
"""Buttons under a reply, feedback included."""


@dataclass(frozen=True, slots=True)
class Button:
    """What can be pressed: a label of a few words and a value of at most 64 bytes."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an answer comes from and when it was last checked."""

    publisher: str
    url: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Tip:
    """One body to call: its name, how to reach it, and what to know before."""

    name: str
    reach: str
    notice: str = ""


class ItemKind(StrEnum):
    """What a line of results is."""

    PLACE = "place"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Item:
    """A place or a contact among results; `distance_km` only when both ends have a position.

    `where` is its address or its commune as shown, `town` the bare name of the commune.
    """

    id: str
    kind: ItemKind
    name: str
    description: str
    where: str
    town: str = ""
    url: str | None = None
    phone: str = ""
    email: str = ""
    notice: str = ""
    distance_km: float | None = None
    position: Position | None = None
    checked_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """An emergency number and what it is for."""

    number: str
    name: str
    use: str
    hours: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A card or one of its sections, with its source.

    `notices` come before the text (closed scheme, stale card…), `advice` is know-how without a
    source, `next_step` and `tip` come after.
    """

    title: str
    text: str
    notices: tuple[str, ...] = ()
    advice: str = ""
    next_step: str = ""
    tip: Tip | None = None
    citation: Citation | None = None
    legal_notice: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Places or contacts, nearest or most relevant first."""

    text: str
    items: tuple[Item, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something to choose before going on; the last button always leads elsewhere.

    `asks_where`: a place is expected, and a shared position tells it.
    """

    text: str
    buttons: tuple[Button, ...]
    asks_where: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """Danger: what to do and the numbers to call, before anything else."""

    text: str
    numbers: tuple[Number, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or two about the conversation itself; `tip` when a human is named."""

    text: str
    tip: Tip | None = None
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """Every source of a card, behind its button."""

    title: str
    citations: tuple[tuple[str, Citation], ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A sentence, and a file to keep: `content` is readable text, `name` what to call it."""

    text: str
    name: str
    content: str
    buttons: tuple[Button, ...] = ()


Reply = Answer | Found | Question | Alert | Statement | Sources | Document
"""Everything a channel must know how to render."""
