"""Webhook deliveries: each update is posted to the bot until it says that it has it."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.channels.telegram.bell import PATIENCE
from tests.channels.telegram.bot_api_updates import Updates, number_of

CONNECTIONS = 40
"""Deliveries at once, unless the bot says otherwise."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
PAUSE, LONGEST_PAUSE = 0.01, 0.2
"""Seconds before an update is posted again: doubled each time, up to."""


@dataclass(frozen=True)
class Delivery:
    """An update that was posted; `status` is 0 if nobody answered."""

    update_id: int | None
    status: int


class Webhook:
    """Posts what is pending; `origins` tells what stands behind a public address.

    Updates of one lane (a chat) come one after the other, those of several lanes at once.
    """

    def __init__(self, updates: Updates) -> None:
        self.deliveries: list[Delivery] = []
        self.origins: dict[str, str] = {}
        self.settings: dict[str, Any] = {}
        self._updates = updates
        self._tasks: set[asyncio.Task[None]] = set()
        self._lanes: defaultdict[object, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._places = asyncio.Semaphore(CONNECTIONS)
        self._client: aiohttp.ClientSession | None = None

    async def open(self, settings: Mapping[str, Any]) -> None:
        """Begin a webhook, instead of another."""
        await self.close()
        self.settings = dict(settings)
        self._updates.hooked = True
        await self.resume()

    async def resume(self) -> None:
        """Deliver what is pending, if there is a webhook."""
        if not self.settings or self._client:
            return
        self._places = asyncio.Semaphore(self.settings.get("max_connections", CONNECTIONS))
        self._lanes.clear()
        self._client = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=PATIENCE),
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        for update in self._updates.pending:
            self.offer(update, lane_of(update))

    async def close(self) -> None:
        """End the webhook."""
        await self.rest()
        self._updates.hooked = False
        self.settings = {}

    async def rest(self) -> None:
        """Deliver nothing more for now."""
        client, self._client = self._client, None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if client:
            await client.close()

    def offer(self, update: object, lane: object) -> None:
        """Deliver an update that is pending, if there is a webhook."""
        if self._client:
            task = asyncio.create_task(self._deliver(update, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def described(self) -> dict[str, Any]:
        """As `getWebhookInfo` tells it."""
        told = {"max_connections": CONNECTIONS} | self.settings if self.settings else {}
        told.pop("secret_token", None)
        told.pop("drop_pending_updates", None)
        failed = [delivery for delivery in self.deliveries if not _is_taken(delivery.status)]
        if failed and told:
            message = f"Wrong response from the webhook: {failed[-1].status}"
            told |= {"last_error_date": 1_700_000_000, "last_error_message": message}
        count = len(self._updates.pending)
        known = {"url": "", "has_custom_certificate": False, "pending_update_count": count}
        return known | told

    async def _deliver(self, update: object, lane: object) -> None:
        pause = PAUSE
        async with self._lanes[lane]:
            while not _is_taken(await self._post(update)):
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            self._updates.settle(update)

    async def _post(self, update: object) -> int:
        status, target = 0, self._target()
        headers = {"Content-Type": "application/json"}
        if "secret_token" in self.settings:
            headers[SECRET_HEADER] = self.settings["secret_token"]
        async with self._places:
            with suppress(aiohttp.ClientError, TimeoutError):
                if target and self._client:
                    async with self._client.post(
                        target, data=json.dumps(update), headers=headers, allow_redirects=False
                    ) as answer:
                        status = answer.status
        self.deliveries.append(Delivery(number_of(update), status))
        return status

    def _target(self) -> str | None:
        """Where to post: on loopback, or nowhere."""
        url = urlsplit(self.settings["url"])
        origin = f"{url.scheme}://{url.netloc}"
        local = self.origins.get(origin, origin)
        path = self.settings["url"].removeprefix(origin)
        return local + path if urlsplit(local).hostname in {"127.0.0.1", "localhost"} else None


def lane_of(update: object) -> object:
    """The chat of an update, or the update itself."""
    for kind in update.values() if isinstance(update, dict) else ():
        if isinstance(kind, dict):
            inner = kind.get("message") if isinstance(kind.get("message"), dict) else kind
            chat = (inner or {}).get("chat") or kind.get("from")
            if isinstance(chat, dict):
                return chat.get("id")
    return object()


def _is_taken(status: int) -> bool:
    return 200 <= status < 300
