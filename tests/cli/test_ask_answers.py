"""What `ask --json` answers to lines that can be read."""

import pytest

from bot.domain.actions import Action
from tests.cli.batch import ANSWERED, LINES, Batch

Types = dict[str, type | tuple[type, ...]]

KEYS: Types = {
    "id": str,
    "text": (str, type(None)),
    "goal": str,
    "alternatives": list,
    "section": (str, type(None)),
    "confidence": float,
    "territory": (dict, type(None)),
    "territory_choices": list,
    "results": list,
    "reply": list,
    "sources": list,
    "degraded": bool,
    "elapsed_ms": float,
}
"""The keys that others rely on, in their order."""

FIGEAC = {"kind": "commune", "code": "46102", "name": "Figeac"}


def test_every_line_is_answered_in_its_order(batch: Batch) -> None:
    assert list(batch.answers) == list(LINES)
    assert [batch[name]["id"] for name in ANSWERED] == list(ANSWERED)


@pytest.mark.parametrize("name", ANSWERED)
def test_an_answer_has_every_key_with_its_type(batch: Batch, name: str) -> None:
    answer = batch[name]
    assert list(answer) == list(KEYS)
    assert [key for key, type_ in KEYS.items() if not isinstance(answer[key], type_)] == []
    assert 0 <= answer["confidence"] <= 1


@pytest.mark.parametrize("name", ANSWERED)
def test_something_is_always_said(batch: Batch, name: str) -> None:
    assert batch.said(name).strip()
    for reply in batch[name]["reply"]:
        assert list(reply) == ["text", "buttons"]
        assert all(list(button) == ["label", "value"] for button in reply["buttons"])


def test_a_text_is_given_back_as_it_came(batch: Batch) -> None:
    assert batch["greeting"]["text"] == "Bonjour"
    assert batch["place given"]["text"] is None


def test_a_position_gives_the_nearest_commune(batch: Batch) -> None:
    assert batch["place given"]["goal"] == Action.TELL_TERRITORY
    assert batch["place given"]["territory"] == FIGEAC


def test_a_position_far_from_any_commune_is_said_so(batch: Batch) -> None:
    assert batch["in the sea"]["goal"] == Action.TELL_TERRITORY
    assert batch["in the sea"]["territory"] is None


def test_lines_of_one_chat_are_one_conversation(batch: Batch) -> None:
    assert batch["same chat later"]["territory"] == FIGEAC


def test_chats_do_not_mix(batch: Batch) -> None:
    assert batch["another chat"]["territory"] is None


def test_a_line_without_chat_is_a_conversation_of_its_own(batch: Batch) -> None:
    assert batch["no chat"]["territory"] == FIGEAC
    assert batch["no chat either"]["territory"] is None


@pytest.mark.parametrize(
    "name",
    ["control characters", "direction marks", "tags", "key twice", "key of tomorrow"],
)
def test_what_was_meant_is_read(batch: Batch, name: str) -> None:
    assert batch[name]["goal"] == batch["greeting"]["goal"] == Action.GREET


@pytest.mark.parametrize("name", ["nothing typed", "spaces", "emojis", "10,000 characters"])
def test_what_cannot_be_understood_gets_help(batch: Batch, name: str) -> None:
    assert batch[name]["goal"] == Action.HELP
    assert any(reply["buttons"] for reply in batch[name]["reply"])


@pytest.mark.parametrize(
    "name", ["unknown press", "press without a verb", "press on a lost card", "heavy press"]
)
def test_a_button_that_is_no_more_gets_help(batch: Batch, name: str) -> None:
    assert batch[name]["goal"] == Action.HELP


def test_keywords_alone_are_a_degraded_answer(batch: Batch) -> None:
    assert batch["greeting"]["degraded"] is True
