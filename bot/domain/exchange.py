"""One message in, one answer out: what every channel gives to the core and gets from it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.replies import Item, Reply
from bot.domain.territory import Position, Territory


@dataclass(frozen=True, slots=True)
class Message:
    """What arrived: exactly one of a text, a pressed button's value, a shared position.

    `conversation` identifies the chat within its channel; it is hashed before it is kept. When it
    `opens` the conversation, the first words come before anything else, and it may say nothing.
    """

    channel: str
    conversation: str
    text: str | None = None
    press: str | None = None
    position: Position | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was understood and answered. Field by field, what `ask --json` prints.

    `goal` is a card's id, an action's or `clarifier`; `alternatives` are the ids offered as
    buttons; `results` what was found; `degraded` tells that the model was not there to help;
    `to_review`, that the team has something to read in the message.
    """

    goal: str
    replies: tuple[Reply, ...]
    alternatives: tuple[str, ...] = ()
    section: str | None = None
    confidence: float = 1.0
    territory: Territory | None = None
    territory_choices: tuple[Territory, ...] = ()
    results: tuple[Item, ...] = ()
    sources: tuple[str, ...] = ()
    degraded: bool = False
    to_review: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """An exchange as it is kept: no identifier in the clear, text redacted."""

    id: str
    conversation: str
    channel: str
    at: datetime
    text: str
    goal: str
    confidence: float
    degraded: bool
    unanswered: bool


@dataclass(frozen=True, slots=True)
class Feedback:
    """Whether an answer helped."""

    turn: str
    useful: bool
    at: datetime
