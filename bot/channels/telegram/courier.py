"""Carries letters through a bot, and tells what to do with those that do not go."""

import asyncio
import logging
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Protocol, assert_never

import telegram
from telegram import Bot, Location
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.channels.telegram import sentences
from bot.channels.telegram.addressing import Address
from bot.channels.telegram.keyboard import NO_PREVIEW, SHARE, markup_of
from bot.channels.telegram.letters import (
    Addressed,
    Buttons,
    Content,
    File,
    Picture,
    Text,
    Venue,
    opened,
)
from bot.channels.telegram.markup import plain
from bot.channels.telegram.patience import pause_after
from bot.domain.mail import Letter
from bot.domain.map import Map

logger = logging.getLogger(__name__)

MAX_TRIES = 2_000
"""Times that a letter is tried: about a day, after which nobody waits for it."""


class Cartographer(Protocol):
    """Draws maps."""

    def draw(self, map_: Map) -> bytes:
        """A picture."""


@dataclass(frozen=True, slots=True)
class Courier:
    """Sends through a bot; `first_pause` is in seconds, before what failed is tried again."""

    bot: Bot
    cartographer: Cartographer
    first_pause: float

    async def send(self, letter: Letter, tries: int) -> float | None:
        """Send a letter that failed `tries` times; seconds to wait before another try, if any."""
        try:
            told = opened(letter)
        except ValueError:
            logger.error("a letter of another shape is dropped")  # noqa: TRY400
            return None
        return await self._carry(told, tries)

    async def _carry(self, told: Addressed, tries: int) -> float | None:
        try:
            await self._send(told)
        except RetryAfter as error:
            return pause_after(error, tries, self.first_pause)
        except ChatMigrated as error:
            return await self._send_otherwise(_moved(told, error.new_chat_id), tries)
        except Forbidden:
            return None  # blocked, or sent away: nobody waits for it
        except BadRequest as error:
            return await self._send_otherwise(_instead_of(told, error), tries)
        except TelegramError as error:
            return self._later(error, tries)
        except Exception as error:  # noqa: BLE001 - the edge: one letter must not stop a chat
            logger.error("a letter cannot be made and is dropped: %s", type(error).__name__)  # noqa: TRY400
        return None

    def _later(self, error: TelegramError, tries: int) -> float | None:
        # The class alone: the words of an error may hold the token or a message.
        name = type(error).__name__
        if tries >= MAX_TRIES:
            logger.error("Telegram: %s for a day, a message is dropped", name)
            return None
        pause = pause_after(error, tries, self.first_pause)
        logger.warning("Telegram: %s, next try in %.1f s", name, pause)
        return pause

    async def _send_otherwise(self, told: Addressed | None, tries: int) -> float | None:
        """Send what replaces a refused letter, once it is not refused in its turn."""
        if told is None:
            return None
        try:
            await self._send(told)
        except (BadRequest, Forbidden) as error:
            logger.warning("Telegram: %s, a message is dropped", type(error).__name__)
        except TelegramError as error:
            return self._later(error, tries)
        return None

    async def _send(self, told: Addressed) -> None:
        content = told.content
        match content:
            case Text(instead=None):
                await self._send_text(told.address, content)
            case Text(instead=message):
                await self.bot.edit_message_text(
                    content.html,
                    told.address.chat,
                    message,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=NO_PREVIEW,
                    reply_markup=markup_of(content.keyboard),
                )
            case Buttons(message=message, keyboard=keyboard):
                await self.bot.edit_message_reply_markup(
                    told.address.chat, message, reply_markup=markup_of(keyboard)
                )
            case _:
                await self._send_media(told.address, content)

    async def _send_text(self, address: Address, content: Text) -> None:
        await self.bot.send_message(
            address.chat,
            content.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=SHARE if content.asks_position else markup_of(content.keyboard),
            message_thread_id=address.topic,
        )

    async def _send_media(self, address: Address, content: Picture | Venue | File) -> None:
        chat, topic = address.chat, address.topic
        match content:
            case Picture(map=map_, caption=caption):
                drawn = await asyncio.to_thread(self.cartographer.draw, map_)
                await self.bot.send_photo(
                    chat, drawn, caption, filename="carte.png", message_thread_id=topic
                )
            case Venue(position=position, title=title, address=where):
                # Apart, a latitude or a longitude of zero is none to the library.
                spot = Location(position.longitude, position.latitude)
                venue = telegram.Venue(spot, title, where)
                await self.bot.send_venue(chat, venue=venue, message_thread_id=topic)
            case File():
                await self._send_file(address, content)
            case _:
                assert_never(content)

    async def _send_file(self, address: Address, content: File) -> None:
        await self.bot.send_document(
            address.chat,
            BytesIO(content.content.encode()),
            content.caption,
            filename=content.name,
            reply_markup=markup_of(content.keyboard),
            message_thread_id=address.topic,
        )


def _moved(told: Addressed, chat: int) -> Addressed | None:
    """The same in the supergroup that a group has become; what was shown before is not there."""
    address = replace(told.address, chat=chat)
    match told.content:
        case Buttons():
            return None
        case Text() as text:
            return Addressed(address, replace(text, instead=None))
        case content:
            return Addressed(address, content)


def _instead_of(told: Addressed, error: BadRequest) -> Addressed | None:
    """What to send in place of what Telegram refuses: a page as a new message, else an apology."""
    content: Content = told.content
    match content:
        case Text(instead=int()):
            is_same = "not modified" in error.message.lower()
            return None if is_same else replace(told, content=replace(content, instead=None))
        case Text() | File():
            logger.error("Telegram refuses a message: an apology is sent")
            return replace(told, content=Text(plain(sentences.APOLOGY)))
        case _:
            return None  # what comes beside an answer
