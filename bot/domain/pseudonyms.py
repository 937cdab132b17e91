"""Conversations are kept under keyed hashes: without the key, nobody can tell whose they are."""

import hashlib
import hmac
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Hashes identifiers with a secret key (HMAC-SHA256, RFC 2104)."""

    key: bytes

    def of(self, channel: str, conversation: str) -> str:
        """The 64 hexadecimal digits under which a conversation is kept."""
        message = f"{channel}\0{conversation}".encode()
        return hmac.new(self.key, message, hashlib.sha256).hexdigest()
