"""One thing at a time in each conversation."""

import asyncio
from weakref import WeakValueDictionary


class Turns:
    """A lock for each conversation, for as long as somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, conversation: str) -> asyncio.Lock:
        """The lock of a conversation; whoever waits for it comes in the order of asking."""
        return self._locks.setdefault(conversation, asyncio.Lock())
