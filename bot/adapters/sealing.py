"""Seals what is kept of messages while they wait: unreadable without the key."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PURPOSE = b"trait d'union: messages that wait"
"""What the key is derived for: the same secret never serves two purposes."""


class UnsealableError(ValueError):
    """Sealed with another key, or damaged."""


class Seal:
    """Seals and opens text with a key derived from a secret (HKDF-SHA256, then Fernet)."""

    def __init__(self, secret: bytes) -> None:
        derived = HKDF(hashes.SHA256(), length=32, salt=None, info=PURPOSE).derive(secret)
        self._fernet = Fernet(base64.urlsafe_b64encode(derived))

    def close(self, text: str) -> str:
        """The text, sealed; lone surrogates survive."""
        return self._fernet.encrypt(text.encode("utf-8", "surrogatepass")).decode("ascii")

    def open(self, sealed: str) -> str:
        """The text that was sealed.

        Raises:
            UnsealableError: it was sealed with another key, or is damaged.
        """
        try:
            return self._fernet.decrypt(sealed).decode("utf-8", "surrogatepass")
        except (InvalidToken, ValueError) as error:
            raise UnsealableError from error
