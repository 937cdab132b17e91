"""What is done with each kind of update: read it, ask the assistant, send what it says."""

import logging
import traceback
from collections import deque
from contextlib import suppress
from typing import Protocol

from telegram import Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.channels.telegram import sentences
from bot.channels.telegram.addressing import address_of
from bot.channels.telegram.courier import Courier
from bot.channels.telegram.incoming import CHANNEL, read_message
from bot.domain.buttons import HELP
from bot.domain.exchange import Message, Outcome

logger = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE


class Interlocutor(Protocol):
    """Who answers."""

    async def welcome(self, channel: str, conversation: str) -> Outcome:
        """The first words of a conversation."""

    async def answer(self, message: Message) -> Outcome:
        """What there is to say to a message."""


class Reception:
    """Receives updates, one method for each kind."""

    def __init__(self, assistant: Interlocutor, courier: Courier) -> None:
        self._assistant = assistant
        self._courier = courier
        self._albums: deque[str] = deque(maxlen=64)

    async def welcome(self, update: Update, _: Context) -> None:
        """Open, or open again, a conversation."""
        address = address_of(update)
        if address:
            async with self._courier.typing(address):
                outcome = await self._assistant.welcome(CHANNEL, str(address.chat))
            await self._courier.deliver(address, outcome.replies)

    async def help(self, update: Update, _: Context) -> None:
        """Tell what the assistant can do."""
        address = address_of(update)
        if address:
            await self._answer(update, Message(CHANNEL, str(address.chat), press=HELP))

    async def answer(self, update: Update, _: Context) -> None:
        """Answer a text or a position."""
        await self._answer(update, read_message(update))

    async def answer_press(self, update: Update, _: Context) -> None:
        """Answer a pressed button, whose spinner stops first, whatever comes next."""
        if update.callback_query:
            # A press older than a quarter of an hour can no longer be acknowledged.
            with suppress(TelegramError):
                await update.callback_query.answer()
        await self._answer(update, read_message(update))

    async def refuse_command(self, update: Update, _: Context) -> None:
        """Say that a command does not exist, and what does."""
        await self._say(update, sentences.UNKNOWN_COMMAND)

    async def decline_voice(self, update: Update, _: Context) -> None:
        """Say how to speak instead of writing."""
        await self._say(update, sentences.VOICE)

    async def decline(self, update: Update, _: Context) -> None:
        """Say what can be read, once for all the pictures of an album."""
        album = update.effective_message and update.effective_message.media_group_id
        if album in self._albums:
            return
        if album:
            self._albums.append(album)
        await self._say(update, sentences.UNREADABLE)

    async def report(self, update: object, context: Context) -> None:
        """Log what failed, and apologise if that can be of use."""
        error = context.error
        if error is None or isinstance(error, Forbidden):  # the bot was blocked, or sent away
            return
        # Neither the error's own words nor its causes: they may quote the person.
        frames = "".join(traceback.format_tb(error.__traceback__))
        logger.error("an update was not answered: %s\n%s", type(error).__name__, frames)
        if isinstance(error, BadRequest) or not isinstance(error, TelegramError):
            with suppress(TelegramError):
                await self._say(update, sentences.APOLOGY)

    async def _answer(self, update: Update, message: Message | None) -> None:
        address = address_of(update)
        if address and message:
            async with self._courier.typing(address):
                outcome = await self._assistant.answer(message)
            await self._courier.deliver(address, outcome.replies)

    async def _say(self, update: object, sentence: str) -> None:
        address = address_of(update)
        if address:
            await self._courier.say(address, sentence)
