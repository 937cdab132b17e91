"""Files that the bot sends, and those that Telegram keeps for it."""

import struct
from dataclasses import dataclass

from tests.channels.telegram.limits import (
    MAX_FILE_BYTES,
    MAX_PHOTO_BYTES,
    MAX_PHOTO_RATIO,
    MAX_PHOTO_SIDES,
)
from tests.channels.telegram.refusals import require

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True)
class Upload:
    """A file, with the name and the type that were said of it."""

    name: str
    content: bytes
    kind: str = "application/octet-stream"


def check_upload(parameter: str, upload: Upload) -> None:
    """Size of any file, and content of what is sent as a photo."""
    require(upload.content, "file must be non-empty")
    require(len(upload.content) <= MAX_FILE_BYTES, "file is too big")
    if parameter == "photo":
        _check_photo(upload.content)


def _check_photo(content: bytes) -> None:
    require(len(content) <= MAX_PHOTO_BYTES, "file is too big")
    require(content.startswith((PNG, JPEG)), "IMAGE_PROCESS_FAILED")
    if content.startswith(PNG):
        require(content[12:16] == b"IHDR" and len(content) >= 24, "IMAGE_PROCESS_FAILED")
        small, large = sorted(struct.unpack(">II", content[16:24]))
        fits = small + large <= MAX_PHOTO_SIDES and large <= MAX_PHOTO_RATIO * small
        require(fits, "PHOTO_INVALID_DIMENSIONS")
