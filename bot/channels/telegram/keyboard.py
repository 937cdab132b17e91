"""What goes under a message: buttons, in rows that a telephone can show."""

import logging
from collections.abc import Iterable

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)

from bot.channels.telegram import sentences
from bot.domain.content import MAX_BUTTON_BYTES
from bot.domain.replies import Button

logger = logging.getLogger(__name__)

SHORT_LABEL = 18
"""Characters of a label that holds in half the width of a telephone."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""Under a message, pages that it cites are not shown."""

SHARE = ReplyKeyboardMarkup(
    [[KeyboardButton(sentences.SEND_POSITION, request_location=True)]],
    resize_keyboard=True,
    one_time_keyboard=True,
)
"""The keyboard that shares where one is, gone once it has."""

Rows = tuple[tuple[Button, ...], ...]


def arrange(buttons: Iterable[Button]) -> Rows:
    """Two short labels in a row, a longer one alone; what Telegram would refuse is left out."""
    rows: list[tuple[Button, ...]] = []
    for button in filter(_is_accepted, buttons):
        if rows and _is_open(rows[-1]) and _is_short(button):
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return tuple(rows)


def _is_open(row: tuple[Button, ...]) -> bool:
    return len(row) == 1 and _is_short(row[0])


def _is_short(button: Button) -> bool:
    return len(button.label) <= SHORT_LABEL


def _is_accepted(button: Button) -> bool:
    size = len(button.value.encode())
    if button.label.strip() and 1 <= size <= MAX_BUTTON_BYTES:
        return True
    logger.warning(
        "button %r left out: %d bytes behind it, 1 to %d accepted",
        button.label,
        size,
        MAX_BUTTON_BYTES,
    )
    return False


def markup_of(rows: Rows) -> InlineKeyboardMarkup | None:
    """Buttons as Telegram takes them; a value that is an address opens it."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(it.label, url=it.value)
                if it.value.startswith("https://")
                else InlineKeyboardButton(it.label, callback_data=it.value)
                for it in row
            ]
            for row in rows
        ]
    )
