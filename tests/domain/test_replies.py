from dataclasses import fields, is_dataclass
from typing import get_args

import pytest

from bot.domain import replies
from bot.domain.replies import Button, Reply


def test_whatever_carries_buttons_is_a_reply_that_channels_must_render() -> None:
    with_buttons = {
        kind
        for kind in vars(replies).values()
        if is_dataclass(kind) and "buttons" in {field.name for field in fields(kind)}
    }
    assert with_buttons == set(get_args(Reply))


def test_equal_replies_are_one() -> None:
    button = Button("Utile", "rate:yes")
    said = [replies.Statement("Merci.", buttons=(button,)) for _ in range(2)]
    assert len(set(said)) == 1


def test_a_question_cannot_be_asked_without_its_buttons() -> None:
    with pytest.raises(TypeError):
        replies.Question("Laquelle ?")  # type: ignore[call-arg]


def test_what_is_said_does_not_change_afterwards() -> None:
    statement = replies.Statement("Merci.")
    with pytest.raises(AttributeError):
        statement.text = "Non."  # type: ignore[misc]
