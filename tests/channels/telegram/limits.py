"""Figures of Bot API 10.1 (core.telegram.org/bots/api) that aiogram's models do not check."""

import re
from collections.abc import Mapping
from typing import Final

MAX_TEXT: Final = 4096
"""Characters, once tags are read."""

MAX_CAPTION: Final = 1024
MAX_CALLBACK_BYTES: Final = 64
MAX_COPIED: Final = 256
MAX_PLACEHOLDER: Final = 64
MAX_RESULTS: Final = 50
MAX_RESULT_ID_BYTES: Final = 64
MAX_OFFSET_BYTES: Final = 64
MAX_QUERY: Final = 256
MAX_COMMANDS: Final = 100
MAX_COMMAND_DESCRIPTION: Final = 256

MAX_PHOTO_BYTES: Final = 10 * 1024 * 1024
MAX_PHOTO_SIDES: Final = 10_000
"""Pixels, width and height added."""

MAX_PHOTO_RATIO: Final = 20
MAX_FILE_BYTES: Final = 50 * 1024 * 1024

COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")
START: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
LANGUAGE: Final = re.compile(r"(?:[a-z]{2})?")

WEBHOOK_PORTS: Final = frozenset({443, 80, 88, 8443})

ACTIONS: Final = frozenset(
    f"{verb}_{noun}" for verb in ("record", "upload") for noun in ("video", "voice", "video_note")
) | {"typing", "upload_photo", "upload_document", "choose_sticker", "find_location"}
"""What `sendChatAction` can show."""

STYLES: Final = frozenset({"danger", "success", "primary"})

LENGTHS: Final[Mapping[tuple[str, str], int]] = {
    ("answerCallbackQuery", "text"): 200,
    ("setMyDescription", "description"): 512,
    ("setMyName", "name"): 64,
    ("setMyShortDescription", "short_description"): 120,
}
"""Characters of a parameter, at most."""

SPANS: Final[Mapping[tuple[str, str], tuple[float, float]]] = {
    ("getUpdates", "limit"): (1, 100),
    ("sendLocation", "heading"): (1, 360),
    ("sendLocation", "horizontal_accuracy"): (0, 1500),
    ("sendLocation", "latitude"): (-90, 90),
    ("sendLocation", "longitude"): (-180, 180),
    ("sendLocation", "proximity_alert_radius"): (1, 100_000),
    ("sendVenue", "latitude"): (-90, 90),
    ("sendVenue", "longitude"): (-180, 180),
    ("setWebhook", "max_connections"): (1, 100),
}
"""Values of a parameter, at least and at most."""

UNKNOWN: Final = frozenset(
    {
        "allow_sending_without_reply",
        "callback_query_id",
        "disable_web_page_preview",
        "ephemeral_message_parameters",
        "receiver_user_id",
        "reply_to_message_id",
        "switch_pm_parameter",
        "switch_pm_text",
    }
)
"""Parameters that aiogram 3.31 takes, and 10.1 does not: older, or later (it follows 10.3)."""

TAKEN: Final = frozenset({("answerCallbackQuery", "callback_query_id")})
"""Those of `UNKNOWN` that a method has always had."""
