"""Updates read with suspicion: one that is decoded has what the channel reads, of its type."""

from typing import Any

import pytest
from hypothesis import given
from telegram import Bot, Update

from bot.channels.telegram.decoding import (
    RECEIVED,
    Origin,
    UndecodableError,
    decode,
    number_of,
    origin_of,
)
from tests.channels.telegram.strange import SOUND, updates
from tests.channels.telegram.updates import (
    a_membership,
    a_mention,
    a_press,
    a_press_on_a_lost_message,
    a_press_on_an_inline_message,
    a_text,
    an_inline_query,
)

BOT = Bot("123456:a-secret")
GROUP = -100123


@given(updates)
def test_whatever_comes_is_an_update_or_is_none(raw: object) -> None:
    try:
        update = decode(raw, BOT)
    except UndecodableError:
        return
    assert isinstance(update, Update)
    assert update.update_id == number_of(raw)


@given(updates)
def test_what_cannot_be_read_is_named_without_its_words(raw: object) -> None:
    try:
        decode(raw, BOT)
    except UndecodableError as error:
        told = str(error)  # else the class of what failed
        assert told in {"no update", "a field of another type"} or told.isidentifier()


@given(updates)
def test_a_number_is_a_whole_one_that_telegram_can_make(raw: object) -> None:
    number = number_of(raw)
    assert number is None or (type(number) is int and abs(number) < 2**53)


@pytest.mark.parametrize("update", SOUND)
def test_what_telegram_makes_is_decoded(update: dict[str, Any]) -> None:
    assert decode({"update_id": 1, **update}, BOT).update_id == 1


def test_what_is_decoded_is_left_as_it_came() -> None:
    raw = {"update_id": 1, **a_press("more:a")}
    before = repr(raw)
    decode(raw, BOT)
    assert repr(raw) == before


@pytest.mark.parametrize(
    ("update", "origin"),
    [
        (a_text("bonjour"), Origin(7, 7)),
        (a_mention("bonjour", GROUP), Origin(GROUP, -GROUP)),
        (a_press("more:a", GROUP, sender=8), Origin(GROUP, 8)),
        (a_press_on_a_lost_message("more:a"), Origin(7, 7)),
        (a_membership("member", GROUP), Origin(GROUP, -GROUP)),
        (an_inline_query("fablab", sender=8), None),
        (a_press_on_an_inline_message("more:a", "inline-1"), None),
        ({}, None),
    ],
)
def test_an_update_belongs_to_a_chat_and_to_a_person(
    update: dict[str, Any], origin: Origin | None
) -> None:
    assert origin_of(decode({"update_id": 1, **update}, BOT)) == origin


def test_only_what_is_answered_is_asked_for() -> None:
    assert set(RECEIVED) == {
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
    }


def test_a_press_on_an_inline_message_is_decoded() -> None:
    raw = {"update_id": 1, **a_press_on_an_inline_message("more:a", "inline-1")}
    update = decode(raw, BOT)
    assert update.callback_query
    assert update.callback_query.inline_message_id == "inline-1"
