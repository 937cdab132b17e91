"""The vectors of known texts, remembered on disk: 40,000 take minutes to make."""

import contextlib
import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.adapters.meaning.encoders import Encoder, Vectors

BATCH = 256
"""Texts encoded together."""

KEPT_EVERY = 16 * BATCH
"""Texts encoded between two writings."""

_KEY = 8
"""Bytes of a text's digest: two texts in a million share one with a chance under 1e-7."""


class StoppedError(Exception):
    """The program stops before everything is encoded."""


class RememberedVectors:
    """Encodes texts once, whichever program needs them; vectors are kept in half precision."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self.encoder = encoder
        self._file = folder / f"vectors-{encoder.name}.npz"
        self._known: dict[bytes, NDArray[np.float16]] | None = None
        self._stopped = threading.Event()

    def of(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in their order; those that were not known are encoded, then kept."""
        known = self._known = self._load() if self._known is None else self._known
        keys = [_key(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        # Texts of a length go together: none is padded, and progress is steady.
        self._learn(sorted(missing.items(), key=lambda item: len(item[1])), known)
        return np.array([known[key] for key in keys], np.float32)

    def stop(self) -> None:
        """Let what is being encoded, in another thread, end with the batch in hand."""
        self._stopped.set()

    def _learn(
        self, new: Sequence[tuple[bytes, str]], known: dict[bytes, NDArray[np.float16]]
    ) -> None:
        """Encode and keep, now and then: what was done is not lost when the program stops.

        Raises:
            StoppedError: it was told to stop.
        """
        for start in range(0, len(new), BATCH):
            if self._stopped.is_set():
                self._save(known)
                raise StoppedError
            batch = new[start : start + BATCH]
            rows = self.encoder.encode([text for _, text in batch])
            known.update(zip((key for key, _ in batch), rows.astype(np.float16), strict=True))
            if start + BATCH >= len(new) or start % KEPT_EVERY == 0:
                self._save(known)

    def _load(self) -> dict[bytes, NDArray[np.float16]]:
        try:
            with np.load(self._file, allow_pickle=False) as held:
                keys, rows = held["keys"], held["rows"]
        except (OSError, ValueError, KeyError, EOFError):
            return {}
        return {key.tobytes(): row for key, row in zip(keys, rows, strict=True)}

    def _save(self, known: dict[bytes, NDArray[np.float16]]) -> None:
        """Keep what is known; a folder that cannot be written costs only time."""
        fresh = self._file.with_name(f".{os.getpid()}-{self._file.name}")
        try:
            fresh.parent.mkdir(parents=True, exist_ok=True)
            names = np.frombuffer(b"".join(known), np.uint8).reshape(len(known), _KEY)
            np.savez(fresh, keys=names, rows=np.array(list(known.values())))
            fresh.replace(self._file)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=_KEY).digest()
