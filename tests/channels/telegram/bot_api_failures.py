"""Answers other than the one hoped for: on demand, or because of who is written to."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from tests.channels.telegram.bot_api_answers import (
    BLOCKED,
    KICKED,
    Call,
    Failure,
    chat_migrated,
)


class Failures:
    """Those that a test plans."""

    def __init__(self) -> None:
        self._planned: defaultdict[str, list[tuple[int | None, Failure]]] = defaultdict(list)

    def plan(self, method: str, failures: tuple[Failure, ...], chat: int | None) -> None:
        self._planned[method] += [(chat, failure) for failure in failures]

    def of(self, call: Call) -> Failure | None:
        """The failure that a call meets, which is spent."""
        chat = _chat_of(call)
        for rank, (only, failure) in enumerate(self._planned[call.method]):
            if only in {None, chat}:
                del self._planned[call.method][rank]
                return failure
        return None


def shut_out(call: Call, blocked: Collection[int], migrated: Mapping[int, int]) -> Failure | None:
    """The failure of a call to a chat that blocked the bot, or that has another number now."""
    chat = _chat_of(call)
    if chat in blocked:
        return BLOCKED if chat > 0 else KICKED
    return chat_migrated(migrated[chat]) if chat in migrated else None


def _chat_of(call: Call) -> int:
    """The chat that a call writes to; 0 without one, or for a channel's name."""
    try:
        return int(call.params.get("chat_id", 0))
    except ValueError:
        return 0
