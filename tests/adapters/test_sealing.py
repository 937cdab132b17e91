"""What waits is unreadable without the key."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.sealing import Seal, UnsealableError

SEAL = Seal(b"a secret of the installation")
TEXTS = st.text(st.characters(codec=None))
"""Any text, lone surrogates included."""

UNHURRIED = settings(deadline=None)


@UNHURRIED
@given(TEXTS)
def test_what_was_sealed_is_opened_as_it_was(text: str) -> None:
    assert SEAL.open(SEAL.close(text)) == text


@UNHURRIED
@given(TEXTS)
def test_what_is_sealed_can_be_kept_anywhere(text: str) -> None:
    sealed = SEAL.close(text)
    assert sealed.isascii()
    assert sealed.isprintable()


def test_a_lone_surrogate_survives() -> None:
    assert SEAL.open(SEAL.close("\ud83d")) == "\ud83d"


def test_a_seal_of_the_same_secret_opens_it() -> None:
    assert Seal(b"a secret of the installation").open(SEAL.close("bonjour")) == "bonjour"


def test_the_seal_shows_nothing_and_is_never_the_same() -> None:
    first, second = SEAL.close("3 rue des Lilas"), SEAL.close("3 rue des Lilas")
    assert first != second
    assert "Lilas" not in first
    assert b"Lilas" not in base64.urlsafe_b64decode(first)


@UNHURRIED
@given(TEXTS, st.binary())
def test_another_secret_opens_nothing(text: str, secret: bytes) -> None:
    with pytest.raises(UnsealableError):
        Seal(b"another " + secret).open(SEAL.close(text))


@pytest.mark.parametrize("damaged", ["", "rien", "gAAAAA", "\0", "=" * 100, "A" * 100])
def test_what_is_damaged_is_refused(damaged: str) -> None:
    with pytest.raises(UnsealableError):
        SEAL.open(damaged)


@UNHURRIED
@given(TEXTS, st.data())
def test_a_bit_that_changed_is_noticed(text: str, data: st.DataObject) -> None:
    sealed = bytearray(base64.urlsafe_b64decode(SEAL.close(text)))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(UnsealableError):
        SEAL.open(base64.urlsafe_b64encode(sealed).decode())


@UNHURRIED
@given(st.data())
def test_a_seal_cut_short_is_refused(data: st.DataObject) -> None:
    sealed = SEAL.close("bonjour")
    with pytest.raises(UnsealableError):
        SEAL.open(sealed[: data.draw(st.integers(0, len(sealed) - 3))])


def test_a_refusal_tells_nothing_of_what_was_sealed() -> None:
    with pytest.raises(UnsealableError) as caught:
        Seal(b"another secret").open(SEAL.close("bonjour"))
    assert str(caught.value) == ""


@pytest.mark.parametrize("damaged", ["é", "\ud83d", "gAAAA œ", ""])
def test_what_no_seal_ever_made_is_said_to_be_damaged(damaged: str) -> None:
    with pytest.raises(UnsealableError):
        SEAL.open(damaged)
