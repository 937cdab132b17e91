import json
import logging
from collections.abc import AsyncIterator

import httpx
import pytest

from tests.channels.web.fakes import FakeAssistant

FORM = "application/x-www-form-urlencoded"
UNREADABLE = [
    b"",
    b"{",
    b"\xff",
    b"[]",
    b"null",
    b"{}",
    b'{"text": 12}',
    b'{"text": "a", "press": "b"}',
    b'{"text": "a", "name": "b"}',
    b'{"text": "\\ud800"}',
    b'{"location": [44.6]}',
    b'{"location": [91, 2]}',
    b'{"location": [NaN, 2]}',
    b'{"location": ["44", "2"]}',
    json.dumps({"press": "a" * 65}).encode(),
]


@pytest.mark.parametrize("body", UNREADABLE)
async def test_a_body_that_makes_no_sense_is_refused_in_french(
    browser: httpx.AsyncClient, assistant: FakeAssistant, body: bytes
) -> None:
    answer = await browser.post(
        "/messages", content=body, headers={"Content-Type": "application/json; charset=utf-8"}
    )

    assert answer.status_code == 400
    assert "Ce message n'a pas pu être lu" in answer.json()["error"]
    assert assistant.heard == []


@pytest.mark.parametrize("body", [b"", b"press=", b"other=1", b"text=\xe9", b"&a=1" * 20])
async def test_a_form_that_makes_no_sense_is_refused_on_a_page(
    browser: httpx.AsyncClient, assistant: FakeAssistant, body: bytes
) -> None:
    page = await browser.post("/messages", content=body, headers={"Content-Type": FORM})

    assert page.status_code == 400
    assert "pas pu être lu" in page.text
    assert 'href="/"' in page.text
    assert assistant.heard == []


async def test_an_oversized_body_is_refused(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    answer = await browser.post("/messages", json={"text": "a" * 70_000})

    assert answer.status_code == 413
    assert answer.json() == {
        "error": "Ce message est trop long pour être lu : résumez-le en quelques phrases."
    }
    assert assistant.heard == []


async def test_a_body_sent_piece_by_piece_is_refused_once_too_long(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(70):
            yield b" " * 1000

    answer = await browser.post("/messages", content=pieces(), headers={"Content-Type": FORM})

    assert answer.status_code == 413
    assert assistant.heard == []


async def test_an_empty_or_a_long_text_is_left_to_the_assistant(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    await browser.post("/messages", data={"text": ""})
    await browser.post("/messages", json={"text": "a" * 20_000})

    assert [len(heard.text or "") for heard in assistant.heard] == [0, 20_000]


async def test_another_type_of_body_is_refused(browser: httpx.AsyncClient) -> None:
    page = await browser.post("/messages", files={"text": ("a.txt", b"a")})

    assert page.status_code == 415
    assert "format" in page.text


@pytest.mark.parametrize(
    "path", ["/rien", "/rien/du/tout", "/static/rien.css", "/static/%2e%2e/app.py"]
)
async def test_an_unknown_page_says_so_and_leads_back(
    browser: httpx.AsyncClient, path: str
) -> None:
    page = await browser.get(path)

    assert page.status_code == 404
    assert "Cette page n'existe pas" in page.text.replace("&#39;", "'")
    assert '<a class="back" href="/">' in page.text
    assert 'href="/static/page.css"' in page.text


async def test_a_wrong_method_is_refused_with_the_right_one(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/messages")

    assert page.status_code == 405
    assert page.headers["allow"] == "POST"
    assert "ne se consulte pas" in page.text


async def test_a_failure_becomes_a_sentence_and_its_record_never_quotes_the_person(
    browser: httpx.AsyncClient, assistant: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    assistant.failure = RuntimeError("cannot read: je m'appelle Camille")

    with caplog.at_level(logging.DEBUG):
        answer = await browser.post("/messages", json={"text": "je m'appelle Camille"})

    assert answer.status_code == 500
    assert "appelez le 112" in answer.json()["error"]
    assert "RuntimeError on '/messages'" in caplog.text
    assert "Camille" not in caplog.text + answer.text
    assert answer.headers["content-security-policy"]


async def test_a_failure_without_scripts_is_a_page(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    assistant.failure = RuntimeError("boom")

    page = await browser.post("/messages", data={"text": "a"})

    assert page.status_code == 500
    assert "la panne vient de chez nous" in page.text
    assert "boom" not in page.text
    assert "Traceback" not in page.text
