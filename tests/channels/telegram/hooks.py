"""Whoever knows the address of the webhook: what they post there."""

import json

import httpx

from bot.channels.telegram.channel import Webhook
from bot.channels.telegram.webhook import HEADER
from tests.channels.telegram.updates import a_text

WEBHOOK = Webhook("https://exemple.fr/telegram", "a-secret")
KNOWN = {HEADER: WEBHOOK.secret}
HELLO = {"update_id": 5000, **a_text("mon adresse est 3 rue des Lilas")}


async def post(telegram: httpx.AsyncClient, content: object, secret: str = WEBHOOK.secret) -> int:
    """The status that a body (JSON, or bytes as they are) gets."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    answer = await telegram.post("/telegram", content=body, headers={HEADER: secret})
    return answer.status_code
