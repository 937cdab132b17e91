"""Updates that wait for the bot, and the polls that fetch them."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from tests.channels.telegram.bell import Bell
from tests.channels.telegram.bot_api_answers import CONFLICT, HOOKED, DeclinedError, Failure

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that Telegram holds back unless they are asked for."""


class Updates:
    """`pending` is what the bot has not confirmed yet, or not taken from its webhook."""

    def __init__(self, bell: Bell) -> None:
        self.pending: list[Any] = []
        self.withheld: list[dict[str, Any]] = []
        self.asked: list[str] | None = None
        self.hooked = False
        self._bell = bell
        self._last_id = 1000
        self._polls = 0
        self._end: Failure | None = None
        self._handed: list[object] = []

    def numbered(self, update: Mapping[str, Any]) -> dict[str, Any]:
        """The update with the next number, or with its own."""
        self._last_id += 1
        return {"update_id": self._last_id, **update}

    def ask(self, params: Mapping[str, Any]) -> None:
        """Keep which kinds are asked for; nothing said changes nothing."""
        if "allowed_updates" in params:
            self.asked = params["allowed_updates"] or None

    def is_asked(self, update: Mapping[str, Any]) -> bool:
        kinds = set(update) - {"update_id"}
        return bool(kinds & set(self.asked) if self.asked else kinds - NOT_BY_DEFAULT)

    def add(self, update: object) -> None:
        self.pending.append(update)
        self._bell.ring()

    def settle(self, update: object) -> None:
        """Forget one that the bot took."""
        with suppress(ValueError):
            self.pending.remove(update)
        self._bell.ring()

    async def poll(self, params: Mapping[str, Any]) -> list[Any]:
        """Those from the offset on, which confirms those before; a newer poll ends an older one."""
        if self.hooked:
            raise DeclinedError(HOOKED)
        self.ask(params)
        self.end_polls(CONFLICT)
        poll = self._polls
        self._confirm(params.get("offset", 0))
        with suppress(TimeoutError):
            async with asyncio.timeout(params.get("timeout", 0)):
                while not self.pending and poll == self._polls:
                    await self._bell.heard()
        if poll != self._polls:
            return self._ended()
        given = self.pending[: params.get("limit", 100)]
        self._handed = [update for update in given if number_of(update) is None]
        return given

    def end_polls(self, failure: Failure | None = None) -> None:
        """Answer those that wait with a failure, or with nothing."""
        self._polls += 1
        self._end = failure
        self._bell.ring()

    def _ended(self) -> list[Any]:
        if self._end:
            raise DeclinedError(self._end)
        return []

    def _confirm(self, offset: int) -> None:
        """What has no number cannot be confirmed: it is handed once."""
        if offset < 0:
            self.pending[:] = self.pending[offset:]
        self.pending[:] = [
            update
            for update in self.pending
            if not any(update is handed for handed in self._handed)
            and (number_of(update) or offset) >= offset
        ]
        self._bell.ring()


def number_of(update: object) -> int | None:
    """The number of an update; raw ones may have none."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None
