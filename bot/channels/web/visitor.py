"""Who is writing, as far as the page knows: a random cookie, and whether the page is ours."""

import re
import secrets
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.session import SESSION_LIFETIME

COOKIE = "conversation"

_ID = re.compile(r"[\w-]{32}", re.ASCII)


def site_root(request: Request) -> str:
    """The path that the site is published under, without its last slash: most often nothing."""
    root: str = request.scope.get("app_root_path", request.scope.get("root_path", ""))
    return root.rstrip("/")


def known_conversation(request: Request) -> str | None:
    """The conversation that the browser says it is in; anything that we did not make is ignored."""
    value = request.cookies.get(COOKIE, "")
    return value if _ID.fullmatch(value) else None


def new_conversation() -> str:
    """An identifier that nobody can guess (192 bits)."""
    return secrets.token_urlsafe(24)


def remember(conversation: str, response: Response, request: Request) -> None:
    """Leave the conversation's identifier, and nothing else, in the browser."""
    response.set_cookie(
        COOKIE,
        conversation,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        path=site_root(request) or "/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def comes_from_elsewhere(request: Request) -> bool:
    """Whether another site made the browser send this request.

    A browser that is told not to reveal its page sends `Origin: null` with a form; if it is too
    old for `Sec-Fetch-Site`, the strict cookie proves that the form is ours.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None:
        return False
    if origin == "null":
        return known_conversation(request) is None
    return urlsplit(origin).netloc != request.headers.get("host")
