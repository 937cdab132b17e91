"""What Telegram accepts: aiogram's models of the Bot API, and the limits they do not check."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any, get_args

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    kind.__api_method__: kind
    for kind in vars(aiogram.methods).values()
    if isinstance(kind, type) and issubclass(kind, TelegramMethod) and kind is not TelegramMethod
}

ALLOWED_TAGS = {"a", "b", "i", "u", "s", "code", "pre", "blockquote"}


class RefusedError(Exception):
    """Telegram would answer 400."""


def checked_update(update: dict[str, Any]) -> dict[str, Any]:
    Update.model_validate(update)
    return update


def read_request(method: str, form: Mapping[str, str]) -> dict[str, Any]:
    """The parameters of a call, decoded."""
    kind = METHODS[method]
    unknown = form.keys() - kind.model_fields.keys()
    if unknown:
        raise RefusedError(f"unknown parameters: {sorted(unknown)}")
    params = {name: _decode(kind.model_fields[name].annotation, form[name]) for name in form}
    try:
        kind.model_validate(params)
    except ValidationError as error:
        raise RefusedError(str(error)) from error
    _check_limits(params)
    return params


def _decode(annotation: object, value: str) -> object:
    return value if str in {annotation, *get_args(annotation)} else json.loads(value)


def _check_limits(params: dict[str, Any]) -> None:
    if "text" in params and "chat_id" in params:
        visible = visible_text(params["text"]) if params.get("parse_mode") else params["text"]
        _require(1 <= utf16(visible.strip()) <= 4096, "message text is empty or too long")
    _require(len(params.get("short_description", "")) <= 120, "description is too long")
    for row in params.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            _require(bool(button["text"].strip()), "button text is empty")
            _require(1 <= len(button["callback_data"].encode()) <= 64, "BUTTON_DATA_INVALID")
    for command in params.get("commands", []):
        _require(bool(re.fullmatch(r"[a-z0-9_]{1,32}", command["command"])), "BOT_COMMAND_INVALID")
        _require(1 <= len(command["description"]) <= 256, "BOT_COMMAND_DESCRIPTION_INVALID")


def _require(condition: bool, message: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not condition:
        raise RefusedError(message)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def visible_text(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    _require(not reader.opened, "can't parse entities: a tag is not closed")
    stray = re.search(r"[<>]|&(?!(?:lt|gt|amp|quot|#\w+);)", re.sub(r"</?[a-z][^<>]*>", "", html))
    _require(not stray, "can't parse entities: a stray character")
    return "".join(reader.text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        _require(tag in ALLOWED_TAGS, f"can't parse entities: unsupported tag {tag}")
        _require(tag != "a" or bool(dict(attrs).get("href")), "can't parse entities: no address")
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        _require(self.opened[-1:] == [tag], f"can't parse entities: unexpected end of {tag}")
        self.opened.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)
