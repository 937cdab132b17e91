"""A long batch while Rasa dies: every line is answered, and the model comes back by itself."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.program import Program, Running, children, kill, model_in_use, until

PART = 140
"""Lines before Rasa dies, while it is away, and once it is back."""

FEW = PART // 10
"""Answers for which a machine busy with something else may make Rasa late."""

TEXTS = ("Bonjour", "Où trouver un fablab ?", "Qui peut m'aider à Figeac ?", "Merci beaucoup")


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Running]:
    """`ask`, fed line by line."""
    model_in_use()
    words = ("ask", "--json", "--batch", "/dev/stdin")
    with Program(tmp_path).started(*words) as running:
        yield running


def a_line(number: int) -> bytes:
    return json.dumps({"id": number, "text": TEXTS[number % len(TEXTS)]}).encode()


def answers(asking: Running, first: int, count: int = PART) -> list[Any]:
    """The answers to lines given at once, which are those of these lines."""
    numbers = range(first, first + count)
    asking.say(*map(a_line, numbers))
    heard = [json.loads(asking.hear()) for _ in numbers]
    assert [answer.get("id") for answer in heard] == list(numbers)
    assert all(answer["reply"] for answer in heard)
    return heard


def without_the_model(heard: list[Any]) -> int:
    """How many of these answers are degraded."""
    return sum(answer["degraded"] for answer in heard)


def test_every_line_is_answered_and_the_model_comes_back(asking: Running) -> None:
    before = answers(asking, 0)
    assert without_the_model(before) <= FEW

    (rasa,) = children(asking.process.pid)
    kill(rasa)
    during = answers(asking, PART)
    assert without_the_model(during) > 0

    asked = 2 * PART

    def is_back() -> bool:
        nonlocal asked
        (answer,) = answers(asking, asked, 1)
        asked += 1
        return not answer["degraded"]

    until(is_back)
    assert without_the_model(answers(asking, asked)) <= FEW
    assert asking.end() == 0
