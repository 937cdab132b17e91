"""Updates that tests push are such as Telegram makes."""

from typing import Any

import pytest
from telegram import Update

from tests.channels.telegram.oracle import checked_update
from tests.channels.telegram.updates import (
    ATTACHMENTS,
    ME,
    a_channel_post,
    a_choice,
    a_command,
    a_live_position_moving,
    a_membership,
    a_mention,
    a_position,
    a_press,
    a_press_on_a_lost_message,
    a_press_on_an_inline_message,
    a_reply,
    a_text,
    a_topic_text,
    a_venue,
    an_arrival,
    an_attachment,
    an_edit,
    an_inline_query,
)

GROUP = -100123

UPDATES = [
    a_text("bonjour /aide 👉 @TraitBot"),
    an_edit("bonsoir", message_id=3),
    a_command("aide", GROUP, "Figeac"),
    a_mention("bonjour", GROUP),
    a_reply("Figeac", GROUP, 12),
    a_topic_text("bonjour", GROUP, 42),
    a_channel_post("annonce", -100456),
    a_position(44.6, 2.03),
    a_live_position_moving(44.6, 2.03),
    a_venue(44.6, 2.03),
    *(an_attachment(kind) for kind in ATTACHMENTS),
    an_arrival(GROUP, ME),
    a_membership("member", GROUP),
    a_membership("kicked", before="member"),
    a_press("more:a", message_id=12),
    a_press_on_a_lost_message("more:a"),
    a_press_on_an_inline_message("more:a", "inline-1"),
    an_inline_query("fablab"),
    a_choice("fablab", "fab", inline_message_id="inline-1"),
]


@pytest.mark.parametrize("update", UPDATES, ids=lambda update: next(iter(update)))
def test_updates_are_such_as_telegram_makes(update: dict[str, Any]) -> None:
    checked = checked_update({"update_id": 1, **update})
    assert Update.de_json(checked).to_dict().keys() == checked.keys()


def test_marks_are_counted_in_utf16() -> None:
    (mark,) = a_text("👉 /aide, vite")["message"]["entities"]
    assert mark == {"type": "bot_command", "offset": 3, "length": 5}
