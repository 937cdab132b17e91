"""A Bot API server on loopback: long polling with confirmation, and failures on demand."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.channels.telegram.oracle import RefusedError, checked_update, read_request
from tests.channels.telegram.updates import ME

PATIENCE = 30.0
"""Seconds after which what a test waits for will not come."""


@dataclass(frozen=True)
class Call:
    """A request that the bot made; `at` is in seconds of the event loop."""

    method: str
    params: dict[str, Any]
    at: float

    @property
    def chat(self) -> int:
        return int(self.params["chat_id"])

    @property
    def text(self) -> str:
        return str(self.params["text"])


@dataclass(frozen=True)
class Failure:
    """An answer that is not the one hoped for; `cut` breaks the connection instead."""

    status: int = 500
    description: str = "Internal Server Error"
    parameters: dict[str, int] = field(default_factory=dict)
    cut: bool = False


CUT = Failure(cut=True)
UNAUTHORIZED = Failure(401, "Unauthorized")
CONFLICT = Failure(409, "Conflict: terminated by other getUpdates request")


def too_many_requests(seconds: int) -> Failure:
    return Failure(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


class BotApi:
    """Telegram, as a bot sees it. `refused` holds what a real server would have answered 400 to."""

    token = "123456:a-secret-that-no-log-may-hold"

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.pending: list[dict[str, Any]] = []
        self.blocked: set[int] = set()
        self.url = ""
        self._failures: defaultdict[str, deque[Failure]] = defaultdict(deque)
        self._changed = asyncio.Event()
        self._polls = 0
        self._last_id = 1000
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> None:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=1
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        self._polls += 1
        self._pulse()
        if self._runner:
            await self._runner.cleanup()

    def push(self, update: dict[str, Any]) -> int:
        """Hold an update for the bot; returns its id."""
        self._last_id += 1
        self.pending.append(checked_update({"update_id": self._last_id, **update}))
        self._pulse()
        return self._last_id

    def fail(self, method: str, *failures: Failure) -> None:
        """Answer the next calls of a method with these."""
        self._failures[method].extend(failures)

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def sent(self, chat: int | None = None) -> list[str]:
        """The texts that the bot tried to send."""
        calls = self.called("sendMessage")
        return [call.text for call in calls if chat is None or call.chat == chat]

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what a request will make true."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await self._changed.wait()

    async def until_sent(self, count: int, chat: int | None = None) -> list[str]:
        await self.until(lambda: len(self.sent(chat)) >= count)
        return self.sent(chat)

    def _pulse(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _refuse(UNAUTHORIZED)
        form = {name: str(value) for name, value in (await request.post()).items()}
        try:
            params = read_request(method, form)
        except RefusedError as error:
            self.refused.append(f"{method}: {error}")
            return _refuse(Failure(400, f"Bad Request: {error}"))
        self.calls.append(Call(method, params, asyncio.get_running_loop().time()))
        self._pulse()
        failure = self._next_failure(method, params)
        if failure and failure.cut and request.transport:
            request.transport.close()
        if failure:
            return _refuse(failure)
        return web.json_response({"ok": True, "result": await self._result(method, params)})

    def _next_failure(self, method: str, params: dict[str, Any]) -> Failure | None:
        if self._failures[method]:
            return self._failures[method].popleft()
        if int(params.get("chat_id", 0)) in self.blocked:
            return Failure(403, "Forbidden: bot was blocked by the user")
        return None

    async def _result(self, method: str, params: dict[str, Any]) -> object:
        match method:
            case "getMe":
                return ME
            case "getUpdates":
                return await self._updates(params)
            case "sendMessage" | "editMessageText" | "editMessageReplyMarkup":
                return {
                    "message_id": len(self.calls),
                    "date": 1_700_000_000,
                    "chat": {"id": int(params["chat_id"]), "type": "private"},
                    "text": params.get("text", ""),
                }
            case _:
                return True

    async def _updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        """Those from the offset on, which confirms those before; a newer poll ends an older one."""
        self._polls += 1
        poll = self._polls
        offset = params.get("offset", 0)
        self.pending = [update for update in self.pending if update["update_id"] >= offset]
        self._pulse()
        with suppress(TimeoutError):
            async with asyncio.timeout(params.get("timeout", 0)):
                while not self.pending and poll == self._polls:
                    await self._changed.wait()
        return self.pending[: params.get("limit", 100)]


def _refuse(failure: Failure) -> web.Response:
    body: dict[str, object] = {
        "ok": False,
        "error_code": failure.status,
        "description": failure.description,
    }
    if failure.parameters:
        body["parameters"] = failure.parameters
    return web.json_response(body, status=failure.status)
