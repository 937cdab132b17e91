"""Files that the Bot API server keeps, and what a message says of what it carries."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from tests.channels.telegram.bot_api_answers import Call, DeclinedError
from tests.channels.telegram.oracle import part_of
from tests.channels.telegram.uploads import Upload

KINDS = {
    "sendDocument": "document",
    "sendLocation": "location",
    "sendMessage": "text",
    "sendPhoto": "photo",
    "sendVenue": "venue",
}
"""What a sent message is, by method."""

PLACE = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading")
VENUE = ("title", "address", "foursquare_id", "foursquare_type")


class Files:
    """What was uploaded, by the identifier under which it can be sent again."""

    def __init__(self) -> None:
        self._known: dict[str, Upload] = {}
        self._numbers = count(1)

    def file_of(self, call: Call) -> tuple[str, Upload | None]:
        """The file of a photo or of a document, and its identifier.

        One that stands at a web address is not fetched.
        """
        kind = KINDS[call.method]
        value = call.params[kind]
        found = part_of(value, call.files)
        if isinstance(found, Upload):
            return self._kept(kind, found), found
        if value.startswith(("http://", "https://")):
            return f"{kind}-{next(self._numbers)}", None
        if value not in self._known:
            raise DeclinedError("wrong file identifier/HTTP URL specified")
        if not value.startswith(kind):
            raise DeclinedError(f"can't use file {value} as {kind}")
        return value, self._known[value]

    def _kept(self, kind: str, upload: Upload) -> str:
        number = f"{kind}-{next(self._numbers)}"
        self._known[number] = upload
        return number


def described(call: Call, number: str, file: Upload | None) -> dict[str, Any]:
    """What a message says of its content, beside its text."""
    params = call.params
    match KINDS[call.method]:
        case "photo":
            return {"photo": [_file(number, file) | {"width": 512, "height": 512}]}
        case "document":
            named = {"file_name": file.name, "mime_type": file.kind} if file else {}
            return {"document": _file(number, file) | named}
        case "location":
            return {"location": _chosen(params, PLACE)}
        case "venue":
            place = _chosen(params, PLACE)
            return {"venue": {"location": place, **_chosen(params, VENUE)}, "location": place}
        case _:
            return {}


def _file(number: str, file: Upload | None) -> dict[str, Any]:
    size = {"file_size": len(file.content)} if file else {}
    return {"file_id": number, "file_unique_id": f"unique-{number}", **size}


def _chosen(params: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: params[name] for name in names if name in params}
