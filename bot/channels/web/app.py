"""The web application of the chat page, ready to be served or mounted."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.channels.web.chat import Chat, Interlocutor
from bot.channels.web.edge import Edge
from bot.channels.web.pages import Pages
from bot.domain.health import HealthReport


class Assets(StaticFiles):
    """Style, script and drawing: kept by the browser, which asks each time whether they changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or the word that it has not changed."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response


def create_web(
    assistant: Interlocutor, *, publisher: str, health: Callable[[], Awaitable[HealthReport]]
) -> Starlette:
    """The chat page at `/`, its messages at `/messages`, the state of the program at `/sante`.

    `publisher` is shown on every page; `health` is asked at each call of `/sante`.
    """
    pages = Pages(publisher)
    chat = Chat(assistant, pages)

    async def report(_: Request) -> Response:
        """The state of the program: 200 when it can answer, 503 otherwise."""
        state = await health()
        status = HTTPStatus.OK if state.ready else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse(asdict(state), status)

    async def refuse(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        response = pages.refusal(request, error.status_code)
        response.headers.update(error.headers or {})
        return response

    return Starlette(
        routes=[
            Route("/", chat.open),
            Route("/messages", chat.send, methods=["POST"]),
            Route("/sante", report),
            Mount("/static", Assets(packages=[("bot.channels.web", "static")])),
        ],
        middleware=[Middleware(Edge, apology=lambda request: pages.refusal(request, 500))],
        exception_handlers={HTTPException: refuse},
    )
