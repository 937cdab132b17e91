"""What each method of the Bot API does."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tests.channels.telegram.bell import Bell
from tests.channels.telegram.bot_api_answers import (
    ENDED_BY_WEBHOOK,
    QUERY_TOO_OLD,
    Call,
    DeclinedError,
)
from tests.channels.telegram.bot_api_files import KINDS
from tests.channels.telegram.bot_api_messages import Messages
from tests.channels.telegram.bot_api_profile import KEPT, Profile
from tests.channels.telegram.bot_api_updates import Updates
from tests.channels.telegram.bot_api_webhook import Webhook
from tests.channels.telegram.chats import ME
from tests.channels.telegram.oracle import METHODS, RefusedError

WRITTEN = ("message", "edited_message", "channel_post", "edited_channel_post")
"""Kinds of updates that are a message."""

ABOUT_ME = ME | {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}


class Methods:
    """Does what calls ask, and remembers what updates told."""

    def __init__(self, bell: Bell) -> None:
        self.updates = Updates(bell)
        self.webhook = Webhook(self.updates)
        self.messages = Messages()
        self._profile = Profile()
        self._queries: set[str] = set()
        self._own: dict[str, Callable[[Call], object]] = {
            "answerCallbackQuery": self._answer_query,
            "answerInlineQuery": self._answer_query,
            "deleteMessage": self.messages.delete,
            "deleteWebhook": self._end_webhook,
            "editMessageCaption": self.messages.edit,
            "editMessageReplyMarkup": self.messages.edit,
            "editMessageText": self.messages.edit,
            "getMe": lambda _: ABOUT_ME,
            "getUpdates": lambda call: self.updates.poll(call.params),
            "getWebhookInfo": lambda _: self.webhook.described(),
            "sendChatAction": self._show_action,
            "setWebhook": self._begin_webhook,
            **dict.fromkeys(KINDS, self.messages.send),
            **{f"set{name}": self._set for name in KEPT},
            **{f"get{name}": self._read for name in KEPT},
        }

    async def perform(self, call: Call) -> object:
        """The result of a call.

        Raises:
            DeclinedError: what came before makes it impossible.
            RefusedError: this server does not imitate the method.
        """
        if str(call.params.get("chat_id", "")).startswith("@"):
            raise DeclinedError("chat not found")
        if call.method in self._own:
            result = self._own[call.method](call)
            return await result if isinstance(result, Awaitable) else result
        if METHODS[call.method].__returning__ is bool:
            return True
        raise RefusedError("this server does not imitate the method")

    def note(self, update: Mapping[str, Any]) -> None:
        """Remember what an update tells of chats, and which queries it opens."""
        for kind in WRITTEN:
            message = update.get(kind, {})
            self.messages.note(message)
            self.messages.note(message.get("reply_to_message", {}))
        query = update.get("callback_query") or update.get("inline_query") or {}
        self._queries |= {query["id"]} if query else set()
        self.messages.note(query.get("message", {}))
        sent = query or update.get("chosen_inline_result", {})
        if "inline_message_id" in sent:
            self.messages.note_inline(sent["inline_message_id"])

    def note_raw(self, update: object) -> None:
        """Remember a query of an update that may be anything, so that it can be answered."""
        for kind in ("callback_query", "inline_query"):
            query = update.get(kind) if isinstance(update, dict) else None
            if isinstance(query, dict):
                self._queries.add(str(query.get("id")))

    def _answer_query(self, call: Call) -> bool:
        query = call.params.get("callback_query_id") or call.params["inline_query_id"]
        if query not in self._queries:
            raise DeclinedError(QUERY_TOO_OLD)
        return True

    def _show_action(self, call: Call) -> bool:
        self.messages.check_topic(call)
        return True

    def _set(self, call: Call) -> bool:
        return self._profile.set(call.method, call.params)

    def _read(self, call: Call) -> object:
        return self._profile.read(call.method, call.params)

    async def _begin_webhook(self, call: Call) -> bool:
        if not call.params["url"]:
            return await self._end_webhook(call)
        self.updates.ask(call.params)
        self._drop(call)
        self.updates.end_polls(ENDED_BY_WEBHOOK)
        await self.webhook.open(call.params)
        return True

    async def _end_webhook(self, call: Call) -> bool:
        await self.webhook.close()
        self._drop(call)
        return True

    def _drop(self, call: Call) -> None:
        if call.params.get("drop_pending_updates"):
            self.updates.pending.clear()
