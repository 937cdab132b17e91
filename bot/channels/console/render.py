"""Replies as rich text for a terminal."""

from typing import assert_never

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.domain.dates import french_date
from bot.domain.distances import how_far
from bot.domain.replies import (
    Alert,
    Answer,
    Citation,
    Document,
    Found,
    Item,
    Question,
    Reply,
    Sources,
    Statement,
    Tip,
)


def render(reply: Reply) -> RenderableType:
    """A reply without its buttons."""
    match reply:
        case Answer():
            return _answer(reply)
        case Found():
            return _stack(Text(reply.text), *map(_item, reply.items))
        case Alert():
            return _alert(reply)
        case Sources():
            cited = [_stack(Text(f"– {title}"), _cite(source)) for title, source in reply.citations]
            return _stack(Text(reply.title, "bold"), *cited)
        case Question() | Statement() | Document():
            return _said(reply)
        case _:
            assert_never(reply)


def _said(reply: Question | Statement | Document) -> RenderableType:
    tip = _tip(reply.tip) if isinstance(reply, Statement) else None
    content = _whole(reply.content) if isinstance(reply, Document) else None
    return _stack(Text(reply.text), tip, content)


def _whole(content: str) -> RenderableType:
    """A text whose lines are those of a file: to be printed without cropping."""
    return Text(content, no_wrap=True, overflow="ignore")


def _answer(reply: Answer) -> RenderableType:
    advice = Text.assemble(("Conseil de terrain : ", "italic yellow"), reply.advice)
    return _stack(
        Text(reply.title, "bold cyan"),
        *(Text(notice, "yellow") for notice in reply.notices),
        Text(reply.text) if reply.text else None,
        advice if reply.advice else None,
        Text(f"→ {reply.next_step}", "green") if reply.next_step else None,
        _tip(reply.tip),
        _cite(reply.citation) if reply.citation else None,
        Text(reply.legal_notice, "dim italic") if reply.legal_notice else None,
    )


def _alert(reply: Alert) -> RenderableType:
    numbers = [
        Text.assemble((item.number, "bold"), f"  {item.name} : {item.use} ({item.hours})")
        for item in reply.numbers
    ]
    return Panel(_stack(Text(reply.text, "bold"), *numbers), border_style="red")


def _item(item: Item) -> RenderableType:
    distance = f" {how_far(item.distance_km)}" if item.distance_km is not None else ""
    head = Text.assemble((item.name, "bold"), f"  {item.where}", (distance, "green"))
    reach = " – ".join(part for part in (item.phone, item.email, item.url or "") if part)
    extra = [Text(line, "dim") for line in (item.notice, reach) if line]
    return Padding(_stack(head, Text(item.description), *extra), (0, 0, 0, 2))


def _tip(tip: Tip | None) -> RenderableType | None:
    if tip is None:
        return None
    parts = [part for part in (tip.reach, tip.notice) if part]
    return Text.assemble("À contacter : ", (tip.name, "bold"), *(f" – {part}" for part in parts))


def _cite(citation: Citation) -> RenderableType:
    checked = french_date(citation.checked_on)
    return Text(f"Source : {citation.publisher}, vérifié le {checked}\n{citation.url}", "dim")


def _stack(*parts: RenderableType | None) -> RenderableType:
    return Group(*(part for part in parts if part is not None))
