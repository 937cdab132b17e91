"""Keyboards and inline results that the oracle takes and refuses."""

import json
from typing import Any

import pytest

from tests.channels.telegram.oracle import RefusedError, read_request

GROUP = -100123


def sent(chat: int, markup: dict[str, object]) -> dict[str, Any]:
    """A message with a keyboard."""
    form = {"chat_id": str(chat), "text": "Choisissez", "reply_markup": json.dumps(markup)}
    return read_request("sendMessage", form)


def keyed(*buttons: dict[str, object]) -> dict[str, Any]:
    return sent(7, {"inline_keyboard": [list(buttons)]})


def asking(chat: int, **button: object) -> dict[str, Any]:
    return sent(chat, {"keyboard": [[{"text": "Où je suis", **button}]]})


def answered(*results: dict[str, object]) -> dict[str, Any]:
    """The results of an inline query."""
    form = {"inline_query_id": "1", "results": json.dumps(results)}
    return read_request("answerInlineQuery", form)


def found(**result: object) -> dict[str, Any]:
    """An article among the results of an inline query, changed."""
    article = {
        "type": "article",
        "id": "fablab",
        "title": "Fablab",
        "input_message_content": {"message_text": "<b>Fablab</b>", "parse_mode": "HTML"},
    }
    return answered(article | result)


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "a"}, "unallowed"),
        ({"text": "a", "callback_data": 3}, "unknown fields|valid string"),
        ({"text": " ", "callback_data": "a"}, "text is empty"),
        ({"text": "a", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "a", "url": "https://example.org"}, "one thing"),
        ({"text": "a", "url": "tel:+33000000000"}, "Wrong HTTP URL"),
        ({"text": "a", "url": "https://mairie"}, "Wrong HTTP URL"),
        ({"text": "a", "url": "https://example.org/a b"}, "Wrong HTTP URL"),
        ({"text": "a", "callback_data": "a", "style": "pink"}, "style"),
        ({"text": "a", "callback_data": "a", "colour": "pink"}, "unknown fields"),
    ],
)
def test_a_button_that_telegram_refuses_is_refused(
    button: dict[str, object], complaint: str
) -> None:
    with pytest.raises(RefusedError, match=complaint):
        keyed(button)
    with pytest.raises(RefusedError, match=complaint):
        found(reply_markup={"inline_keyboard": [[button]]})


def test_buttons_open_pages_share_and_answer() -> None:
    keyed(
        {"text": "a", "url": "https://example.org/a?b=c"},
        {"text": "b", "url": "tg://user?id=7"},
        {"text": "c", "switch_inline_query": ""},
        {"text": "d", "callback_data": "é" * 32, "style": "primary"},
    )


def test_a_position_is_asked_for_in_private_only() -> None:
    assert asking(7, request_location=True)
    assert asking(GROUP)
    with pytest.raises(RefusedError, match="location can be requested in private chats only"):
        asking(GROUP, request_location=True)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "é" * 33},
        {"id": ""},
        {"title": " "},
        {"input_message_content": {"message_text": "é" * 4097}},
        {"input_message_content": {"message_text": "<b>a", "parse_mode": "HTML"}},
        {"thumbnail_url": "mairie.png"},
    ],
)
def test_an_inline_result_that_telegram_refuses_is_refused(changes: dict[str, object]) -> None:
    assert found()
    with pytest.raises(RefusedError):
        found(**changes)


@pytest.mark.parametrize("ids", [["a", "a"], [str(rank) for rank in range(51)]])
def test_inline_results_are_fifty_and_distinct(ids: list[str]) -> None:
    article = found()["results"][0]
    with pytest.raises(RefusedError, match="RESULT"):
        answered(*(article | {"id": number} for number in ids))
