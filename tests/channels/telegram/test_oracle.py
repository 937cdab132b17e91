"""What the oracle takes and refuses of a bot's calls."""

import json
from typing import Any

import pytest

from tests.channels.telegram.oracle import RefusedError, read_request
from tests.channels.telegram.uploads import Upload


def call(method: str, **params: object) -> dict[str, Any]:
    """Read a call whose parameters are written as in a form."""
    form = {name: v if isinstance(v, str) else json.dumps(v) for name, v in params.items()}
    return read_request(method, form)


@pytest.mark.parametrize(
    ("method", "params", "complaint"),
    [
        ("sendMessage", {"chat_id": 7}, "Field required"),
        ("sendMessage", {"chat_id": 7, "text": "a", "reply_to_message_id": 3}, "unknown param"),
        ("sendMessage", {"chat_id": 7, "text": "a", "reply_parameters": "{"}, "can't parse"),
        ("sendMessage", {"chat_id": 7, "text": " \n "}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": "<b> </b>", "parse_mode": "HTML"}, "text is empty"),
        ("sendMessage", {"chat_id": 7, "text": "é" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": "👉" * 2049}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": "<b>a", "parse_mode": "HTML"}, "can't parse ent"),
        ("sendMessage", {"chat_id": 7, "text": "*a*", "parse_mode": "Markdown"}, "parse_mode"),
        ("editMessageText", {"chat_id": 7, "text": "a"}, "identifier is not specified"),
        ("editMessageText", {"inline_message_id": "a", "text": "é" * 4097}, "message is too long"),
        ("sendPhoto", {"chat_id": 7, "photo": "f", "caption": "é" * 1025}, "caption is too long"),
        ("sendPhoto", {"chat_id": 7, "photo": "attach://a"}, "refers to no file"),
        ("sendVenue", {"chat_id": 7, "latitude": 1, "longitude": 2, "title": "a"}, "required"),
        ("sendLocation", {"chat_id": 7, "latitude": 91, "longitude": 2}, "latitude is out of"),
        ("sendChatAction", {"chat_id": 7, "action": "thinking"}, "wrong parameter action"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "é" * 201}, "text is too long"),
        ("answerInlineQuery", {"inline_query_id": "1", "results": [], "colour": 3}, "unknown"),
        ("setMyCommands", {"commands": [{"command": "Aide", "description": "a"}]}, "INVALID"),
        ("setMyCommands", {"commands": [{"command": "aide", "description": ""}]}, "DESCRIPTION"),
        ("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 2}, "DUPLICATE"),
        ("setMyDescription", {"description": "é" * 513}, "description is too long"),
        ("setMyDescription", {"language_code": "fr-FR"}, "language_code"),
        ("setMyShortDescription", {"short_description": "é" * 121}, "too long"),
        ("setWebhook", {"url": "http://example.org"}, "An HTTPS URL must be provided"),
        ("setWebhook", {"url": "https://example.org:8000"}, "only on ports"),
        ("setWebhook", {"url": "https://example.org", "secret_token": "é"}, "secret token"),
        ("setWebhook", {"url": "https://example.org", "max_connections": 101}, "max_connections"),
        ("getUpdates", {"allowed_updates": ["messages"]}, "unknown updates"),
    ],
)
def test_a_call_that_telegram_refuses_is_refused(
    method: str, params: dict[str, object], complaint: str
) -> None:
    with pytest.raises(RefusedError, match=complaint):
        call(method, **params)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": -1, "text": "<b>" + "é" * 4096 + "</b>", "parse_mode": "HTML"}),
        ("sendPhoto", {"chat_id": 7, "photo": "https://example.org/a.png", "caption": "é" * 1024}),
        ("sendChatAction", {"chat_id": 7, "action": "upload_photo"}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "é" * 200}),
        ("setMyCommands", {"commands": [{"command": "aide_2", "description": "é" * 256}]}),
        ("setWebhook", {"url": "https://example.org:8443/telegram", "secret_token": "a-Z_9"}),
        ("setWebhook", {"url": "http://127.0.0.1:8000/telegram", "max_connections": 100}),
        ("setWebhook", {"url": ""}),
    ],
)
def test_a_call_at_the_limits_is_taken(method: str, params: dict[str, object]) -> None:
    assert call(method, **params).keys() == params.keys()


def test_a_file_is_one_that_a_parameter_refers_to() -> None:
    note = Upload("note.txt", b"bonjour")
    assert read_request("sendDocument", {"chat_id": "7"}, {"document": note})
    named = {"chat_id": "7", "document": "attach://note", "caption": "é" * 1024}
    assert read_request("sendDocument", named, {"note": note})
    for name in ("note", "chat_id"):
        with pytest.raises(RefusedError):
            read_request("sendDocument", {"document": "f"}, {name: note})
