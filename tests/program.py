"""The program as people start it: a process, in a folder of its own, without our settings."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import pytest

from bot.adapters.model_shelf import ModelFolder
from bot.domain.training import ModelRecord
from bot.settings import ROOT, Settings

TIMEOUT = 90
"""Seconds after which a command is said to hang."""

LIFE = 240
"""Seconds that a command under way is given: starting Rasa twice takes up to two minutes."""


@dataclass(frozen=True, slots=True)
class Program:
    """`python -m bot`, started in `folder`, which becomes its home too."""

    folder: Path

    def run(self, *words: str | Path, **settings: object) -> subprocess.CompletedProcess[str]:
        """What a command said, once it has ended."""
        return subprocess.run(
            [*PROGRAM, *words],
            cwd=self.folder,
            env=self.environment(settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=TIMEOUT,
            check=False,
        )

    @contextmanager
    def started(self, *words: str, **settings: object) -> Iterator["Running"]:
        """A command under way, killed when the block ends, or after `LIFE` seconds."""
        process = subprocess.Popen(
            [*PROGRAM, *words],
            cwd=self.folder,
            env=self.environment(settings),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        watchdog = Timer(LIFE, process.kill)
        watchdog.start()
        with process:
            try:
                yield Running(process)
            finally:
                watchdog.cancel()
                process.kill()

    def environment(self, settings: dict[str, object]) -> dict[str, str]:
        """That of the tests, with `settings` and no other."""
        ours = {name.upper() for name in Settings.model_fields}
        kept = {name: value for name, value in os.environ.items() if name.upper() not in ours}
        given = {"DATA_DIR": self.folder / "data", **settings}
        return {
            **kept,
            "PYTHONPATH": str(ROOT),
            **{name: str(value) for name, value in given.items() if value is not None},
        }


@dataclass(frozen=True, slots=True)
class Running:
    """A command under way, fed and read through pipes."""

    process: subprocess.Popen[bytes]

    def say(self, *lines: bytes) -> None:
        """Give it lines at once."""
        assert self.process.stdin
        self.process.stdin.write(b"".join(line + b"\n" for line in lines))
        self.process.stdin.flush()

    def hear(self) -> str:
        """Its next line; empty once it has ended."""
        assert self.process.stdout
        return self.process.stdout.readline().decode()

    def end(self) -> int:
        """Give it nothing more; its exit status."""
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait(TIMEOUT)


PROGRAM = (sys.executable, "-m", "bot")


def until(condition: Callable[[], bool], seconds: float = TIMEOUT) -> None:
    """Wait for a condition.

    Raises:
        TimeoutError: it did not come true in time.
    """
    limit = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > limit:
            raise TimeoutError
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """The processes that `pid` started and that still run."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are looked up in /proc, which this system lacks")
    found = (_running(file) for file in Path("/proc").glob("[0-9]*/stat"))
    return [child for child, parent in filter(None, found) if parent == pid]


def runs(pid: int) -> bool:
    """Whether a process, which may be nobody's child any more, still runs."""
    return _running(Path(f"/proc/{pid}/stat")) is not None


def kill(pid: int) -> None:
    """End a process without a word."""
    os.kill(pid, signal.SIGKILL)


def _running(stat: Path) -> tuple[int, int] | None:
    """The numbers of a process and of its parent, unless it has ended."""
    try:
        pid, _, rest = stat.read_text("utf-8", "replace").partition(" (")
    except OSError:
        return None
    state, parent = rest.rpartition(")")[2].split()[:2]
    return None if state in "ZX" else (int(pid), int(parent))


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def model_in_use() -> ModelRecord:
    """The record of the trained model; without one, or without Rasa, the test is skipped."""
    settings = Settings(_env_file=None)
    record = ModelFolder(settings.models_dir).active()
    if record is None or not settings.nlu_python.exists():
        pytest.skip("neither Rasa nor a trained model here (make setup)")
    return record
