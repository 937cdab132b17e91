"""Telegram, from the settings: how it is reached, its limits, where it reaches us."""

import re
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette
from starlette.routing import Mount, Route

from bot.channels.telegram.channel import Line, TelegramChannel, Webhook
from bot.channels.telegram.postman import Limits
from bot.settings import Settings

EVERY_METHOD = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
"""Those that the endpoint itself refuses, so that nothing else answers at its address."""


def telegram_line(settings: Settings) -> Line | None:
    """How Telegram is reached; none without a token."""
    token, url = settings.telegram_bot_token, settings.telegram_webhook_url
    secret = settings.telegram_webhook_secret
    if token is None:
        return None
    return Line(
        token=token.get_secret_value(),
        api_url=settings.telegram_api_url,
        webhook=Webhook(url, secret.get_secret_value()) if url and secret else None,
        at_once=settings.telegram_at_once,
    )


def telegram_limits(settings: Settings) -> Limits:
    """What Telegram accepts of a bot, and a bot of a person."""
    return Limits(
        per_second=settings.telegram_per_second,
        per_chat=settings.telegram_per_chat,
        per_group=settings.telegram_per_group,
        flood=settings.telegram_flood,
    )


def with_webhook(web: Starlette, telegram: TelegramChannel | None, settings: Settings) -> Starlette:
    """The web application, and the address where Telegram brings updates when there is one."""
    url = settings.telegram_webhook_url
    if telegram is None or url is None:
        return web
    path = unquote(urlsplit(url).path) or "/"
    # At the root the page is read and updates are brought.
    methods = ("POST",) if path == "/" else EVERY_METHOD
    hook = Route("/", telegram.receive, methods=methods)
    # Given as the route's own path, braces would stand for something else.
    hook.path_regex = re.compile(rf"{re.escape(path)}\Z")
    return Starlette(routes=[hook, Mount("/", web)])
