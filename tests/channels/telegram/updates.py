"""Updates as Telegram makes them."""

import re
from typing import Any

from tests.channels.telegram.chats import (
    ME,
    a_chat,
    a_message,
    a_message_of_mine,
    a_person,
    next_number,
)
from tests.channels.telegram.oracle_text import utf16
from tests.channels.telegram.queries import (
    a_choice,
    a_press,
    a_press_on_a_lost_message,
    a_press_on_an_inline_message,
    an_inline_query,
)

__all__ = [
    "ATTACHMENTS",
    "ME",
    "a_channel_post",
    "a_chat",
    "a_choice",
    "a_command",
    "a_live_position_moving",
    "a_membership",
    "a_mention",
    "a_message",
    "a_message_of_mine",
    "a_person",
    "a_position",
    "a_press",
    "a_press_on_a_lost_message",
    "a_press_on_an_inline_message",
    "a_reply",
    "a_text",
    "a_topic_text",
    "a_venue",
    "an_arrival",
    "an_attachment",
    "an_edit",
    "an_inline_query",
    "next_number",
]

WORD = re.compile(r"(?<!\S)(?:/\w+(?:@\w+)?|@\w+)")
"""A command or a name, which Telegram marks."""


def a_text(text: str, chat: int = 7, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any content
    return {"message": a_message(chat, text=text, **_marked(text), **more)}


def an_edit(text: str, chat: int = 7, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any content
    edited = {"edit_date": 1_700_000_060, **_marked(text), **more}
    return {"edited_message": a_message(chat, text=text, **edited)}


def a_command(name: str, chat: int = 7, rest: str = "") -> dict[str, Any]:
    """As telephones write it: with the bot's name in a group."""
    whom = f"@{ME['username']}" if chat < 0 else ""
    return a_text(f"/{name}{whom} {rest}".strip(), chat)


def a_mention(text: str, chat: int) -> dict[str, Any]:
    return a_text(f"@{ME['username']} {text}", chat)


def a_reply(text: str, chat: int, message_id: int | None = None) -> dict[str, Any]:
    """An answer to a message of the bot."""
    numbered = {} if message_id is None else {"message_id": message_id}
    return a_text(text, chat, reply_to_message=a_message_of_mine(chat, **numbered))


def a_topic_text(text: str, chat: int, topic: int) -> dict[str, Any]:
    """A message in a topic of a forum."""
    update = a_text(text, chat, message_thread_id=topic, is_topic_message=True)
    update["message"]["chat"]["is_forum"] = True
    return update


def a_channel_post(text: str, chat: int) -> dict[str, Any]:
    channel = {"id": chat, "type": "channel", "title": "Annonces"}
    post = a_message(chat, text=text, sender_chat=channel) | {"chat": channel}
    del post["from"]
    return {"channel_post": post}


def a_position(latitude: float, longitude: float, chat: int = 7) -> dict[str, Any]:
    return {"message": a_message(chat, location=_location(latitude, longitude))}


def a_live_position_moving(latitude: float, longitude: float, chat: int = 7) -> dict[str, Any]:
    moved = _location(latitude, longitude) | {"live_period": 900}
    return {"edited_message": a_message(chat, location=moved, edit_date=1_700_000_060)}


def a_venue(
    latitude: float, longitude: float, title: str = "Mairie", chat: int = 7
) -> dict[str, Any]:
    """A place that somebody chose on the map: it is a position too."""
    place = _location(latitude, longitude)
    venue = {"location": place, "title": title, "address": "1 place de la Mairie"}
    return {"message": a_message(chat, location=place, venue=venue)}


def an_attachment(kind: str, chat: int = 7, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any content
    """A message with one of `ATTACHMENTS`."""
    return {"message": a_message(chat, **more) | {kind: ATTACHMENTS[kind]}}


def an_arrival(chat: int, who: dict[str, Any] | None = None) -> dict[str, Any]:
    """Somebody (the bot itself, with `ME`) came into a group, whose members see it."""
    return {"message": a_message(chat, new_chat_members=[who or a_person(8)])}


def a_membership(status: str, chat: int = 7, before: str = "left") -> dict[str, Any]:
    """What the bot has become in a chat: `member`, `left`, or `kicked`: blocked, in private."""
    change = {
        "chat": a_chat(chat),
        "from": a_person(abs(chat)),
        "date": 1_700_000_000,
        "old_chat_member": _member(before),
        "new_chat_member": _member(status),
    }
    return {"my_chat_member": change}


_FILE = {"file_id": "f", "file_unique_id": "u"}
_SIZED = _FILE | {"width": 512, "height": 512}
_POLL = {
    "id": "1",
    "question": "Quand ?",
    "options": [],
    "total_voter_count": 0,
    "type": "regular",
    "is_closed": False,
    "is_anonymous": True,
    "allows_multiple_answers": False,
    "allows_revoting": True,
    "members_only": False,
}

ATTACHMENTS: dict[str, object] = {
    "animation": _SIZED | {"duration": 3},
    "audio": _FILE | {"duration": 3},
    "contact": {"phone_number": "+33000000000", "first_name": "Ana"},
    "dice": {"emoji": "🎲", "value": 3},
    "document": _FILE,
    "photo": [_SIZED],
    "poll": _POLL,
    "sticker": _SIZED | {"type": "regular", "is_animated": False, "is_video": False},
    "video": _SIZED | {"duration": 3},
    "video_note": _FILE | {"duration": 3, "length": 240},
    "voice": _FILE | {"duration": 3},
}
"""What a message can hold instead of a text."""


def _member(status: str) -> dict[str, Any]:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": ME, "status": status, **until}


def _location(latitude: float, longitude: float) -> dict[str, Any]:
    return {"latitude": latitude, "longitude": longitude}


def _marked(text: str) -> dict[str, Any]:
    """Where commands and names stand, counted in UTF-16 as Telegram does."""
    found = [
        {
            "type": "bot_command" if word[0].startswith("/") else "mention",
            "offset": utf16(text[: word.start()]),
            "length": utf16(word[0]),
        }
        for word in WORD.finditer(text)
    ]
    return {"entities": found} if found else {}
