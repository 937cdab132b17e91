"""Plain text as people read it: paragraphs, lists, and what can be followed or called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.channels.web.french import dialled, typeset

BULLET = "– "
"""What opens a line of a list in the texts of the team."""

LONGEST_ADDRESS = 40
"""Characters of an address that a telephone shows on one line."""

_SCHEME = re.compile(r"https?://(?:www\.)?")
_LINK = re.compile(
    r"(?P<web>https?://[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]])"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<phone>(?<![\d+])(?:\+33[  ]?[1-9]|0[1-9])(?:[  .-]?\d{2}){4}(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `href` when it leads somewhere."""

    text: str
    href: str | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A list of lines, or a paragraph of lines."""

    lines: tuple[Line, ...]
    is_list: bool = False


def blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs end at an empty line; lines that open with a dash make a list."""
    lines = [line.strip() for line in text.splitlines()]
    return tuple(
        Block(tuple(spans(line.removeprefix(BULLET)) for line in group), is_list=kind == "list")
        for kind, group in groupby(lines, key=_kind)
        if kind != "empty"
    )


def _kind(line: str) -> str:
    if not line:
        return "empty"
    return "list" if line.startswith(BULLET) else "paragraph"


def spans(line: str) -> Line:
    """The same text, with its web addresses, e-mail addresses and French numbers as links."""
    return tuple(_cut(line))


def _cut(line: str) -> Iterator[Span]:
    end = 0
    for match in _LINK.finditer(line):
        if match.start() > end:
            yield Span(typeset(line[end : match.start()]))
        yield _link(match)
        end = match.end()
    if end < len(line):
        yield Span(typeset(line[end:]))


def _link(match: re.Match[str]) -> Span:
    found = match[0]
    if match["web"]:
        return Span(_readable(found), found)
    return Span(found, f"mailto:{found}" if match["mail"] else f"tel:{dialled(found)}")


def _readable(url: str) -> str:
    """The address as it is said aloud; only the site's name when the rest is long."""
    address = _SCHEME.sub("", url).rstrip("/")
    return address if len(address) <= LONGEST_ADDRESS else address.partition("/")[0]
