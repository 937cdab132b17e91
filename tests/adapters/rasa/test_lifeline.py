"""What the program started ends with it, however it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.adapters.rasa.standins import ROOT, SERVE, TRAIN, Standin
from tests.adapters.rasa.waiting import is_alive, until

SUPERVISE = (
    sys.executable,
    "-c",
    """
import asyncio, sys
from pathlib import Path
from bot.adapters.rasa.server import RasaServer

asyncio.run(RasaServer(Path(sys.argv[1]), Path(sys.argv[2]), lambda: None).run())
""",
)

LEARN = (
    sys.executable,
    "-c",
    """
import asyncio, sys
from pathlib import Path
from bot.adapters.rasa.trainer import RasaTrainer
from bot.domain.training import Example, TrainingWork

python, script, models = map(Path, sys.argv[1:])
phrases = (Example("merci", "remercier"),)
trainer = RasaTrainer(python, script, script, models)
asyncio.run(trainer.train(TrainingWork("m1", phrases, phrases, phrases)))
""",
)


@contextmanager
def program(*command: str | Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program that can be killed, in a process of its own."""
    known = {**os.environ, **environment}
    with subprocess.Popen(command, cwd=ROOT, env=known, stdin=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("mood", ["well", "deaf", "mute"])
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
async def test_a_server_ends_with_the_program_that_supervises_it(
    standin: Standin, mood: str, ending: signal.Signals
) -> None:
    with program(*SUPERVISE, standin.python(mood), SERVE) as process:
        start = await standin.until_started(1)
        assert start.is_alive
        process.send_signal(ending)
        await until(lambda: not start.is_alive)


async def test_a_training_ends_with_the_program_that_asked_for_it(
    standin: Standin, tmp_path: Path
) -> None:
    with program(*LEARN, standin.python("endless"), TRAIN, tmp_path / "models") as process:
        pid = await standin.until_training()
        assert is_alive(pid)
        process.kill()
        await until(lambda: not is_alive(pid))


async def test_an_interrupted_program_stops_its_server(standin: Standin) -> None:
    with program(*SUPERVISE, standin.python(), SERVE) as process:
        start = await standin.until_started(1)
        process.send_signal(signal.SIGINT)
        await until(lambda: not start.is_alive)


async def test_a_server_told_to_end_does_so_without_a_crash(standin: Standin) -> None:
    with program(standin.python(), SERVE, "0", NLU_TOKEN="secret") as process:
        await standin.until_started(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) not in {-signal.SIGABRT, -signal.SIGSEGV}
