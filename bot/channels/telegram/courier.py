"""Sends to a chat: replies in one message or several, sentences, the sign that one is writing."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError

from bot.channels.telegram.addressing import Address
from bot.channels.telegram.keyboard import Rows
from bot.channels.telegram.markup import plain, split
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.render import render
from bot.domain.replies import Reply

TYPING_AFTER = 0.5
"""Seconds after which an answer is late enough to say that it is coming."""

TYPING_EVERY = 4.5
"""Seconds between two signs: Telegram shows each for five."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Courier:
    """Sends through a bot, with a little patience."""

    def __init__(self, bot: Bot, patience: Patience) -> None:
        self._bot = bot
        self._patience = patience

    async def deliver(self, address: Address, replies: Iterable[Reply]) -> None:
        """Send replies in order; the buttons of each stand under its last message.

        Raises:
            TelegramError: a message cannot be delivered; those after it are not sent.
        """
        for reply in replies:
            rendered = render(reply)
            *first, last = split(rendered.text)
            for piece in first:
                await self._send(address, piece)
            await self._send(address, last, _markup(rendered.keyboard))

    async def say(self, address: Address, sentence: str) -> None:
        """Send a sentence of the channel.

        Raises:
            TelegramError: it cannot be delivered.
        """
        await self._send(address, plain(sentence))

    @asynccontextmanager
    async def typing(self, address: Address) -> AsyncIterator[None]:
        """Shows that an answer is being written while the block lasts, if it lasts."""
        signs = asyncio.create_task(self._show_typing(address))
        try:
            yield
        finally:
            signs.cancel()
            await asyncio.wait({signs})

    async def _show_typing(self, address: Address) -> None:
        await asyncio.sleep(TYPING_AFTER)
        with suppress(TelegramError):
            while True:
                await self._bot.send_chat_action(
                    address.chat, ChatAction.TYPING, message_thread_id=address.topic
                )
                await asyncio.sleep(TYPING_EVERY)

    async def _send(
        self, address: Address, text: str, keyboard: InlineKeyboardMarkup | None = None
    ) -> None:
        await self._patience.insist(
            lambda: self._bot.send_message(
                address.chat,
                text,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard,
                message_thread_id=address.topic,
            )
        )


def _markup(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(each.label, callback_data=each.value) for each in row]
            for row in rows
        ]
    )
