"""Replies as plain text, for pipes and for programs."""

from typing import assert_never

from bot.domain.dates import french_date
from bot.domain.distances import how_far
from bot.domain.replies import (
    Alert,
    Answer,
    Citation,
    Document,
    Found,
    Item,
    Number,
    Question,
    Reply,
    Sources,
    Statement,
    Tip,
)


def plain(reply: Reply) -> str:
    """The text of a reply, without its buttons."""
    match reply:
        case Answer():
            return _answer(reply)
        case Found():
            return _join(reply.text, *map(_item, reply.items))
        case Alert():
            return _join(reply.text, *map(_number, reply.numbers))
        case Sources():
            cited = [
                f"– {title} : {_dated(citation)} ({citation.url})"
                for title, citation in reply.citations
            ]
            return _join(reply.title, *cited)
        case Question() | Statement() | Document():
            return _said(reply)
        case _:
            assert_never(reply)


def _said(reply: Question | Statement | Document) -> str:
    tip = _tip(reply.tip) if isinstance(reply, Statement) else ""
    content = reply.content if isinstance(reply, Document) else ""
    return _join(reply.text, tip, content)


def _answer(reply: Answer) -> str:
    return _join(
        reply.title,
        *reply.notices,
        reply.text,
        f"Conseil de terrain : {reply.advice}" if reply.advice else "",
        f"→ {reply.next_step}" if reply.next_step else "",
        _tip(reply.tip),
        f"Source : {_dated(reply.citation)}" if reply.citation else "",
        reply.legal_notice,
    )


def _number(item: Number) -> str:
    return f"{item.number} {item.name} : {item.use} ({item.hours})"


def _item(item: Item) -> str:
    where = f", {item.where}" if item.where else ""
    distance = f", {how_far(item.distance_km)}" if item.distance_km is not None else ""
    reach = " – ".join(part for part in (item.phone, item.email, item.url or "") if part)
    lines = (f"– {item.name}{where}{distance} : {item.description}", item.notice, reach)
    return "\n  ".join(line for line in lines if line)


def _tip(tip: Tip | None) -> str:
    if tip is None:
        return ""
    return " – ".join(part for part in (f"À contacter : {tip.name}", tip.reach, tip.notice) if part)


def _dated(citation: Citation) -> str:
    """Without its address, which `sources` holds beside the text."""
    return f"{citation.publisher}, vérifié le {french_date(citation.checked_on)}"


def _join(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
