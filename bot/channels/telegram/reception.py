"""What is done with each kind of update: read it, ask the assistant, write what it says."""

import logging
import re
from collections import deque
from functools import partial
from typing import Protocol

from telegram import ChatMember, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.channels.telegram import sentences
from bot.channels.telegram.addressing import address_of, link_to, without_name
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.faults import described
from bot.channels.telegram.incoming import CHANNEL, read_message, read_opening, read_pressed
from bot.channels.telegram.keyboard import Rows
from bot.channels.telegram.typing_sign import typing
from bot.channels.telegram.writing import HERE
from bot.domain import buttons
from bot.domain.exchange import Message, Outcome
from bot.domain.mail import Letter, Posting
from bot.domain.replies import Button
from bot.usecases.answering import Writer
from bot.usecases.mail_ports import AnsweredError

logger = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE

PRESSES = {
    "aide": buttons.HELP,
    "help": buttons.HELP,
    "territoire": buttons.WHERE,
    "humain": buttons.HUMAN,
    "mesdonnees": buttons.COPY,
    "oubliezmoi": buttons.ERASE,
    "stop": buttons.STOP,
}
"""What each command stands for."""

PERSONAL = frozenset(PRESSES[name].partition(":")[0] for name in sentences.PERSONAL)
"""The verbs of those commands, which a button may ask too."""

AWAY = frozenset({ChatMember.LEFT, ChatMember.BANNED})
"""What the bot is in a group where it is not."""


class Interlocutor(Protocol):
    """Who answers."""

    async def answer(self, message: Message, write: Writer | None = None) -> Outcome:
        """What there is to say to a message, kept with what `write` makes of it."""

    async def post(self, posting: Posting) -> None:
        """Keep what is said without having to be understood."""

    def is_alarming(self, text: str) -> bool:
        """Whether a text tells of a danger."""


class Reception:
    """Receives updates, one method for each kind."""

    def __init__(self, assistant: Interlocutor, desk: Desk) -> None:
        self._assistant = assistant
        self.desk = desk
        self._albums: deque[str] = deque(maxlen=64)

    async def welcome(self, update: Update, context: Context) -> None:
        """Open, or open again, a conversation, at a card or a place when a link says so."""
        address = address_of(update)
        if address:
            payload = context.args[0] if context.args else ""
            await self._answer(update, read_opening(str(address.chat), payload))

    async def command(self, update: Update, context: Context) -> None:
        """A command of the menu, with maybe a text after it."""
        address, message = address_of(update), update.effective_message
        if address is None or message is None:
            return
        name = re.match(r"/(\w+)", message.text or "")
        press = PRESSES[name[1].lower()] if name else buttons.HELP
        said = Message(CHANNEL, str(address.chat), press=press)
        if press == buttons.WHERE and context.args:
            said = Message(CHANNEL, str(address.chat), text=" ".join(context.args))
        await self._answer(update, said)

    async def answer(self, update: Update, _: Context) -> None:
        """Answer a text or a position."""
        await self._answer(update, read_message(update))

    async def answer_press(self, update: Update, _: Context) -> None:
        """Answer a pressed button."""
        query, address = update.callback_query, address_of(update)
        if address and query and query.data == HERE:
            await self._post(update, self.desk.case(update).scribe(address).ask_position())
        else:
            await self._answer(update, read_message(update))

    async def refuse_command(self, update: Update, _: Context) -> None:
        """Say that a command does not exist, and what does."""
        await self._say(update, sentences.UNKNOWN_COMMAND)

    async def decline_voice(self, update: Update, _: Context) -> None:
        """Say how to speak instead of writing."""
        await self._say(update, sentences.VOICE)

    async def decline(self, update: Update, _: Context) -> None:
        """Say what can be read, once for an album; the words beside may tell of a danger."""
        address, message = address_of(update), update.effective_message
        if address and message and self.is_alarming(update):
            text = without_name(message.caption or "", update.get_bot())
            await self._answer(update, Message(CHANNEL, str(address.chat), text=text))
            return
        album = message and message.media_group_id
        if album not in self._albums:
            await self._say(update, sentences.UNREADABLE)
        if album:
            self._albums.append(album)

    async def slow_down(self, update: Update) -> None:
        """Say, once, that somebody writes too fast."""
        await self._say(update, sentences.TOO_FAST)

    async def greet_group(self, update: Update, _: Context) -> None:
        """Say how to be answered, in a group that the bot was just added to."""
        change = update.my_chat_member
        was, is_ = change and change.old_chat_member, change and change.new_chat_member
        is_group = change and change.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}
        if is_group and was and is_ and was.status in AWAY and is_.status not in AWAY:
            name = update.get_bot().username
            await self._say(update, sentences.GROUP_HELLO.format(name=name))

    async def report(self, update: object, context: Context) -> None:
        """Log what failed, and apologise."""
        error = context.error
        if not isinstance(update, Update) or error is None:
            return
        if isinstance(error, AnsweredError):
            self.desk.case(update).leave()
            return
        logger.error("an update was not answered: %s", described(error))
        await self._say(update, sentences.APOLOGY)

    async def _answer(self, update: Update, message: Message | None) -> None:
        address = address_of(update)
        if address is None or message is None:
            return
        verb = (message.press or "").partition(":")[0]
        if verb in PERSONAL and not address.is_private:
            await self._say(update, sentences.IN_PRIVATE, _private(update))
            return
        case, pressed = self.desk.case(update), read_pressed(update.callback_query)
        async with typing(update.get_bot(), address):
            await self._assistant.answer(message, partial(case.write, address, pressed))

    async def _say(self, update: Update, sentence: str, keyboard: Rows = ()) -> None:
        address = address_of(update)
        if address:
            await self._post(update, self.desk.case(update).scribe(address).say(sentence, keyboard))

    async def say_nothing(self, update: Update) -> None:
        """There is nothing to say, and nothing more to do."""
        await self._post(update, ())

    def is_alarming(self, update: Update) -> bool:
        """Whether a message tells of a danger, which is heard whatever else."""
        message = None if update.callback_query else update.effective_message
        text = (message.text or message.caption) if message else None
        return bool(text and self._assistant.is_alarming(text))

    async def _post(self, update: Update, letters: tuple[Letter, ...]) -> None:
        case = self.desk.case(update)
        try:
            await self._assistant.post(case.close(letters))
        except AnsweredError:
            case.leave()


def _private(update: Update) -> Rows:
    """The button that opens a conversation with the bot."""
    return ((Button(sentences.OPEN_PRIVATE, link_to(update.get_bot().username)),),)
