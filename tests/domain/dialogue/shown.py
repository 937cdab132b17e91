"""What a turn shows, as the tests read it."""

from bot.channels.ask.plain import plain
from bot.domain.exchange import Outcome


def labels(outcome: Outcome) -> list[str]:
    """The buttons of every reply, in order."""
    return [button.label for reply in outcome.replies for button in reply.buttons]


def said(outcome: Outcome) -> str:
    """The text of every reply, a line each."""
    return "\n".join(map(plain, outcome.replies))
