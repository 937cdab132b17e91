import httpx
import pytest

from tests.channels.web.fakes import Browse, FakeAssistant


async def test_the_cookie_is_random_and_out_of_reach_of_scripts_and_other_sites(
    browse: Browse,
) -> None:
    found = set()
    for _ in range(2):
        async with browse("http://assistant.test") as browser:
            cookie = (await browser.get("/")).headers["set-cookie"]
            found.add(browser.cookies["conversation"])
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert "Path=/" in cookie
        assert "Secure" not in cookie
    assert len(found) == 2
    assert {len(conversation) for conversation in found} == {32}


async def test_the_cookie_is_secure_over_https(browse: Browse) -> None:
    async with browse("https://assistant.test") as browser:
        assert "Secure" in (await browser.get("/")).headers["set-cookie"]


async def test_a_known_conversation_goes_on_and_gets_no_other_cookie(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    await browser.get("/")
    again = await browser.get("/")
    answer = await browser.post("/messages", json={"text": "a"})

    assert "set-cookie" not in again.headers
    assert "set-cookie" not in answer.headers
    assert len(set(assistant.welcomed)) == 1


async def test_a_cookie_that_we_did_not_make_is_replaced(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    await browser.get("/", headers={"Cookie": "conversation=admin"})

    assert assistant.welcomed == [("web", browser.cookies["conversation"])]


@pytest.mark.parametrize("path", ["/", "/sante", "/rien", "/static/chat.js"])
async def test_every_response_is_protected(browser: httpx.AsyncClient, path: str) -> None:
    headers = (await browser.get(path)).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


async def test_no_page_needs_an_inline_script_or_style(browser: httpx.AsyncClient) -> None:
    for path in ("/", "/rien"):
        page = (await browser.get(path)).text
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert " onclick=" not in page


async def test_conversations_are_kept_by_no_cache(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/")
    answer = await browser.post("/messages", json={"text": "a"})

    assert page.headers["cache-control"] == "no-store"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://ailleurs.test"},
        {"Origin": "http://assistant.test:81"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://assistant.test"},
    ],
)
async def test_a_message_sent_from_another_site_is_refused(
    browser: httpx.AsyncClient, assistant: FakeAssistant, headers: dict[str, str]
) -> None:
    answer = await browser.post("/messages", data={"text": "a"}, headers=headers)

    assert answer.status_code == 403
    assert "un autre site" in answer.text
    assert assistant.heard == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://assistant.test"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
)
async def test_a_message_sent_from_the_page_is_answered(
    browser: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await browser.post("/messages", data={"text": "a"}, headers=headers)

    assert answer.status_code == 200


async def test_a_form_whose_origin_is_hidden_is_trusted_with_the_cookie_of_the_page(
    browser: httpx.AsyncClient,
) -> None:
    await browser.get("/")

    answer = await browser.post("/messages", data={"text": "a"}, headers={"Origin": "null"})

    assert answer.status_code == 200
