"""A Bot API server that costs next to nothing, so that what calls it can be measured beside it.

It refuses nothing, and knows just enough for python-telegram-bot to be content.
"""

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote_plus

from scripts.bench.telegram.updates import Waiting
from scripts.bench.telegram.wire import Cutter

TOKEN = "123456:bench"
SECRET = "a-secret-of-the-bench"
"""What Telegram and the bot tell each other: of processes that live a minute."""

ME = '{"id":123456,"is_bot":true,"first_name":"Banc","username":"banc_bot"}'
MESSAGE = f'{{"message_id":%d,"from":{ME},"chat":{{"id":%d,"type":"private"}},"date":%d%s}}'
FILE = '{"file_id":"f%d","file_unique_id":"u%d","width":1,"height":1}'
MORE = {"sendPhoto": f',"photo":[{FILE}]', "sendDocument": f',"document":{FILE}'}
"""What messages hold beside a text."""

SENDING = ("send", "edit")
NOT_SENDING = {"sendChatAction"}
"""How the methods begin that answer with a message, and those that do not."""

SHOWN = 900
"""Bytes of a text that are kept: 200 characters or more."""


@dataclass(slots=True, eq=False)
class Call:
    """A message that the bot sends, and when: received, answered (none: the caller left before)."""

    method: str
    chat: int
    raw: bytes
    received: float
    answered: float | None = None

    @property
    def text(self) -> str:
        """The first characters of its text."""
        return field(self.raw, b"text")[: SHOWN // 4]


class BotApi:
    """Serves the Bot API on a free port of loopback; each call takes `delay` seconds."""

    def __init__(self, *, delay: float = 0.0, hear: Callable[[Call], None] | None = None) -> None:
        self.delay = delay
        self.hear = hear or (lambda _: None)
        self.sent: list[Call] = []
        self.counts: Counter[str] = Counter()
        self.waiting = Waiting()
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Serve from now on."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Caller(self), "127.0.0.1", 0)

    @property
    def origin(self) -> str:
        """Where it is served."""
        port = self._server.sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    async def called(self, method: str, times: int = 1) -> None:
        """Wait until a method has been called so often."""
        while self.counts[method] < times:  # noqa: ASYNC110 - a bench has time
            await asyncio.sleep(0.02)

    def close(self) -> None:
        """Serve no more."""
        self._server.close()

    def record(self, method: str, body: bytes) -> Call:
        """Note a message."""
        chat = field(body, b"chat_id")
        call = Call(method, int(chat or 0), body, time.monotonic())
        self.sent.append(call)
        return call


class _Caller(asyncio.Protocol):
    """A connection of the bot."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._cutter = Cutter()
        self._loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for head, body in self._cutter.feed(data):
            path = head[: head.find(b" HTTP/")]
            method = path[path.rfind(b"/") + 1 :].decode()
            self._api.counts[method] += 1
            if method == "getUpdates":
                offset, seconds = (int(field(body, name) or 0) for name in (b"offset", b"timeout"))
                self._api.waiting.ask(offset, seconds, self._answer)
            elif method.startswith(SENDING) and method not in NOT_SENDING:
                self._take(method, body)
            else:
                self._answer(ME.encode() if method == "getMe" else b"true")

    def _take(self, method: str, body: bytes) -> None:
        call, api = self._api.record(method, body), self._api
        number = len(api.sent)
        more = MORE.get(method, ',"text":"…"').replace("%d", str(number))
        result = MESSAGE % (number, call.chat, int(time.time()), more)
        self._answer(result.encode(), call)
        api.hear(call)

    def _answer(self, result: bytes, call: Call | None = None) -> None:
        if self._api.delay:
            self._loop.call_later(self._api.delay, self._write, result, call)
        else:
            self._write(result, call)

    def _write(self, result: bytes, call: Call | None) -> None:
        if self._transport.is_closing():
            return
        self._transport.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            b'{"ok":true,"result":%b}' % (len(result) + 21, result)
        )
        if call:
            call.answered = time.monotonic()


def field(body: bytes, name: bytes) -> str:
    """The value of a parameter, or its beginning; empty without it."""
    if body.startswith(b"{"):
        return str(json.loads(body).get(name.decode(), ""))
    if body.startswith(b"--"):
        found = re.search(rb'name="%b"\r\n(?:.+\r\n)*\r\n([^\r]*)' % name, body)
        return found[1][:SHOWN].decode("utf-8", "ignore") if found else ""
    found = re.search(rb"(?:^|&)%b=([^&]*)" % name, body)
    return unquote_plus(found[1][: 3 * SHOWN].decode("ascii", "replace")) if found else ""
