"""A chat that is being served."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from bot.domain.mail import Arrival, Letter


@dataclass(slots=True)
class Hand:
    """What comes first in a chat, the letters to send and what they answer, whether more came.

    `answered` is the reference of the last arrival that was answered.
    """

    first: Arrival | None = None
    letters: deque[Letter] = field(default_factory=deque)
    answered: str = ""
    more: bool = False
    task: asyncio.Task[None] | None = None
