"""The key that hides identifiers, made at the first run and kept in a file."""

import os
from pathlib import Path
from secrets import token_bytes
from tempfile import NamedTemporaryFile

KEY_BYTES = 32
"""Length of the key: as much as the digest (SHA-256) that it keys."""


class InvalidKeyError(Exception):
    """The file holds something else than a key; a new one would make every identifier unknown."""


def load_or_create_key(path: Path) -> bytes:
    """The key kept at `path`, made there first if need be: 32 bytes, readable by its owner alone.

    Processes that start together agree on one key.

    Raises:
        InvalidKeyError: the file holds something else than 32 bytes.
        OSError: the file can neither be read nor made.
    """
    if not path.exists():
        _create(path)
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise InvalidKeyError(f"{path} should hold {KEY_BYTES} bytes and holds {len(key)}")
    return key


def _create(path: Path) -> None:
    """Write a key whole under another name, then give it its own unless another process has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A temporary file is made with mode 0600.
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-") as draft:
        draft.write(token_bytes(KEY_BYTES))
        draft.flush()
        os.fsync(draft.fileno())
        try:
            path.hardlink_to(draft.name)
        except FileExistsError:
            return
