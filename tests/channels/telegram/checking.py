"""A bot without network: each request goes to the oracle, which notes what it refuses."""

import json
from typing import IO, Any

from telegram import Bot
from telegram.request import BaseRequest, RequestData

from tests.channels.telegram.chats import ME
from tests.channels.telegram.oracle import RefusedError, read_request
from tests.channels.telegram.uploads import Upload

RESULTS: dict[str, object] = {
    "answerCallbackQuery": True,
    "answerInlineQuery": True,
    "getMe": ME,
    "sendChatAction": True,
}
SENT = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": 7, "type": "private"}}


class CheckedRequests(BaseRequest):
    """Checks requests; `refused` holds those that Telegram would have answered 400 to."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.refused: list[str] = []

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,  # noqa: ANN401 - timeouts
        **__: Any,  # noqa: ANN401 - timeouts
    ) -> tuple[int, bytes]:
        assert method == "POST"
        assert request_data
        called = url.rpartition("/")[2]
        parts = request_data.multipart_data or {}
        files = {name: _upload(part) for name, part in parts.items()}
        self.made.append(called)
        try:
            read_request(called, request_data.json_parameters, files)
        except RefusedError as error:
            self.refused.append(f"{called}: {error}")
        result = RESULTS.get(called, SENT)
        return 200, json.dumps({"ok": True, "result": result}).encode()


def _upload(part: tuple[str, bytes | IO[bytes], str]) -> Upload:
    name, content, kind = part
    return Upload(name, content if isinstance(content, bytes) else content.read(), kind)


def a_checked_bot() -> tuple[Bot, CheckedRequests]:
    """A bot, and what it asked for."""
    requests = CheckedRequests()
    return Bot("123456:a-secret", request=requests, get_updates_request=requests), requests
