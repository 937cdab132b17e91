import re

import httpx

from bot.domain.exchange import Message
from bot.domain.health import HealthReport
from bot.domain.replies import Button, Question, Statement
from bot.domain.territory import Position
from tests.channels.web.fakes import FakeAssistant, FakeHealth

ASSET = re.compile(r'(?:src|href)="(/static/[^"]+)"')
EXTERNAL = re.compile(r'(?:src|href|action)="(?:https?:)?//')
TITLE = "<title>Trait d'union, l'assistant des alliances territoriales</title>"


async def test_the_page_opens_with_the_welcome(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    page = await browser.get("/")

    assert page.status_code == 200
    assert '<html lang="fr">' in page.text
    assert TITLE in page.text
    assert "Bonjour, que cherchez-vous" in page.text
    assert assistant.welcomed == [("web", browser.cookies["conversation"])]


async def test_the_page_says_who_publishes_it_and_that_it_is_a_program(
    browser: httpx.AsyncClient,
) -> None:
    page = await browser.get("/")

    assert "Un programme gratuit, publié par la Fédération &lt;test&gt;" in page.text
    assert "un programme qui vous répond, pas une personne" in page.text


async def test_a_text_is_answered_with_html(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    await browser.get("/")

    answer = await browser.post("/messages", json={"text": "Où trouver un fablab ?"})

    assert answer.status_code == 200
    assert "Bien reçu." in answer.json()["html"]
    assert "<html" not in answer.json()["html"]
    conversation = browser.cookies["conversation"]
    assert assistant.heard == [Message("web", conversation, text="Où trouver un fablab ?")]


async def test_a_pressed_button_and_a_position_reach_the_assistant(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    await browser.get("/")

    await browser.post("/messages", json={"press": "card:fablab"})
    await browser.post("/messages", json={"location": [44.6, 2]})

    conversation = browser.cookies["conversation"]
    assert assistant.heard == [
        Message("web", conversation, press="card:fablab"),
        Message("web", conversation, position=Position(44.6, 2.0)),
    ]


async def test_several_replies_come_in_their_order(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    assistant.replies = (Statement("D'abord."), Statement("Ensuite."))

    html = (await browser.post("/messages", json={"text": "a"})).json()["html"]

    assert html.index("D&#39;abord.") < html.index("Ensuite.")


async def test_without_scripts_a_form_brings_the_whole_page_with_the_exchange(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    assistant.replies = (Question("Laquelle ?", (Button("Celle-ci", "territory:46102"),)),)

    page = await browser.post("/messages", data={"text": "à <b>Figeac</b>\r\nou Cahors"})

    assert page.status_code == 200
    assert TITLE in page.text
    assert "à &lt;b&gt;Figeac&lt;/b&gt;\nou Cahors" in page.text
    assert '<button type="submit" form="message" name="press" value="territory:46102">' in page.text
    assert '<form id="message" class="composer" method="post" action="/messages">' in page.text


async def test_a_button_pressed_without_scripts_leaves_the_text_unsent(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    await browser.post("/messages", data={"text": "je commence à", "press": "goal:lieu"})

    assert [(heard.press, heard.text) for heard in assistant.heard] == [("goal:lieu", None)]


async def test_a_link_on_another_site_does_not_start_the_conversation_again(
    browser: httpx.AsyncClient, assistant: FakeAssistant
) -> None:
    page = await browser.get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert page.status_code == 200
    assert "conversation" not in browser.cookies

    await browser.post("/messages", json={"text": "a"}, headers={"Sec-Fetch-Site": "same-origin"})

    assert assistant.heard[-1].conversation == browser.cookies["conversation"]


async def test_the_state_of_the_program_is_public_and_holds_no_secret(
    browser: httpx.AsyncClient, health: FakeHealth
) -> None:
    health.report = HealthReport(ready=True, model=False, database=True)

    state = await browser.get("/sante")

    assert state.status_code == 200
    assert state.json() == {"ready": True, "model": False, "database": True}


async def test_a_program_that_cannot_answer_says_so(
    browser: httpx.AsyncClient, health: FakeHealth
) -> None:
    health.report = HealthReport(ready=False, model=False, database=False)

    assert (await browser.get("/sante")).status_code == 503


async def test_style_and_script_are_served_and_checked_again_each_time(
    browser: httpx.AsyncClient,
) -> None:
    for name, kind in (("page.css", "text/css"), ("chat.js", "javascript"), ("mark.svg", "svg")):
        asset = await browser.get(f"/static/{name}")

        assert asset.status_code == 200
        assert kind in asset.headers["content-type"]
        assert asset.headers["cache-control"] == "no-cache"


async def test_every_asset_of_the_page_is_ours_and_exists(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/")).text

    for asset in ASSET.findall(page):
        assert (await browser.get(asset)).status_code == 200
    assert not EXTERNAL.search(page)
