"""What chats show: messages sent, edited and deleted, with the errors of Telegram."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.channels.telegram.bot_api_answers import Call, DeclinedError
from tests.channels.telegram.bot_api_files import KINDS, Files, described
from tests.channels.telegram.bot_api_shown import CAPTIONED, Shown, as_message, worded
from tests.channels.telegram.chats import ME, next_number

SAME = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)

WORDS = {
    "editMessageCaption": (CAPTIONED, "caption"),
    "editMessageText": (frozenset({"text"}), "text"),
}
"""Which kinds of messages have the words that a method changes, and what they are called."""


class Messages:
    """The memory of chats; what people wrote there is known by its number only."""

    def __init__(self) -> None:
        self._shown: defaultdict[int, dict[int, Shown]] = defaultdict(dict)
        self._inline: dict[str, Shown] = {}
        self._chats: dict[int, Mapping[str, Any]] = {}
        self._known: set[tuple[int, int]] = set()
        self._topics: set[tuple[int, int]] = set()
        self._keyboards: dict[int, Shown] = {}
        self._files = Files()

    def shown(self, chat: int) -> list[Shown]:
        return sorted(self._shown[chat].values(), key=lambda shown: shown.id)

    def shown_inline(self, number: str) -> Shown:
        return self._inline[number]

    def keyboard(self, chat: int) -> list[list[str]]:
        """The labels that stand instead of the telephone's keyboard."""
        return self._keyboards[chat].rows if chat in self._keyboards else []

    def note(self, message: Mapping[str, Any]) -> None:
        """Remember a message of an update: its chat, its topic, and the bot's own if it is new."""
        if not message.get("date"):
            return  # inaccessible
        chat, number = message["chat"]["id"], message["message_id"]
        self._chats[chat] = message["chat"]
        self._known.add((chat, number))
        if message.get("is_topic_message"):
            self._topics.add((chat, message["message_thread_id"]))
        if message.get("from", {}).get("id") == ME["id"] and number not in self._shown[chat]:
            kind = next((kind for kind in ("venue", *KINDS.values()) if kind in message), "text")
            words = message.get("caption" if kind in CAPTIONED else "text", "")
            kept = message.get("reply_markup", {})
            self._shown[chat][number] = Shown(number, kind, words, words, kept)

    def note_inline(self, number: str) -> None:
        """Remember a message that somebody sent through the bot; its content is not known."""
        self._inline.setdefault(number, Shown(0, "text"))

    def send(self, call: Call) -> dict[str, Any]:
        """The message that a call adds to its chat."""
        self.check_topic(call)
        replied = self._replied(call)
        number, file = "", None
        if KINDS[call.method] in CAPTIONED:
            number, file = self._files.file_of(call)
        shown = Shown(
            id=next_number(),
            kind=KINDS[call.method],
            markup=call.params.get("reply_markup", {}),
            thread=call.params.get("message_thread_id"),
            replied=replied,
            content=described(call, number, file),
            file=file,
        )
        shown = worded(shown, call.params)
        self._known.add((call.chat, shown.id))
        self._shown[call.chat][shown.id] = shown
        self._change_keyboard(call.chat, shown)
        return self.as_message(call.chat, shown)

    def check_topic(self, call: Call) -> None:
        thread = call.params.get("message_thread_id")
        if thread and (call.chat, thread) not in self._topics:
            raise DeclinedError("message thread not found")

    def edit(self, call: Call) -> dict[str, Any] | bool:
        """The message as a call changes it; without a keyboard, it loses its own."""
        before = self._edited(call)
        after = replace(before, markup=call.params.get("reply_markup", {}))
        if call.method in WORDS:
            kinds, name = WORDS[call.method]
            if before.kind not in kinds:
                raise DeclinedError(f"there is no {name} in the message to edit")
            after = worded(after, call.params)
        if not before.is_editable:
            raise DeclinedError("message can't be edited")
        if _seen(after) == _seen(before):
            raise DeclinedError(SAME)
        if "inline_message_id" in call.params:
            self._inline[call.params["inline_message_id"]] = after
            return True
        self._shown[call.chat][after.id] = after
        return self.as_message(call.chat, after) | {"edit_date": 1_700_000_060}

    def delete(self, call: Call) -> bool:
        number = call.params["message_id"]
        if (call.chat, number) not in self._known:
            raise DeclinedError("message to delete not found")
        self._known.discard((call.chat, number))
        self._shown[call.chat].pop(number, None)
        return True

    def as_message(self, chat: int, shown: Shown) -> dict[str, Any]:
        kind = "private" if chat > 0 else "supergroup"
        named = {"first_name": "Ana"} if chat > 0 else {"title": "Conseil municipal"}
        return as_message(shown, self._chats.get(chat, {"id": chat, "type": kind, **named}), ME)

    def _edited(self, call: Call) -> Shown:
        if "inline_message_id" in call.params:
            if call.params["inline_message_id"] not in self._inline:
                raise DeclinedError("MESSAGE_ID_INVALID")
            return self._inline[call.params["inline_message_id"]]
        number = call.params["message_id"]
        if number in self._shown[call.chat]:
            return self._shown[call.chat][number]
        theirs = (call.chat, number) in self._known
        raise DeclinedError("message can't be edited" if theirs else "message to edit not found")

    def _replied(self, call: Call) -> int | None:
        wanted = call.params.get("reply_parameters")
        if not wanted or (call.chat, wanted["message_id"]) in self._known:
            return wanted and int(wanted["message_id"])
        if not wanted.get("allow_sending_without_reply"):
            raise DeclinedError("message to be replied not found")
        return None

    def _change_keyboard(self, chat: int, shown: Shown) -> None:
        if "keyboard" in shown.markup:
            self._keyboards[chat] = shown
        if shown.markup.get("remove_keyboard"):
            self._keyboards.pop(chat, None)


def _seen(shown: Shown) -> tuple[str, list[object]]:
    return shown.source, list(shown.markup.get("inline_keyboard", ()))
