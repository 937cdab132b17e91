"""Rasa's HTTP API on loopback, with failures on demand."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import web

PATIENCE = 10.0
"""Seconds after which what a test waits for will not come."""

RANKING = [
    {"name": "fablab", "confidence": 0.75},
    {"name": "remercier", "confidence": 0.25},
]

Answer = Callable[[web.Request], Any]


async def hang(_: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    return web.Response()


async def cut(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.close()
    return web.Response()


async def cut_in_the_middle(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"intent_ranking": [')
    if request.transport:
        request.transport.close()
    return response


async def trickle(request: web.Request) -> web.StreamResponse:
    """Never silent for long, never done."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.02)


def status(code: int) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response({"status": "failure", "code": code}, status=code)

    return answer


def body(content: object) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        return web.Response(body=raw, content_type="application/json")

    return answer


class NluApi:
    """Parses with `RANKING`, loads models, and answers first with what it was told to."""

    token = "a token that no log may hold"

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[dict[str, Any]] = []
        self.loaded: list[str] = []
        self.together = 0
        """The most requests held at once."""
        self._held = 0
        self._answers: deque[Answer] = deque()
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> None:
        app = web.Application()
        app.router.add_post("/model/parse", self._serve)
        app.router.add_put("/model", self._serve)
        app.router.add_get("/status", self._tell)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    def answer(self, *answers: Answer) -> None:
        """Answer the next requests so."""
        self._answers.extend(answers)

    async def _tell(self, request: web.Request) -> web.StreamResponse:
        if request.query.get("token") != self.token:
            return web.json_response({"reason": "NotAuthenticated"}, status=401)
        if not self.loaded:
            return web.json_response({"reason": "Conflict"}, status=409)
        return web.json_response({"model_file": Path(self.loaded[-1]).name})

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        self._held += 1
        self.together = max(self.together, self._held)
        try:
            return await self._result(request)
        finally:
            self._held -= 1

    async def _result(self, request: web.Request) -> web.StreamResponse:
        if request.query.get("token") != self.token:
            return web.json_response({"reason": "NotAuthenticated"}, status=401)
        content = await request.json()
        self.asked.append(content)
        if self._answers:
            answer: web.StreamResponse = await self._answers.popleft()(request)
            return answer
        if request.path == "/model":
            self.loaded.append(content["model_file"])
            return web.Response(status=204)
        return web.json_response({"text": content["text"], "intent_ranking": RANKING})
