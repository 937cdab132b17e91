"""How the Bot API server takes a call: checked, written down, failed on demand, done."""

import asyncio

from aiohttp import web

from tests.channels.telegram.bell import Bell
from tests.channels.telegram.bot_api_answers import (
    NOT_FOUND,
    TOO_LARGE,
    UNAUTHORIZED,
    Call,
    DeclinedError,
    Failure,
)
from tests.channels.telegram.bot_api_failures import Failures, shut_out
from tests.channels.telegram.bot_api_http import Listener, accept, read_form, refuse
from tests.channels.telegram.bot_api_methods import Methods
from tests.channels.telegram.oracle import METHODS, RefusedError, read_request


class Server:
    """Telegram, as a bot sees it; each answer takes `delay` seconds.

    `refused` holds what a real server would have answered 400 to, whatever came before, and
    `declined` what it would because of what came before: an edit that changes nothing…
    `blocked` are chats that no longer want the bot, `migrated` groups that have another number.
    """

    token = "123456:a-secret-that-no-log-may-hold"

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.declined: list[str] = []
        self.blocked: set[int] = set()
        self.migrated: dict[int, int] = {}
        self.delay = 0.0
        self.url = ""
        self._bell = Bell()
        self._methods = Methods(self._bell)
        self._failures = Failures()
        self._listener = Listener(self._serve)

    async def start(self, port: int = 0) -> None:
        self.url = await self._listener.start(port)
        await self._methods.webhook.resume()

    async def stop(self) -> None:
        """Serve no more; what waits for the bot is kept, and so is the webhook's address."""
        self._methods.updates.end_polls()
        await self._methods.webhook.rest()
        await self._listener.stop()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        outcome = await self._outcome(request)
        self._bell.ring()
        if self.delay:
            await asyncio.sleep(self.delay)
        return refuse(request, outcome) if isinstance(outcome, Failure) else accept(outcome)

    async def _outcome(self, request: web.Request) -> object:
        """A result, or a failure."""
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return UNAUTHORIZED
        try:
            return await self._done(await self._heard(method, request))
        except RefusedError as error:
            self.refused.append(f"{method}: {error}")
            return Failure(400, f"Bad Request: {error}")
        except web.HTTPRequestEntityTooLarge:
            self.refused.append(f"{method}: {TOO_LARGE.description}")
            return TOO_LARGE
        except DeclinedError as error:
            if error.failure.status in {400, 404}:
                self.declined.append(f"{method}: {error}")
            return error.failure

    async def _heard(self, method: str, request: web.Request) -> Call:
        if method not in METHODS:
            raise DeclinedError(NOT_FOUND)
        form, files = await read_form(request)
        params = read_request(method, form, files)
        call = Call(method, params, asyncio.get_running_loop().time(), files)
        self.calls.append(call)
        self._bell.ring()
        return call

    async def _done(self, call: Call) -> object:
        failure = self._failures.of(call) or shut_out(call, self.blocked, self.migrated)
        if failure and not failure.done:
            return failure
        result = await self._methods.perform(call)
        return failure or result
