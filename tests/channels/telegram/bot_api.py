"""A Bot API server on loopback: what a test does to it, and sees of it."""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from tests.channels.telegram.bell import PATIENCE
from tests.channels.telegram.bot_api_answers import (
    CONFLICT,
    CUT,
    LOST,
    QUERY_TOO_OLD,
    UNAUTHORIZED,
    Call,
    Failure,
    chat_migrated,
    too_many_requests,
)
from tests.channels.telegram.bot_api_server import Server
from tests.channels.telegram.bot_api_shown import Shown
from tests.channels.telegram.bot_api_webhook import Delivery, lane_of
from tests.channels.telegram.oracle import checked_update
from tests.channels.telegram.queries import a_press

__all__ = [
    "CONFLICT",
    "CUT",
    "LOST",
    "PATIENCE",
    "QUERY_TOO_OLD",
    "UNAUTHORIZED",
    "BotApi",
    "Call",
    "Delivery",
    "Failure",
    "Shown",
    "chat_migrated",
    "too_many_requests",
]

Order = Literal["kept", "reversed", "none"]
"""How updates pushed together come: by number, the last first, or all at once."""


class BotApi(Server):
    """Telegram between a test, which pushes updates, and the bot, which calls methods."""

    @property
    def pending(self) -> list[Any]:
        """Updates that the bot has neither confirmed nor taken from its webhook."""
        return self._methods.updates.pending

    @property
    def withheld(self) -> list[dict[str, Any]]:
        """Updates of kinds that the bot did not ask for."""
        return self._methods.updates.withheld

    @property
    def deliveries(self) -> list[Delivery]:
        """What was posted to the webhook, and how the bot answered."""
        return self._methods.webhook.deliveries

    @property
    def origins(self) -> dict[str, str]:
        """The reverse proxy: what stands on loopback behind a public origin of a webhook."""
        return self._methods.webhook.origins

    def push(self, update: dict[str, Any], times: int = 1) -> int:
        """Hold an update for the bot, to be given so many times; returns its id."""
        return self.push_many([update], times=times)[0]

    def push_many(
        self, updates: Iterable[dict[str, Any]], order: Order = "kept", times: int = 1
    ) -> list[int]:
        """Hold updates, numbered in this order and given in another."""
        numbered = [checked_update(self._methods.updates.numbered(one)) for one in updates]
        for update in reversed(numbered) if order == "reversed" else numbered:
            self._methods.note(update)
            if not self._methods.updates.is_asked(update):
                self.withheld.append(update)
                continue
            for _ in range(times):
                self._hold(update, object() if order == "none" else lane_of(update))
        return [int(update["update_id"]) for update in numbered]

    def push_raw(self, update: object) -> None:
        """Hold whatever JSON stands for it, unchecked and as it is."""
        self._methods.note_raw(update)
        self._hold(update, object())

    def press(self, label: str, chat: int = 7) -> int:
        """Press the button of the last message that has this label."""
        shown = next(shown for shown in reversed(self.shown(chat)) if label in shown.buttons)
        update = a_press(shown.buttons[label], chat)
        update["callback_query"]["message"] = self._methods.messages.as_message(chat, shown)
        return self.push(update)

    def fail(self, method: str, *failures: Failure, chat: int | None = None) -> None:
        """Answer the next calls of a method (to a chat) with these."""
        self._failures.plan(method, failures, chat)

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def sent(self, chat: int | None = None) -> list[str]:
        """The texts that the bot tried to send."""
        calls = self.called("sendMessage")
        return [call.text for call in calls if chat is None or call.chat == chat]

    def shown(self, chat: int = 7) -> list[Shown]:
        """The messages of the bot that a chat shows now."""
        return self._methods.messages.shown(chat)

    def shown_inline(self, inline_message_id: str) -> Shown:
        """A message that somebody sent through the bot; its content is known once edited."""
        return self._methods.messages.shown_inline(inline_message_id)

    def keyboard(self, chat: int = 7) -> list[list[str]]:
        """The labels that stand instead of the telephone's keyboard."""
        return self._methods.messages.keyboard(chat)

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what the bot will make true."""
        await self._bell.until(condition)

    async def until_sent(self, count: int, chat: int | None = None) -> list[str]:
        await self.until(lambda: len(self.sent(chat)) >= count)
        return self.sent(chat)

    def _hold(self, update: object, lane: object) -> None:
        self._methods.updates.add(update)
        self._methods.webhook.offer(update, lane)
