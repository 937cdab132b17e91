"""The Bot API over HTTP: how requests are written, and how they are answered."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.channels.telegram.bot_api_answers import Failure
from tests.channels.telegram.limits import MAX_FILE_BYTES
from tests.channels.telegram.refusals import RefusedError, require
from tests.channels.telegram.uploads import Upload

ROOM = 1024 * 1024
"""Bytes of a request beside its file."""

Serve = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Listener:
    """A server on loopback."""

    def __init__(self, serve: Serve) -> None:
        self._serve = serve
        self._runner: web.AppRunner | None = None

    async def start(self, port: int) -> str:
        """Serve from now on; gives the address."""
        app = web.Application(client_max_size=MAX_FILE_BYTES + ROOM)
        for path in ("/bot{token}/{method}", "/bot{token}/{method}/"):
            app.router.add_route("GET", path, self._serve)
            app.router.add_route("POST", path, self._serve)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=1
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()


async def read_form(request: web.Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """Parameters as they are written in a form, and files, from any of the four ways to send them.

    Raises:
        RefusedError: the body cannot be read.
        web.HTTPRequestEntityTooLarge: a file is larger than Telegram takes.
    """
    form, files = dict(request.query), dict[str, Upload]()
    if request.content_type == "application/json":
        return form | await _read_json(request), files
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            form[name] = str(value)
    return form, files


def accept(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def refuse(request: web.Request, failure: Failure) -> web.Response:
    if failure.cut and request.transport:
        request.transport.close()
    body: dict[str, Any] = {
        "ok": False,
        "error_code": failure.status,
        "description": failure.description,
    }
    if failure.parameters:
        body["parameters"] = failure.parameters
    return web.json_response(body, status=failure.status)


async def _read_json(request: web.Request) -> dict[str, str]:
    try:
        body = json.loads(await request.read())
    except ValueError as error:
        raise RefusedError(f"can't parse JSON: {error}") from error
    require(isinstance(body, dict), "object expected")
    return {name: _written(value) for name, value in body.items()}


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
