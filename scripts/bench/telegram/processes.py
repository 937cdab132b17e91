"""The processes under test: started, watched in /proc, killed."""

import asyncio
import os
import random
import resource
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PAGE = resource.getpagesize()
PORTS = range(20_000, 32_000)
"""Below those that systems give to whoever calls."""

PATIENCE = 600.0
"""Seconds that a process is given to be ready."""


def started(
    command: Sequence[object], folder: Path, environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """A process in a group of its own; what it writes goes to `log.txt` in its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "log.txt").open("ab") as log:
        return subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def killed(process: subprocess.Popen[bytes] | None) -> None:
    """End a process that was started here, and those that it started."""
    if process:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


async def listening(port: int) -> None:
    """Wait until somebody listens on a port.

    Raises:
        TimeoutError: nobody does in time.
    """
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(0.05)


def free_port() -> int:
    """A port of loopback that nobody listens on, nor is given while its owner is away."""
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port")


def tree(root: int) -> list[int]:
    """A process and all those below it."""
    parents = dict(_parents())
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def command_of(pid: int) -> bytes:
    """Its command line; empty once it has ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def processor_seconds(pid: int) -> float:
    """Processor time of a process, and of its children that have ended."""
    with suppress(OSError):
        return sum(map(int, _stat(pid)[11:15])) / TICK
    return 0.0


def resident(pid: int) -> int:
    """Resident memory of a process, in bytes."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * PAGE


def busy_seconds() -> float:
    """Processor time that the whole machine has spent."""
    line = Path("/proc/stat").read_text("ascii").split("\n", 1)[0]
    user, nice, system, _, _, *interrupts = map(int, line.split()[1:9])
    return (user + nice + system + sum(interrupts)) / TICK


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()


def _parents() -> Iterator[tuple[int, int]]:
    for file in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            yield int(file.name), int(_stat(int(file.name))[1])
