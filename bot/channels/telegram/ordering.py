"""Many chats at once, and in each chat one update after the other."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram.ext import BaseUpdateProcessor

from bot.channels.telegram.addressing import address_of

AT_ONCE = 16
"""Chats answered at the same time: where one process on two cores saturated when measured."""

WAITING = 4_096
"""Updates held at most, those that wait for their turn in their chat included."""


class ChatOrder(BaseUpdateProcessor):
    """Takes updates as they come: a chat waits for itself, never for another's queue."""

    def __init__(self) -> None:
        super().__init__(WAITING)
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the turn of a chat, then a free slot, then the update's own work."""
        address = address_of(update)
        turn = self._turns.setdefault(address.chat if address else 0, asyncio.Lock())
        async with turn, self._slots:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""
