"""Updates that wait for an answer: pressed buttons, and what is typed after the bot's name."""

from typing import Any

from tests.channels.telegram.chats import a_chat, a_message_of_mine, a_person, next_number


def a_press(
    data: str, chat: int = 7, *, message_id: int | None = None, sender: int | None = None
) -> dict[str, Any]:
    """A button pressed under a message of the bot (this one)."""
    numbered = {} if message_id is None else {"message_id": message_id}
    keyboard = {"inline_keyboard": [[{"text": "Choix", "callback_data": data}]]}
    message = a_message_of_mine(chat, reply_markup=keyboard, **numbered)
    return _a_query(data, sender or abs(chat), message=message)


def a_press_on_a_lost_message(data: str, chat: int = 7, message_id: int = 1) -> dict[str, Any]:
    """A button under a message that is too old, or deleted: Telegram tells its number only."""
    lost = {"chat": a_chat(chat), "message_id": message_id, "date": 0}
    return _a_query(data, abs(chat), message=lost)


def a_press_on_an_inline_message(
    data: str, inline_message_id: str, sender: int = 7
) -> dict[str, Any]:
    """A button under a message that somebody sent, in some chat, through the bot."""
    return _a_query(data, sender, inline_message_id=inline_message_id)


def an_inline_query(
    query: str, sender: int = 7, offset: str = "", chat_type: str = "sender"
) -> dict[str, Any]:
    """What somebody types after the bot's name, in any chat."""
    return {
        "inline_query": {
            "id": str(next_number()),
            "from": a_person(sender),
            "query": query,
            "offset": offset,
            "chat_type": chat_type,
        }
    }


def a_choice(
    result_id: str, query: str, sender: int = 7, inline_message_id: str | None = None
) -> dict[str, Any]:
    """Which result of an inline query was sent; the message has a number if it has a keyboard."""
    numbered = {} if inline_message_id is None else {"inline_message_id": inline_message_id}
    chosen = {"result_id": result_id, "from": a_person(sender), "query": query, **numbered}
    return {"chosen_inline_result": chosen}


def _a_query(data: str, sender: int, **where: object) -> dict[str, Any]:
    query = {"id": str(next_number()), "from": a_person(sender), "chat_instance": "1"}
    return {"callback_query": query | where | {"data": data}}
