"""Texts as Telegram reads them: HTML, and how long what is read may be."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from tests.channels.telegram.limits import MAX_CAPTION, MAX_TEXT
from tests.channels.telegram.refusals import require

ALLOWED_TAGS = frozenset(
    "a b strong i em u ins s strike del code pre blockquote span tg-spoiler".split()  # noqa: SIM905
)
STRAY = re.compile(r"[<>]|&(?!(?:lt|gt|amp|quot|#\w+);)")
TAG = re.compile(r"</?[a-z][^<>]*>")


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def visible_text(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    require(not reader.opened, "can't parse entities: a tag is not closed")
    require(not STRAY.search(TAG.sub("", html)), "can't parse entities: a stray character")
    return "".join(reader.text)


def read_text(fields: Mapping[str, Any], name: str) -> str:
    """What is read of a text beside its `parse_mode`; spaces around it are lost."""
    text, mode = str(fields.get(name) or ""), fields.get("parse_mode")
    require(mode is None or mode.upper() == "HTML", f"unsupported parse_mode {mode}")
    return (visible_text(text) if mode else text).strip()


def check_text(fields: Mapping[str, Any], name: str = "text") -> None:
    length = utf16(read_text(fields, name))
    require(length, "message text is empty")
    require(length <= MAX_TEXT, "message is too long")


def check_caption(fields: Mapping[str, Any]) -> None:
    require(utf16(read_text(fields, "caption")) <= MAX_CAPTION, "message caption is too long")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        require(tag in ALLOWED_TAGS, f"can't parse entities: unsupported tag {tag}")
        given = dict(attrs)
        require(tag != "a" or given.get("href"), "can't parse entities: no address")
        spoiler = given.get("class") == "tg-spoiler"
        require(tag != "span" or spoiler, "can't parse entities: unsupported tag span")
        nested = tag == "blockquote" and tag in self.opened
        require(not nested, "can't parse entities: blockquote entities can't be nested")
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        require(self.opened[-1:] == [tag], f"can't parse entities: unexpected end of {tag}")
        self.opened.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)
