"""`python -m bot run` as a process: what it serves, how it ends, what it leaves."""

import asyncio
import shutil
import signal
import socket
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.adapters.model_shelf import ModelFolder
from bot.bootstrap import Workshop
from bot.settings import ROOT, Settings
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.updates import a_text
from tests.program import Program, children, free_port, model_in_use, runs, until

SECONDS_TO_END = 30
SECONDS_TO_ANSWER = 2.5
"""A look each second, and what it takes to read and index."""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A browser on a running program that has no Rasa."""
    folder, port = tmp_path_factory.mktemp("run"), free_port()
    settings = {"NLU_PYTHON": folder / "absent", "PUBLISHER": "la Fédération"}
    with (
        Program(folder).started("run", PORT=port, **settings),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as browser,
    ):
        until(lambda: health(port) is not None)
        yield browser


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    server = BotApi()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with the model in use, as if trained on the knowledge of today: none is trained."""
    model, folder = model_in_use(), tmp_path / "models"
    folder.mkdir()
    used = ModelFolder(Settings(_env_file=None).models_dir).path_of(model.name)
    ModelFolder(folder).path_of(model.name).symlink_to(used)
    training = Workshop(Settings(_env_file=None)).training
    digest = training._digest(training.compiled())
    ModelFolder(folder).activate(replace(model, digest=digest))
    return folder


def health(port: int) -> object:
    """What the program says of its state; nothing while it does not answer."""
    try:
        return httpx.get(f"http://127.0.0.1:{port}/sante", trust_env=False).json()
    except httpx.TransportError:
        return None


def test_the_page_is_served(page: httpx.Client) -> None:
    answer = page.get("/")
    assert answer.status_code == 200
    assert "la Fédération" in answer.text


def test_a_message_is_answered(page: httpx.Client) -> None:
    answer = page.post("/messages", json={"text": "Bonjour"})
    assert answer.status_code == 200
    assert "Bonjour" in answer.text


def test_the_state_tells_that_the_model_is_away(page: httpx.Client) -> None:
    answer = page.get("/sante")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "model": False, "database": True}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_program_well(program: Program, number: int) -> None:
    port = free_port()
    with program.started("run", PORT=port, NLU_PYTHON=program.folder / "absent") as running:
        until(lambda: health(port) is not None)
        running.process.send_signal(number)
        assert running.process.wait(SECONDS_TO_END) == 0


async def test_telegram_is_left_in_order(program: Program, api: BotApi) -> None:
    api.push(a_text("Bonjour"))
    telegram = {"TELEGRAM_API_URL": api.url, "TELEGRAM_BOT_TOKEN": api.token}
    absent = program.folder / "absent"
    with program.started("run", PORT=free_port(), NLU_PYTHON=absent, **telegram) as running:
        await api.until_sent(1)
        running.process.terminate()
        status = await asyncio.to_thread(running.process.wait, SECONDS_TO_END)
    assert status == 0
    assert api.pending == []


def test_a_port_that_is_taken_is_one_line(program: Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = program.run("run", PORT=other.getsockname()[1])
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "PORT" in line


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_rasa_ends_with_the_program(program: Program, shelf: Path, number: int) -> None:
    port = free_port()
    with program.started("run", PORT=port, MODELS_DIR=shelf) as running:
        until(lambda: health(port) == {"ready": True, "model": True, "database": True})
        (rasa,) = children(running.process.pid)
        running.process.send_signal(number)
        running.process.wait(SECONDS_TO_END)
        until(lambda: not runs(rasa), SECONDS_TO_END)


def test_a_saved_card_is_answered_from_within_two_seconds(tmp_path: Path) -> None:
    knowledge, port = tmp_path / "knowledge", free_port()
    shutil.copytree(ROOT / "knowledge", knowledge)
    settings = {"PORT": port, "KNOWLEDGE_DIR": knowledge, "NLU_PYTHON": tmp_path / "absent"}
    with (
        Program(tmp_path).started("run", **settings),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as browser,
    ):
        until(lambda: health(port) is not None)
        question = {"text": "qu'est-ce que le bouclibranchage ?"}
        assert "bouclibranchage" not in browser.post("/messages", json=question).text
        card = knowledge / "cards" / "partenariat-demarrer.yml"
        text = card.read_text("utf-8")
        card.write_text(
            text.replace(
                "questions:\n", "questions:\n  - qu'est-ce que le bouclibranchage ?\n"
            ).replace("summary: >-\n", "summary: >-\n  Le bouclibranchage.\n"),
            "utf-8",
        )
        saved = time.monotonic()
        until(lambda: "Le bouclibranchage." in browser.post("/messages", json=question).text)
        assert time.monotonic() - saved < SECONDS_TO_ANSWER
        card.write_text("title: [", "utf-8")
        time.sleep(SECONDS_TO_ANSWER)
        assert "Le bouclibranchage." in browser.post("/messages", json=question).text
