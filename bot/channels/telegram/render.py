"""Replies as Telegram shows them: a text in HTML and rows of buttons."""

from dataclasses import dataclass
from typing import assert_never

from bot.channels.telegram.keyboard import Rows, arrange
from bot.channels.telegram.markup import bold, italic, lines, link, paragraphs, plain
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


@dataclass(frozen=True, slots=True)
class Rendered:
    """A reply, ready: its text in Telegram's HTML, of any length, and its keyboard."""

    text: str
    keyboard: Rows = ()


def render(reply: Reply) -> Rendered:
    """One reply, with its buttons."""
    return Rendered(_text(reply), arrange(reply.buttons))


def _text(reply: Reply) -> str:
    match reply:
        case Answer():
            return _answer(reply)
        case Found(text=text, items=items):
            listed = (_item(rank, item) for rank, item in enumerate(items, start=1))
            return paragraphs(plain(text), *listed)
        case Question(text=text) | Document(text=text):
            return plain(text)
        case Alert(text=text, numbers=numbers):
            return paragraphs(plain(text), *map(_number, numbers))
        case Statement(text=text, tip=tip):
            return paragraphs(plain(text), _tip(tip))
        case Sources(title=title, citations=citations):
            listed = (_listed(page, citation) for page, citation in citations)
            return paragraphs(bold(title), *listed)
        case _:
            assert_never(reply)


def _answer(answer: Answer) -> str:
    advice = f"Conseil de terrain : {answer.advice}" if answer.advice else ""
    return paragraphs(
        bold(answer.title),
        *map(_warning, answer.notices),
        plain(answer.text),
        italic(advice),
        f"👉 {plain(answer.next_step)}" if answer.next_step else "",
        _tip(answer.tip),
        source_line(answer.citation),
        italic(answer.legal_notice),
    )


def _warning(notice: str) -> str:
    return f"⚠️ {plain(notice)}" if notice else ""


def _tip(tip: Tip | None) -> str:
    if tip is None:
        return ""
    if tip.reach.startswith(("https://", "http://")):
        whom = link(tip.name, tip.reach)
    else:
        whom = " : ".join(filter(None, (bold(tip.name), plain(tip.reach))))
    return lines(f"📞 À qui s'adresser : {whom}", plain(tip.notice))


def source_line(citation: Citation | None) -> str:
    """Where an answer comes from, and when that was checked."""
    if citation is None:
        return ""
    return f"Source : {link(citation.publisher, citation.url)}, {_checked(citation)}"


def _checked(dated: Citation | Item) -> str:
    return f"vérifié le {french_date(dated.checked_on)}" if dated.checked_on else ""


def _listed(page: str, citation: Citation) -> str:
    return f"• {link(page, citation.url)} ({plain(citation.publisher)}, {_checked(citation)})"


def whereabouts(item: Item) -> str:
    """Where a place is, and how far when that is known; not escaped yet."""
    distance = how_far(item.distance_km) if item.distance_km is not None else ""
    return ", ".join(filter(None, (item.where, distance)))


def _item(rank: int, item: Item) -> str:
    name = link(item.name, item.url) if item.url else bold(item.name)
    source = ", ".join(filter(None, (plain(item.source), _checked(item))))
    return lines(
        " — ".join(filter(None, (f"{rank}. {name}", plain(whereabouts(item))))),
        plain(item.description),
        " · ".join(filter(None, (plain(item.phone), plain(item.email)))),
        _warning(item.notice),
        f"Source : {source}" if source else "",
    )


def _number(number: Number) -> str:
    hours = f" ({plain(number.hours)})" if number.hours else ""
    return f"☎️ {bold(number.number)} {plain(number.name)} : {plain(number.use)}{hours}"
