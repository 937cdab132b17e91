"""Updates as Telegram writes them, and those that wait to be asked for."""

import asyncio
import itertools
import json
import time
from collections import deque
from collections.abc import Callable
from typing import Any

Give = Callable[[bytes], None]
"""Hands a result over."""

MOST = 100
"""Updates that a call gets at most."""

NUMBERS = itertools.count(100_000_001)
"""Every update has a number of its own, whatever is measured in a run."""


def a_text(number: int, chat: int, text: str) -> dict[str, Any]:
    """The update of a text in a private chat."""
    person = {"id": chat, "first_name": "Camille"}
    message = {
        "message_id": number,
        "from": {**person, "is_bot": False, "language_code": "fr"},
        "chat": {**person, "type": "private"},
        "date": int(time.time()),
        "text": text,
    }
    return {"update_id": number, "message": message}


def next_text(chat: int, text: str) -> tuple[int, bytes]:
    """The next update, a text: its number, and as it is written."""
    number = next(NUMBERS)
    return number, json.dumps(a_text(number, chat, text)).encode()


class Waiting:
    """Updates given to whoever asks, again and again until they are confirmed."""

    def __init__(self) -> None:
        self._updates: deque[tuple[int, bytes]] = deque()
        self._give: Give | None = None
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._updates)

    def push(self, number: int, update: bytes) -> None:
        """One more; numbers go up."""
        self._updates.append((number, update))
        self._answer()

    def ask(self, offset: int, seconds: float, give: Give) -> None:
        """Confirm those before `offset`; give the others, now or when there is one.

        Whoever asked before and still waits gets nothing: there is one who asks, or one that died.
        """
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        self._forget()
        self._give = give
        if self._updates or not seconds:
            self._answer(even_nothing=True)
        else:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(seconds, lambda: self._answer(even_nothing=True))

    def _answer(self, *, even_nothing: bool = False) -> None:
        if self._give and (self._updates or even_nothing):
            give = self._give
            self._forget()
            first = (update for _, update in itertools.islice(self._updates, MOST))
            give(b"[" + b",".join(first) + b"]")

    def _forget(self) -> None:
        self._give = None
        if self._timer:
            self._timer.cancel()
            self._timer = None
