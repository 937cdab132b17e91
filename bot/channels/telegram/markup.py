"""Text in Telegram's HTML: whatever comes in is escaped, whatever comes out is well formed."""

import re
from html import escape, unescape

MAX_PIECE = 4_000
"""UTF-16 units of a message, tags included: Telegram takes 4,096 without them."""

MAX_CAPTION = 1_024
"""UTF-16 units of what stands under a file."""

MAX_ADDRESS = 1_000
"""UTF-16 units of an address once escaped: a longer one would leave no room for its text."""

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
    address = escape(url)
    if units(address) > MAX_ADDRESS:
        return plain(text)
    return f'<a href="{address}">{plain(text)}</a>'


def units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 code units."""
    return len(_utf16(text)) // 2


def count(html: str) -> int:
    """The length of what is read, in UTF-16 units: neither tags nor the length of entities."""
    return units(unescape(_TAG.sub("", html)))


def lines(*parts: str) -> str:
    """Parts one under the other; the empty ones are left out."""
    return "\n".join(filter(None, parts))


def paragraphs(*parts: str) -> str:
    """Parts with an empty line between them; the empty ones are left out."""
    return "\n\n".join(filter(None, parts))


def split(html: str, limit: int = MAX_PIECE) -> tuple[str, ...]:
    """Well-formed pieces with something to read, cut between paragraphs if possible.

    Each has about `limit` UTF-16 units at most. A tag that is open where the text is cut is closed
    there and opened again in the next piece.
    """
    pieces, opened, rest = [], "", html
    while rest:
        # Tags that take half of a piece leave the other half to what is read.
        at = _cut(rest, max(limit // 2, limit - units(opened)))
        piece = opened + rest[:at].rstrip()
        tags = _open_tags(piece)
        pieces.append(piece + "".join(f"</{name}>" for name, _ in reversed(tags)))
        opened, rest = "".join(tag for _, tag in tags), rest[at:].lstrip()
    return tuple(filter(_is_read, pieces)) or (html,)


def _cut(html: str, room: int) -> int:
    """Where to cut: after a paragraph, else a line, else a word, else a character; never at 0."""
    end = len(_utf16(html)[: 2 * room].decode("utf-16-le", "ignore"))
    if end == len(html):
        return end
    for separator in ("\n\n", "\n", " "):
        at = html.rfind(separator, end // 2, end)
        while at > 0 and _is_inside_tag(html, at):
            at = html.rfind(separator, end // 2, at)
        if at > 0:
            return at
    return _whole(html, end) or _first(html)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _is_read(html: str) -> bool:
    return bool(_TAG.sub("", html).strip())


def _first(html: str) -> int:
    """The length of the first tag, entity or character."""
    end = {"<": ">", "&": ";"}.get(html[0], html[0])
    return max(1, html.find(end) + 1)


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
