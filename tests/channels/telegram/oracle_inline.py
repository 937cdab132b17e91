"""Results of an inline query that Telegram would show."""

from collections.abc import Mapping
from typing import Any

from tests.channels.telegram.limits import (
    MAX_OFFSET_BYTES,
    MAX_RESULT_ID_BYTES,
    MAX_RESULTS,
    START,
)
from tests.channels.telegram.oracle_keyboards import check_keyboard, is_web_address
from tests.channels.telegram.oracle_text import check_caption, check_text
from tests.channels.telegram.refusals import require

Fields = Mapping[str, Any]


def check_results(params: Fields) -> None:
    results = params["results"]
    require(len(results) <= MAX_RESULTS, "RESULTS_TOO_MUCH")
    ids = [result["id"] for result in results]
    require(len(ids) == len(set(ids)), "RESULT_ID_DUPLICATE")
    require(len(params.get("next_offset", "").encode()) <= MAX_OFFSET_BYTES, "NEXT_OFFSET_INVALID")
    require(params.get("cache_time", 0) >= 0, "CACHE_TIME_INVALID")
    _check_button(params.get("button", {"text": "-", "start_parameter": "-"}))
    for result in results:
        _check_result(result)


def _check_button(button: Fields) -> None:
    require(button["text"].strip(), "SWITCH_PM_TEXT_EMPTY")
    require(len(button.keys() & {"web_app", "start_parameter"}) == 1, "a button does one thing")
    require(START.fullmatch(button.get("start_parameter", "-")), "START_PARAM_INVALID")


def _check_result(result: Fields) -> None:
    require(1 <= len(result["id"].encode()) <= MAX_RESULT_ID_BYTES, "RESULT_ID_INVALID")
    require(result.get("title", "-").strip(), "ARTICLE_TITLE_EMPTY")
    check_caption(result)
    # Where a result will be sent is not known: nothing in it may be for private chats only.
    check_keyboard(result.get("reply_markup", {}), private=False)
    for name in ("url", "thumbnail_url"):
        require(is_web_address(result.get(name, "https://t.me")), f"{name.upper()}_INVALID")
    _check_content(result.get("input_message_content", {"phone_number": "-"}))


def _check_content(content: Fields) -> None:
    if "message_text" in content:
        check_text(content, "message_text")
    if "address" in content:
        named = content["title"].strip() and content["address"].strip()
        require(named, "venue title and address must be non-empty")
    if "latitude" in content:
        place = -90 <= content["latitude"] <= 90 and -180 <= content["longitude"] <= 180
        require(place, "wrong location specified")
