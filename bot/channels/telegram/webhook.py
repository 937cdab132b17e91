"""The address where Telegram brings updates: kept before they are acknowledged."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.bodies import read_body
from bot.channels.telegram.decoding import number_of

logger = logging.getLogger(__name__)

MAX_BODY = 256 * 1024
"""Bytes of an update: far more than Telegram makes of 4,096 characters and their marks."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"


class WebhookEndpoint:
    """Takes updates from whoever knows the secret."""

    def __init__(self, take: Callable[[Sequence[object]], Awaitable[None]], secret: str) -> None:
        self._take = take
        self._secret = secret.encode()

    async def receive(self, request: Request) -> Response:
        """200 once the update is kept, 401 with another secret, 413 or 400 for what is none."""
        if request.method != "POST":
            return Response(status_code=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "POST"})
        told = request.headers.get(HEADER, "").encode()
        if not hmac.compare_digest(told, self._secret):
            return Response(status_code=HTTPStatus.UNAUTHORIZED)
        body = await read_body(request, MAX_BODY)
        if body is None:
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        if number_of(raw) is None:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        await self._take([raw])
        return Response(status_code=HTTPStatus.OK)
