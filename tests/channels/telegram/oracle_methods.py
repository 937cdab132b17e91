"""What aiogram's models do not check, method by method."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from aiogram.types import Update

from tests.channels.telegram.limits import (
    ACTIONS,
    COMMAND,
    LANGUAGE,
    LENGTHS,
    MAX_COMMAND_DESCRIPTION,
    MAX_COMMANDS,
    SECRET,
    SPANS,
    WEBHOOK_PORTS,
)
from tests.channels.telegram.oracle_inline import check_results
from tests.channels.telegram.oracle_keyboards import check_keyboard, is_web_address
from tests.channels.telegram.oracle_text import check_caption, check_text, utf16
from tests.channels.telegram.refusals import require

Params = Mapping[str, Any]

UPDATES = frozenset(Update.model_fields) - {"update_id"}
"""The kinds of updates that can be asked for."""

LOCAL = "http://127.0.0.1"
"""A webhook on loopback is taken, as by a Bot API server of one's own."""


def check_method(method: str, params: Params) -> None:
    """Everything about one call that needs no memory of others."""
    for name, value in params.items():
        _check_measure((method, name), value)
    if method in CHECKS:
        CHECKS[method](params)
    require(LANGUAGE.fullmatch(params.get("language_code", "")), "language_code is invalid")
    unknown = set(params.get("allowed_updates", ())) - UPDATES
    require(not unknown, f"unknown updates: {sorted(unknown)}")
    private = not str(params.get("chat_id", "")).startswith(("-", "@"))
    check_keyboard(params.get("reply_markup", {}), private=private)


def _check_measure(what: tuple[str, str], value: object) -> None:
    if what in LENGTHS:
        require(utf16(str(value)) <= LENGTHS[what], f"{what[1]} is too long")
    if what in SPANS:
        least, most = SPANS[what]
        require(least <= float(str(value)) <= most, f"{what[1]} is out of {least} to {most}")


def _check_edit(params: Params) -> None:
    there = {"chat_id", "message_id"} <= params.keys()
    require(there or "inline_message_id" in params, "message identifier is not specified")
    replies = params.get("reply_markup", {"inline_keyboard": []})
    require("inline_keyboard" in replies, "inline keyboard expected")


def _check_edited_text(params: Params) -> None:
    _check_edit(params)
    check_text(params)


def _check_edited_caption(params: Params) -> None:
    _check_edit(params)
    check_caption(params)


def _check_venue(params: Params) -> None:
    require(params["title"].strip(), "venue title must be non-empty")
    require(params["address"].strip(), "venue address must be non-empty")


def _check_action(params: Params) -> None:
    require(params["action"] in ACTIONS, "wrong parameter action in request")


def _check_alert(params: Params) -> None:
    require(is_web_address(params.get("url", "https://t.me")), "URL_INVALID")


def _check_commands(params: Params) -> None:
    require(len(params["commands"]) <= MAX_COMMANDS, "BOT_COMMANDS_TOO_MUCH")
    for command in params["commands"]:
        require(COMMAND.fullmatch(command["command"]), "BOT_COMMAND_INVALID")
        described = 1 <= len(command["description"].strip()) <= MAX_COMMAND_DESCRIPTION
        require(described, "BOT_COMMAND_DESCRIPTION_INVALID")
    names = [command["command"] for command in params["commands"]]
    require(len(names) == len(set(names)), "BOT_COMMAND_DUPLICATE")


def _check_webhook(params: Params) -> None:
    secret = params.get("secret_token", "-")
    require(SECRET.fullmatch(secret), "secret token contains unallowed characters")
    url = urlsplit(params["url"])
    if not params["url"] or f"{url.scheme}://{url.hostname}" == LOCAL:
        return
    secure = url.scheme == "https" and url.hostname
    require(secure, "bad webhook: An HTTPS URL must be provided for webhook")
    ports = "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
    require((url.port or 443) in WEBHOOK_PORTS, ports)


CHECKS: Mapping[str, Callable[[Params], None]] = {
    "answerCallbackQuery": _check_alert,
    "answerInlineQuery": check_results,
    "editMessageCaption": _check_edited_caption,
    "editMessageReplyMarkup": _check_edit,
    "editMessageText": _check_edited_text,
    "sendChatAction": _check_action,
    "sendDocument": check_caption,
    "sendMessage": check_text,
    "sendPhoto": check_caption,
    "sendVenue": _check_venue,
    "setMyCommands": _check_commands,
    "setWebhook": _check_webhook,
}
