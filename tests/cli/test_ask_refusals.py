"""What `ask --json` says of lines that cannot be read."""

import pytest

from bot.domain.actions import Action
from tests.cli.batch import LINES, REFUSED, UNREADABLE, Batch


@pytest.mark.parametrize("name", REFUSED)
def test_a_line_without_a_message_is_an_error_under_its_id(batch: Batch, name: str) -> None:
    assert batch[name]["id"] == name
    assert batch[name]["error"]


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_line_that_cannot_be_read_is_an_error(batch: Batch, name: str) -> None:
    assert batch[name]["error"]
    assert set(batch[name]) == {"id", "line", "error"}


def test_an_error_tells_the_line_of_the_file(batch: Batch) -> None:
    expected = {name: 1 + 2 * index for index, name in enumerate(LINES)}  # one in two is blank
    told = {name: answer["line"] for name, answer in batch.answers.items() if "error" in answer}
    assert told == {name: expected[name] for name in (*REFUSED, *UNREADABLE)}


def test_the_run_goes_on_after_an_error(batch: Batch) -> None:
    assert batch["last"]["goal"] == Action.GREET


def test_an_error_makes_the_exit_status_one(batch: Batch) -> None:
    assert batch.status == 1


def test_no_error_reaches_the_terminal(batch: Batch) -> None:
    assert batch.errors == ""
