"""Inline mode: `@bot fablab cahors`, typed in any chat, gives cards and places to share."""

from collections.abc import Iterator
from typing import Protocol

from telegram import (
    InlineQuery,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InlineQueryResultVenue,
    InputTextMessageContent,
)
from telegram.constants import ParseMode

from bot.channels.telegram import sentences
from bot.channels.telegram.addressing import link_to
from bot.channels.telegram.keyboard import NO_PREVIEW, markup_of
from bot.channels.telegram.markup import bold, paragraphs, plain, split
from bot.channels.telegram.render import render, source_line, whereabouts
from bot.domain.card import Card
from bot.domain.finds import Finds
from bot.domain.replies import Alert, Button, Citation, Found, Item
from bot.domain.text import shorten

KEPT_FOR = 300
"""Seconds that Telegram may show the same results for the same words."""


class Finder(Protocol):
    """Who finds."""

    async def look_up(self, text: str) -> Finds:
        """Cards and places for a few words."""


async def answer_inline(query: InlineQuery, finder: Finder, bot_name: str) -> None:
    """Give what a few words find.

    Raises:
        TelegramError: it came too late, or Telegram cannot be reached.
    """
    finds = await finder.look_up(query.query)
    await query.answer(
        list(_results(finds, bot_name)),
        cache_time=KEPT_FOR,
        button=InlineQueryResultsButton(sentences.ASK_THE_BOT, start_parameter="aide"),
    )


def _results(finds: Finds, bot_name: str) -> Iterator[InlineQueryResult]:
    if finds.danger:
        yield _alert(finds.danger)
        return
    for item in finds.places:
        yield _place(item)
    for card in finds.cards:
        yield _card(card, bot_name)


def _alert(alert: Alert) -> InlineQueryResult:
    numbers = ", ".join(f"{it.number} ({it.name})" for it in alert.numbers)
    content = _content(render(alert).text)
    return InlineQueryResultArticle(
        "urgence", "Numéros d'urgence", content, description=shorten(numbers, 120)
    )


def _card(card: Card, bot_name: str) -> InlineQueryResult:
    source = card.sources[0]
    cited = Citation(source.publisher, source.url, card.checked_on or source.read_on)
    html = paragraphs(bold(card.title), plain(card.summary or ""), source_line(cited))
    more = Button("En savoir plus", link_to(bot_name, card.id))
    return InlineQueryResultArticle(
        f"card:{card.id}",
        card.title,
        _content(html),
        description=shorten(card.summary or "", 120),
        reply_markup=markup_of(((more,),)),
    )


def _place(item: Item) -> InlineQueryResult:
    where = whereabouts(item)
    if item.position is None:
        content = _content(render(Found("", (item,))).text)
        return InlineQueryResultArticle(f"place:{item.id}", item.name, content, description=where)
    return InlineQueryResultVenue(
        f"place:{item.id}",
        item.position.latitude,
        item.position.longitude,
        item.name,
        where or item.name,
    )


def _content(html: str) -> InputTextMessageContent:
    return InputTextMessageContent(
        split(html)[0], parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
    )
