"""Keyboards that Telegram shows: under a message, or instead of the telephone's own."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from tests.channels.telegram.limits import (
    MAX_CALLBACK_BYTES,
    MAX_COPIED,
    MAX_PLACEHOLDER,
    STYLES,
)
from tests.channels.telegram.refusals import require

Button = Mapping[str, Any]

ACTS = frozenset(
    {
        "callback_data",
        "callback_game",
        "copy_text",
        "login_url",
        "pay",
        "switch_inline_query",
        "switch_inline_query_chosen_chat",
        "switch_inline_query_current_chat",
        "url",
        "web_app",
    }
)
"""What an inline button does: one of these."""

ASKED = {
    "request_chat": "chats",
    "request_contact": "phone number",
    "request_location": "location",
    "request_poll": "poll",
    "request_users": "users",
    "web_app": "web app",
}
"""What a button of a reply keyboard asks for: one of these at most, in private chats only."""


def is_web_address(url: str) -> bool:
    """Whether Telegram would open it: http, https or tg, and a host that has a domain."""
    parts = urlsplit(url)
    if any(character.isspace() for character in url):
        return False
    if parts.scheme == "tg":
        return bool(parts.netloc)
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "").strip(".")


def check_keyboard(markup: Mapping[str, Any], *, private: bool) -> None:
    """Any keyboard; `private` tells that it is for a chat with one person."""
    for row in markup.get("inline_keyboard", ()):
        for button in row:
            _check_inline(button, private=private)
    for row in markup.get("keyboard", ()):
        for button in row:
            _check_reply(button, private=private)
    placeholder = markup.get("input_field_placeholder", "-")
    require(1 <= len(placeholder) <= MAX_PLACEHOLDER, "input_field_placeholder is too long")


def _check_look(button: Button) -> None:
    require(button["text"].strip(), "button text is empty")
    require(button.get("style", "primary") in STYLES, "button style is unknown")
    require("disabled" not in button, "unknown fields: ['disabled']")  # later than 10.1


def _check_inline(button: Button, *, private: bool) -> None:
    _check_look(button)
    acts = button.keys() & ACTS
    require(acts, "text buttons are unallowed in the inline keyboard")
    require(len(acts) == 1, f"a button does one thing, not {sorted(acts)}")
    require(private or "web_app" not in button, "BUTTON_TYPE_INVALID")
    size = len(button.get("callback_data", "-").encode())
    require(1 <= size <= MAX_CALLBACK_BYTES, "BUTTON_DATA_INVALID")
    url = button.get("url", "https://example.org")
    require(is_web_address(url), f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    copied = button.get("copy_text", {"text": "-"})["text"]
    require(1 <= len(copied) <= MAX_COPIED, "BUTTON_COPY_TEXT_INVALID")


def _check_reply(button: Button, *, private: bool) -> None:
    _check_look(button)
    asked = sorted(name for name in button.keys() & ASKED.keys() if button[name])
    require(len(asked) <= 1, f"a button asks for one thing, not {asked}")
    for name in asked:
        require(private, f"{ASKED[name]} can be requested in private chats only")
