"""The outer skin of the page: protective headers on every response, and no error left bare."""

import logging
import traceback
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""What every response carries unless it says otherwise; conversations are kept nowhere."""


class Edge:
    """Wraps the application: adds the headers, and answers `apology` when anything fails."""

    def __init__(self, app: ASGIApp, apology: Callable[[Request], Response]) -> None:
        self._app = app
        self._apology = apology

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_protected(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _protect(message)
            await send(message)

        try:
            await self._app(scope, receive, send_protected)
        except ClientDisconnect:
            logger.info("the browser left before the end of its request")
        except Exception as error:  # noqa: BLE001 - the edge: whatever fails, a sentence comes out
            # Neither the error's own words nor its causes: they may quote the person.
            frames = "".join(traceback.format_tb(error.__traceback__))
            logger.error("%s on %r\n%s", type(error).__name__, scope["path"], frames)  # noqa: TRY400
            if not started:
                await self._apology(Request(scope))(scope, receive, send_protected)


def _protect(start: Message) -> None:
    headers = MutableHeaders(scope=start)
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
