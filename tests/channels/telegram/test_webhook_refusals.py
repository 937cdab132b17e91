"""Who is not heard at the address of the webhook, and what is no update."""

import hmac
import json
import logging
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.channels.telegram.webhook import HEADER, MAX_BODY
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.hooks import HELLO, KNOWN, WEBHOOK, post
from tests.fake_mail import FakeMail

DEEP = b"[" * 100_000

pytestmark = pytest.mark.usefixtures("open_hook")


@pytest.mark.parametrize("told", ["", "another-secret", "a-secre", "a-secret ", "é", "a" * 9000])
async def test_whoever_does_not_know_the_secret_is_not_heard(
    telegram: httpx.AsyncClient,
    assistant: FakeAssistant,
    mail: FakeMail,
    caplog: pytest.LogCaptureFixture,
    told: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    headers = [(HEADER.encode(), told.encode("latin-1"))] if told else []
    body = json.dumps(HELLO).encode()
    answer = await telegram.post("/telegram", content=body, headers=headers)
    assert (answer.status_code, answer.content) == (401, b"")
    assert (mail.inbox, mail.answered, assistant.messages) == ([], [], [])
    assert "Lilas" not in caplog.text
    assert WEBHOOK.secret not in caplog.text


async def test_secrets_are_compared_in_a_time_that_tells_nothing(
    telegram: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[set[bytes]] = []
    compare = hmac.compare_digest

    def compare_and_note(told: bytes, known: bytes) -> bool:
        compared.append({told, known})
        return compare(told, known)

    monkeypatch.setattr(hmac, "compare_digest", compare_and_note)
    assert await post(telegram, HELLO, "b-secret") == 401
    assert {b"b-secret", b"a-secret"} in compared


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_updates_are_posted_and_nothing_else(
    telegram: httpx.AsyncClient, method: str
) -> None:
    answer = await telegram.request(method, "/telegram", headers=KNOWN)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


async def test_what_is_too_large_is_refused(telegram: httpx.AsyncClient) -> None:
    large = b'{"update_id": 5000, "text": "%s"}' % (b"a" * MAX_BODY)
    assert await post(telegram, large) == 413
    assert await post(telegram, large[:MAX_BODY]) == 400


async def test_what_never_ends_is_refused_before_it_is_read_whole(
    telegram: httpx.AsyncClient,
) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while read < 100 * MAX_BODY:
            read += 4096
            yield b" " * 4096

    answer = await telegram.post("/telegram", content=endless(), headers=KNOWN)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"bonjour", id="no JSON"),
        pytest.param(b'{"update_id": 5000', id="half"),
        pytest.param(b'{"update_id": 5000}\xff', id="no UTF-8"),
        pytest.param(DEEP, id="nested too deep"),
        pytest.param(b'{"update_id": ' + b"9" * 5000 + b"}", id="a number too large"),
        pytest.param(b"null", id="null"),
        pytest.param([HELLO], id="a list"),
        pytest.param({"message": HELLO["message"]}, id="no number"),
        pytest.param({**HELLO, "update_id": "5000"}, id="a number as text"),
        pytest.param({**HELLO, "update_id": True}, id="true"),
        pytest.param({**HELLO, "update_id": 5000.0}, id="a fraction"),
        pytest.param({**HELLO, "update_id": 2**60}, id="no identifier"),
    ],
)
async def test_what_is_no_update_is_refused(
    telegram: httpx.AsyncClient, mail: FakeMail, content: object
) -> None:
    assert await post(telegram, content) == 400
    assert (mail.inbox, mail.aside) == ([], {})
