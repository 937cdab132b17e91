"""Text in Telegram's HTML: whatever comes in is escaped, whatever comes out is well formed."""

import re
from html import escape, unescape

MAX_PIECE = 4_000
"""Characters of a message, tags included: Telegram takes 4,096 without them."""

MAX_ADDRESS = 1_000
"""Characters of an address: a longer one would leave no room for its text."""

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>\w+)[^<>]*>")
_ENTITY = re.compile(r"&#?\w{0,8}$")


def plain(text: str) -> str:
    """Text as it is."""
    return escape(text.strip(), quote=False)


def bold(text: str) -> str:
    """Text that stands out."""
    return f"<b>{plain(text)}</b>" if text else ""


def italic(text: str) -> str:
    """Text set apart."""
    return f"<i>{plain(text)}</i>" if text else ""


def link(text: str, url: str) -> str:
    """Text that opens a page."""
    if len(url) > MAX_ADDRESS:
        return plain(text)
    return f'<a href="{escape(url)}">{plain(text)}</a>'


def count(html: str) -> int:
    """Characters that are read: neither tags nor the length of entities."""
    return len(unescape(_TAG.sub("", html)))


def lines(*parts: str) -> str:
    """Parts one under the other; the empty ones are left out."""
    return "\n".join(filter(None, parts))


def paragraphs(*parts: str) -> str:
    """Parts with an empty line between them; the empty ones are left out."""
    return "\n\n".join(filter(None, parts))


def split(html: str, limit: int = MAX_PIECE) -> tuple[str, ...]:
    """Well-formed pieces of about `limit` characters at most, cut between paragraphs if possible.

    A tag that is open where the text is cut is closed there and opened again in the next piece.
    """
    pieces = []
    rest = html
    while len(rest) > limit:
        at = _cut(rest, limit)
        opened = _open_tags(rest[:at])
        closing = "".join(f"</{name}>" for name, _ in reversed(opened))
        pieces.append(rest[:at].rstrip() + closing)
        rest = "".join(tag for _, tag in opened) + rest[at:].lstrip()
    return (*pieces, rest)


def _cut(html: str, limit: int) -> int:
    """Where to cut: after a paragraph, else a line, else a word, else a character."""
    for separator in ("\n\n", "\n", " "):
        at = html.rfind(separator, limit // 2, limit)
        while at > 0 and _is_inside_tag(html, at):
            at = html.rfind(separator, limit // 2, at)
        if at > 0:
            return at
    return _whole(html, limit)


def _is_inside_tag(html: str, at: int) -> bool:
    return html.rfind("<", 0, at) > html.rfind(">", 0, at)


def _whole(html: str, at: int) -> int:
    """The last place before `at` that breaks neither a tag nor an entity."""
    if _is_inside_tag(html, at):
        return html.rfind("<", 0, at)
    entity = _ENTITY.search(html, max(0, at - 10), at)
    return entity.start() if entity else at


def _open_tags(html: str) -> list[tuple[str, str]]:
    """The tags left open, outermost first: their names, and how they were written."""
    opened: list[tuple[str, str]] = []
    for tag in _TAG.finditer(html):
        if tag["closing"]:
            opened.pop()
        else:
            opened.append((tag["name"], tag[0]))
    return opened
