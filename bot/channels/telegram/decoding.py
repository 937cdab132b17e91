"""Updates as they come, read with suspicion: a wrong type is caught here or nowhere."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telegram import Bot, CallbackQuery, Chat, Location, Message, Update, User

RECEIVED = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
"""The kinds of updates asked of Telegram."""

MAX_ID = 2**53
"""Identifiers have 52 significant bits at most (Bot API, `Chat` and `User`)."""


class UndecodableError(ValueError):
    """What came is no update that can be answered; its words are not in the message."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose update it is: the chat where it is answered, and who wrote.

    Whoever writes under the name of a group or of a channel is that one: Telegram gives them all
    the same account.
    """

    chat: int
    sender: int


def number_of(raw: object) -> int | None:
    """The number of an update, by which Telegram is told that it came; none if it has none."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    return number if _is_id(number) else None


def decode(raw: object, bot: Bot) -> Update:
    """An update whose parts that are read have their types.

    Raises:
        UndecodableError: it has not.
    """
    if not isinstance(raw, dict) or number_of(raw) is None:
        raise UndecodableError("no update")
    try:
        update = Update.de_json(raw, bot)
        is_sound = all(_claims(update))
    except Exception as error:  # noqa: BLE001 - the edge: the library fails in every way
        raise UndecodableError(type(error).__name__) from None
    if not is_sound:
        raise UndecodableError("a field of another type")
    return update


def origin_of(update: Update) -> Origin | None:
    """Whose update it is; none when it comes from no chat."""
    sender, chat = update.effective_sender, update.effective_chat
    if chat is None:
        return None
    return Origin(chat.id, sender.id if sender else chat.id)


def _claims(update: Update) -> Iterator[bool]:
    """What must hold of the fields that are read later."""
    for chat in filter(None, (update.effective_chat,)):
        yield isinstance(chat, Chat) and _is_id(chat.id) and isinstance(chat.type, str)
    for user in filter(None, (update.effective_user,)):
        yield isinstance(user, User) and _is_id(user.id)
    for sender in filter(None, (update.effective_sender,)):
        yield isinstance(sender, User | Chat) and _is_id(sender.id)
    if update.effective_message:
        yield from _message_claims(update.effective_message)
    if update.callback_query:
        yield from _press_claims(update.callback_query)
    if update.inline_query:
        yield isinstance(update.inline_query.query, str)
        yield isinstance(update.inline_query.id, str)


def _message_claims(message: object) -> Iterator[bool]:
    if not isinstance(message, Message):
        return  # one that is no longer accessible: its chat and its number alone
    yield _is_id(message.message_id)
    yield _is_text(message.text) and _is_text(message.caption) and _is_text(message.media_group_id)
    yield message.message_thread_id is None or _is_id(message.message_thread_id)
    for entity in (*message.entities, *message.caption_entities):
        yield _is_id(entity.offset) and _is_id(entity.length) and isinstance(entity.type, str)
    if message.location:
        yield _is_somewhere(message.location)


def _press_claims(query: CallbackQuery) -> Iterator[bool]:
    yield isinstance(query.id, str) and _is_text(query.data)
    if query.message:
        yield _is_id(query.message.message_id)


def _is_somewhere(location: Location) -> bool:
    latitude, longitude = location.latitude, location.longitude
    if not all(isinstance(it, int | float) and math.isfinite(it) for it in (latitude, longitude)):
        return False
    return abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 - degrees


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < MAX_ID
