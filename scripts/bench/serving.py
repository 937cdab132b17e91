"""Measures what a user waits for and what serving costs: `make bench`.

Times are of this machine at this moment: compare shares and ratios of one run, not runs.
"""

import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.bootstrap import Workshop
from bot.domain.exchange import Message
from bot.domain.understanding import Ranking, Voice
from bot.settings import ROOT, read_settings
from bot.usecases.answering import Assistant
from bot.usecases.ports import Ranker

QUESTIONS = ROOT / "nlu" / "evaluation" / "questions.jsonl"
LIMIT = 120.0
"""Seconds after which something is not waited for any more."""

WARM_UP = 50
"""Answers before the first that counts."""


@dataclass
class TimedRanker:
    """A ranker that notes how long each answer took, in seconds."""

    ranker: Ranker
    taken: list[float] = field(default_factory=list)

    async def rank(self, text: str) -> Ranking:
        """The ranking of the ranker inside."""
        started = time.perf_counter()
        try:
            return await self.ranker.rank(text)
        finally:
            self.taken.append(time.perf_counter() - started)


def main() -> None:
    """Measure both, and print."""
    measure_serving()
    asyncio.run(measure_answers())


def measure_serving() -> None:
    """Time from the command to the first answers, and the memory of all processes."""
    started = time.perf_counter()
    with _served() as (process, address):
        _wait(lambda: _state(address) is not None)
        _ask(address)
        print(
            f"first answer (keywords)     {time.perf_counter() - started:6.1f} s after the command"
        )
        _wait(lambda: (_state(address) or {}).get("model") is True)
        print(
            f"model answers               {time.perf_counter() - started:6.1f} s after the command"
        )
        _ask(address)
        for name, size in _memory(process.pid):
            print(f"memory (PSS) {name:15}{size / 2**20:6.0f} MiB")


async def measure_answers() -> None:
    """Warm answers, one after the other as `ask` gives them, and the share spent in Rasa."""
    lines = QUESTIONS.read_text("utf-8").splitlines()
    texts = [str(json.loads(line)["text"]) for line in lines if line.strip()]
    workshop = Workshop(read_settings())
    database = workshop.passing_database()
    async with workshop.model():
        await asyncio.wait_for(workshop.ready(), LIMIT)
        assistant = workshop.assistant(database, b"measuring")
        timed = TimedRanker(workshop.ranker)
        voices = {**assistant.interpreter.voices, Voice.MODEL: timed}
        assistant = replace(assistant, interpreter=replace(assistant.interpreter, voices=voices))
        await _answer(assistant, texts[:WARM_UP])
        timed.taken.clear()
        whole = await _answer(assistant, texts)
    database.close()
    _tell("answer", whole)
    _tell("of which Rasa", timed.taken)
    print(f"share spent in Rasa         {sum(timed.taken) / sum(whole):6.0%}")


async def _answer(assistant: Assistant, texts: Sequence[str]) -> list[float]:
    """Seconds that each answer took; each text is a conversation of its own."""
    taken = []
    for rank, text in enumerate(texts):
        started = time.perf_counter()
        await assistant.answer(Message("bench", str(rank), text))
        taken.append(time.perf_counter() - started)
    return taken


def _tell(name: str, seconds: Sequence[float]) -> None:
    median, last = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
    print(f"{name:28}{median * 1000:6.1f} ms median, {last * 1000:.1f} ms 95th percentile")


@contextmanager
def _served() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as probe, tempfile.TemporaryDirectory() as data:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
        probe.close()
        environment = {**os.environ, "PORT": port, "DATA_DIR": data, "TELEGRAM_BOT_TOKEN": ""}
        command = (sys.executable, "-m", "bot", "run")
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        try:
            yield process, f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(LIMIT)


def _state(address: str) -> dict[str, bool] | None:
    with suppress(OSError), urllib.request.urlopen(f"{address}/sante", timeout=5) as answer:
        return dict(json.load(answer))
    return None


def _ask(address: str) -> None:
    """A question asked as a browser without script would."""
    body = urllib.parse.urlencode({"text": "comment animer la co-construction ?"}).encode()
    request = urllib.request.Request(f"{address}/messages", body, {"Origin": address})
    urllib.request.urlopen(request, timeout=10).read()


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def _memory(parent: int) -> Iterator[tuple[str, int]]:
    """The proportional memory (bytes) of a process and of those it started, then of all."""
    total = 0
    for pid in (parent, *_children(parent)):
        size = _proportional(pid)
        total += size
        yield _name(pid), size
    yield "together", total


def _name(pid: int) -> str:
    command = Path(f"/proc/{pid}/cmdline").read_bytes()
    known = {b"serve.py": "rasa", b"train.py": "training"}
    return next((name for script, name in known.items() if script in command), "assistant")


def _children(parent: int) -> list[int]:
    found = subprocess.run(
        ("ps", "-o", "pid=", "--ppid", str(parent)), capture_output=True, check=False, text=True
    )
    near = [int(pid) for pid in found.stdout.split() if Path(f"/proc/{pid}/smaps_rollup").exists()]
    return [*near, *(pid for child in near for pid in _children(child))]


def _proportional(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
