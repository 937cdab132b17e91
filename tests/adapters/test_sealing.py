"""What waits is unreadable without the key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.sealing import Seal, UnsealableError

SEAL = Seal(b"a secret of the installation")


@given(st.text(st.characters(codec=None)))
def test_what_was_sealed_is_opened_as_it_was(text: str) -> None:
    assert SEAL.open(SEAL.close(text)) == text


def test_the_seal_shows_nothing_and_is_never_the_same() -> None:
    first, second = SEAL.close("3 rue des Lilas"), SEAL.close("3 rue des Lilas")
    assert first != second
    assert "Lilas" not in first


def test_another_secret_opens_nothing() -> None:
    with pytest.raises(UnsealableError):
        Seal(b"another secret of another one").open(SEAL.close("bonjour"))


@pytest.mark.parametrize("damaged", ["", "rien", "gAAAAA"])
def test_what_is_damaged_is_refused(damaged: str) -> None:
    with pytest.raises(UnsealableError):
        SEAL.open(damaged)
