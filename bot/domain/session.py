"""What the assistant remembers of a conversation: enough to follow, nothing about the person."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.lists import Role
from bot.domain.replies import Button
from bot.domain.territory import Territory

SESSION_LIFETIME = timedelta(days=30)
"""How long a conversation without a message is still followed."""


@dataclass(frozen=True, slots=True)
class Results:
    """The last list shown: what was looked for and how many items were already shown.

    `anywhere`: in the whole country, whatever the territory.
    """

    goal: str
    kinds: tuple[str, ...] = ()
    shown: int = 0
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation so far.

    `pending` is the goal that waits for a territory or a choice; `choices`, the places between
    which it was asked to choose (`is_guess`: the likeliest corrections of a misspelling);
    `buttons` are those of the last replies, `asked` when the last was a question; `plain` asks for
    very plain French; `declaring` waits for a structure to say what it is; `told_degraded`
    keeps the warning to one mention.
    """

    territory: Territory | None = None
    card: str | None = None
    section: str | None = None
    results: Results | None = None
    pending: str | None = None
    choices: tuple[Territory, ...] = ()
    is_guess: bool = False
    buttons: tuple[Button, ...] = ()
    role: Role | None = None
    plain: bool = False
    declaring: bool = False
    asked: bool = False
    told_degraded: bool = False
    last_turn: str | None = None
