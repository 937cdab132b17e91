import re

import pytest

from bot.domain.pseudonyms import Pseudonyms

HASHES = Pseudonyms(b"k" * 32)


def test_a_conversation_always_has_the_same_hash() -> None:
    assert HASHES.of("telegram", "42") == Pseudonyms(b"k" * 32).of("telegram", "42")


@pytest.mark.parametrize(
    ("channel", "conversation"), [("web", "42"), ("telegram", "43"), ("telegram4", "2")]
)
def test_two_conversations_never_share_a_hash(channel: str, conversation: str) -> None:
    assert HASHES.of(channel, conversation) != HASHES.of("telegram", "42")


def test_the_hash_of_another_key_is_another() -> None:
    assert Pseudonyms(b"l" * 32).of("telegram", "42") != HASHES.of("telegram", "42")


@pytest.mark.parametrize("conversation", ["", "42", "é" * 10_000, "\0", "🔥"])
def test_a_hash_is_64_digits_whatever_the_identifier(conversation: str) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", HASHES.of("web", conversation))


def test_the_hash_is_the_one_that_is_kept_since_the_beginning() -> None:
    assert HASHES.of("telegram", "42") == (
        "a6e1e958c5aebde296d397958926b3ef338dc39a785244564f431794ba0e6bb2"
    )
