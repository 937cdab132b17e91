"""A message of the bot, as its chat shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.channels.telegram.oracle_text import read_text
from tests.channels.telegram.uploads import Upload

CAPTIONED = frozenset({"photo", "document"})
ACTS = ("callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat")


@dataclass(frozen=True)
class Shown:
    """A message: `text` is what is read of it (a caption, under a file), `source` what was sent.

    `kind` is text, photo, document, location or venue; `content` is what Telegram says of it.
    """

    id: int
    kind: str
    text: str = ""
    source: str = ""
    markup: Mapping[str, Any] = field(default_factory=dict)
    thread: int | None = None
    replied: int | None = None
    content: Mapping[str, Any] = field(default_factory=dict)
    file: Upload | None = None

    @property
    def rows(self) -> list[list[str]]:
        """The labels of its keyboard."""
        rows = self.markup.get("inline_keyboard") or self.markup.get("keyboard") or ()
        return [[button["text"] for button in row] for row in rows]

    @property
    def buttons(self) -> dict[str, str]:
        """What is behind each label of the keyboard under it: data, or an address."""
        keyboard = self.markup.get("inline_keyboard", ())
        return {
            button["text"]: next((str(button[act]) for act in ACTS if act in button), "")
            for row in keyboard
            for button in row
        }

    @property
    def is_editable(self) -> bool:
        """A message above a reply keyboard never is."""
        return not self.markup or "inline_keyboard" in self.markup


def worded(shown: Shown, params: Mapping[str, Any]) -> Shown:
    """The message with the text of a call, or its caption: as it is read, and as it was sent."""
    name = "caption" if shown.kind in CAPTIONED else "text"
    return replace(shown, text=read_text(params, name), source=str(params.get(name, "")))


def as_message(shown: Shown, where: Mapping[str, Any], sender: Mapping[str, Any]) -> dict[str, Any]:
    """The message as the Bot API gives it back."""
    topic = {"message_thread_id": shown.thread, "is_topic_message": True}
    inline = "inline_keyboard" in shown.markup
    return {
        "message_id": shown.id,
        "date": 1_700_000_000,
        "chat": dict(where),
        "from": dict(sender),
        **({"caption" if shown.kind in CAPTIONED else "text": shown.text} if shown.text else {}),
        **shown.content,
        **({"reply_markup": shown.markup} if inline else {}),
        **(topic if shown.thread else {}),
    }
