"""The supervision of a server: started, watched, restarted, stopped."""

import asyncio
import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.adapters.rasa.server import RasaServer
from tests.adapters.rasa.standins import QUICK, SERVE, Standin
from tests.adapters.rasa.supervising import supervised
from tests.adapters.rasa.waiting import until

MODEL = Path("/models/m1.tar.gz")


async def test_a_server_is_started_and_waited_for(standin: Standin) -> None:
    server = standin.server()
    assert server.address() is None
    async with supervised(server):
        await server.ready()
        address = server.address()
        assert address is not None
        async with httpx.AsyncClient(trust_env=False) as client:
            assert (await client.get(address)).status_code == 200
    assert server.address() is None


async def test_it_serves_the_model_in_use_on_loopback_with_its_token(standin: Standin) -> None:
    server = standin.server(model=lambda: MODEL)
    async with supervised(server):
        start = await standin.until_started(1)
        options = start.arguments
        assert options[:2] == ["rasa", "run"]
        assert options[options.index("-i") + 1] == "127.0.0.1"
        assert f"--auth-token={server.token}" in options  # one argument: it may begin with a dash
        assert options[options.index("--model") + 1] == str(MODEL)


async def test_without_a_model_it_serves_none(standin: Standin) -> None:
    async with supervised(standin.server()):
        assert "--model" not in (await standin.until_started(1)).arguments


def shown_of(pid: int) -> str:
    """The command line that anybody on the machine can read."""
    shown = subprocess.run(
        ("ps", "-ww", "-o", "command=", "-p", str(pid)), capture_output=True, check=True
    )
    return shown.stdout.decode()


@pytest.mark.skipif(shutil.which("ps") is None, reason="`ps` is not here to look with")
async def test_other_users_of_the_machine_cannot_read_the_token(standin: Standin) -> None:
    server = standin.server()
    async with supervised(server):
        start = await standin.until_started(1)
        shown = shown_of(start.pid)
    assert SERVE.name in shown
    assert server.token not in shown


def test_each_server_has_its_own_token(standin: Standin) -> None:
    assert standin.server().token != standin.server().token


async def test_a_relative_environment_is_found_from_where_the_program_started(
    standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.python()
    monkeypatch.chdir(standin.folder)
    server = RasaServer(Path("python-well"), SERVE, lambda: None, QUICK)
    async with supervised(server):
        await server.ready()
    assert standin.starts()[0].folder == str(SERVE.parent)


async def test_a_killed_server_is_started_again_with_the_model_now_in_use(
    standin: Standin,
) -> None:
    models = [Path("/models/m1.tar.gz"), Path("/models/m2.tar.gz")]
    server = standin.server(model=lambda: models[len(standin.starts())])
    async with supervised(server):
        await server.ready()
        first = standin.starts()[0]
        os.kill(first.pid, signal.SIGKILL)
        second = await standin.until_started(2)
        await server.ready()
    assert [start.arguments[-1] for start in (first, second)] == [str(model) for model in models]


async def test_no_address_is_given_between_two_servers(standin: Standin) -> None:
    server = standin.server(pace=replace(QUICK, back_off=(60.0,)))
    async with supervised(server):
        await server.ready()
        os.kill(standin.starts()[0].pid, signal.SIGKILL)
        await until(lambda: server.address() is None)


async def test_a_server_that_dies_at_start_is_tried_less_and_less(
    standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    async with supervised(standin.server("dying")):
        await standin.until_started(5)
    pauses = [line.rpartition("restarting in ")[2] for line in caplog.messages]
    assert pauses[:4] == ["0.1 s", "0.2 s", "0.3 s", "0.3 s"]


async def test_a_server_that_ran_long_is_started_again_soon(
    standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    async with supervised(standin.server("dying", replace(QUICK, steady=0.0))):
        await standin.until_started(4)
    assert [line.endswith("in 0.1 s") for line in caplog.messages[:3]] == [True] * 3


async def test_a_server_that_never_answers_is_stopped_and_tried_again(
    standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    server = standin.server("mute", replace(QUICK, start=0.3))
    async with supervised(server):
        await standin.until_started(2)
        assert not standin.starts()[0].is_alive
        assert server.address() is None
    assert caplog.messages[0].startswith("Rasa did not answer")


async def test_a_server_that_answers_no_more_is_replaced(standin: Standin) -> None:
    silent = standin.folder / "silent"
    server = standin.server(pace=replace(QUICK, silence=0.3))
    async with supervised(server):
        await server.ready()
        silent.touch()
        second = await standin.until_started(2)
        silent.unlink()
        await server.ready()
        assert [start.is_alive for start in (standin.starts()[0], second)] == [False, True]


async def test_a_frozen_server_is_killed_and_replaced(standin: Standin) -> None:
    server = standin.server(pace=replace(QUICK, silence=0.3, stop=0.1))
    async with supervised(server):
        await server.ready()
        first = standin.starts()[0]
        os.kill(first.pid, signal.SIGSTOP)
        await standin.until_started(2)
        assert not first.is_alive


@pytest.mark.parametrize("mood", ["well", "deaf", "mute"])
async def test_a_cancelled_supervision_leaves_no_server(standin: Standin, mood: str) -> None:
    async with supervised(standin.server(mood, replace(QUICK, stop=0.3))):
        start = await standin.until_started(1)
        assert start.is_alive
    assert not start.is_alive


async def test_a_supervision_cancelled_twice_leaves_no_server(standin: Standin) -> None:
    async with supervised(standin.server("deaf", replace(QUICK, stop=60.0))) as task:
        start = await standin.until_started(1)
        task.cancel()
        await asyncio.sleep(0)
    assert not start.is_alive


async def test_a_supervision_cancelled_at_once_starts_nothing_that_lasts(
    standin: Standin,
) -> None:
    async with supervised(standin.server()):
        pass
    assert [start for start in standin.starts() if start.is_alive] == []


async def test_without_a_rasa_environment_there_is_one_line_and_no_server(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server = RasaServer(tmp_path / "absent", SERVE, lambda: None, QUICK)
    await server.run()
    assert caplog.messages == ["no Rasa environment: keywords answer alone (make setup)"]
    assert server.address() is None


async def test_an_environment_that_cannot_run_is_tried_again(
    standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    server = standin.server()
    standin.python().chmod(0o644)
    async with supervised(server):
        await until(lambda: caplog.messages)
        standin.python().chmod(0o755)
        await server.ready()
    assert caplog.messages[0].startswith("Rasa cannot be started")
