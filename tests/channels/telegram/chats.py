"""People, chats and messages as Telegram describes them."""

from itertools import count
from typing import Any

_ids = count(1)
ME = {"id": 123456, "is_bot": True, "first_name": "Trait", "username": "TraitBot"}


def next_number() -> int:
    """Numbers of messages grow, whoever sends them."""
    return next(_ids)


def a_person(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "Ana", "language_code": "fr"}


def a_chat(number: int, **more: object) -> dict[str, Any]:
    """A private chat, or a group when the number is negative."""
    named = (
        {"type": "private", "first_name": "Ana"}
        if number > 0
        else {"type": "supergroup", "title": "Conseil municipal"}
    )
    return {"id": number, **named, **more}


def a_message(chat: int = 7, sender: int | None = None, **content: object) -> dict[str, Any]:
    """A message of a private chat, or of a group when `chat` is negative."""
    return {
        "message_id": next_number(),
        "date": 1_700_000_000,
        "chat": a_chat(chat),
        "from": a_person(sender or abs(chat)),
        **content,
    }


def a_message_of_mine(chat: int = 7, **content: Any) -> dict[str, Any]:  # noqa: ANN401 - any
    """A message that the bot sent."""
    return a_message(chat, **{"text": "Choisissez", **content}) | {"from": ME}
