"""Updates as Telegram makes them."""

from itertools import count
from typing import Any

_ids = count(1)
ME = {"id": 123456, "is_bot": True, "first_name": "Trait", "username": "TraitBot"}


def a_message(chat: int = 7, **content: object) -> dict[str, Any]:
    """A message of a private chat, or of a group when `chat` is negative."""
    where = (
        {"id": chat, "type": "private", "first_name": "Ana"}
        if chat > 0
        else {"id": chat, "type": "supergroup", "title": "Conseil municipal"}
    )
    who = {"id": abs(chat), "is_bot": False, "first_name": "Ana", "language_code": "fr"}
    number = next(_ids)
    return {"message_id": number, "date": 1_700_000_000, "chat": where, "from": who, **content}


def a_text(text: str, chat: int = 7, **more: object) -> dict[str, Any]:
    entities = _entities(text)
    marked = {"entities": entities} if entities else {}
    return {"message": a_message(chat, text=text, **marked, **more)}


def an_edit(text: str, chat: int = 7) -> dict[str, Any]:
    return {"edited_message": a_message(chat, text=text, edit_date=1_700_000_060)}


def a_press(data: str, chat: int = 7) -> dict[str, Any]:
    query = {
        "id": str(next(_ids)),
        "from": {"id": abs(chat), "is_bot": False, "first_name": "Ana"},
        "chat_instance": "1",
        "message": a_message(chat, text="Choisissez") | {"from": ME},
        "data": data,
    }
    return {"callback_query": query}


def a_position(latitude: float, longitude: float, chat: int = 7) -> dict[str, Any]:
    return {"message": a_message(chat, location=_location(latitude, longitude))}


def a_live_position_moving(latitude: float, longitude: float, chat: int = 7) -> dict[str, Any]:
    moved = _location(latitude, longitude) | {"live_period": 900}
    return {"edited_message": a_message(chat, location=moved, edit_date=1_700_000_060)}


def an_attachment(kind: str, chat: int = 7, **more: object) -> dict[str, Any]:
    """A message with a `photo`, a `sticker`, a `document` or a `voice`."""
    file = {"file_id": "f", "file_unique_id": "u"}
    sized = file | {"width": 512, "height": 512}
    content: dict[str, object] = {
        "photo": [sized],
        "sticker": sized | {"type": "regular", "is_animated": False, "is_video": False},
        "document": file,
        "voice": file | {"duration": 3},
    }
    return {"message": a_message(chat, **{kind: content[kind]}, **more)}


def _location(latitude: float, longitude: float) -> dict[str, Any]:
    return {"latitude": latitude, "longitude": longitude}


def _entities(text: str) -> list[dict[str, Any]]:
    """Where commands and names stand; offsets are right below U+FFFF."""
    found = []
    for word in text.split():
        kind = {"/": "bot_command", "@": "mention"}.get(word[0])
        if kind:
            found.append({"type": kind, "offset": text.index(word), "length": len(word)})
    return found
