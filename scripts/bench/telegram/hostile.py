"""Whether the program survives updates that nobody sane sends, and says nothing of them.

    python -m scripts.bench.telegram.hostile [--count 10000] [--polled 500] [--seed 1]

By webhook, then by polling; now and then somebody asks a normal question, which must be answered.
Ends with 1 when one is not, when the program has died, or when its output holds a traceback or a
text. Keywords answer alone, without any limit: everything that can be read is answered.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.channels.telegram.webhook import MAX_BODY
from scripts.bench.telegram.api import SECRET, BotApi
from scripts.bench.telegram.figures import head, line
from scripts.bench.telegram.hostility import Attack, Hostility
from scripts.bench.telegram.load import HEADER, Telegrammed
from scripts.bench.telegram.processes import resident
from scripts.bench.telegram.program import KEYWORDS_ALONE, OFF, Program
from scripts.bench.telegram.strange import MARKER
from scripts.bench.telegram.updates import NUMBERS, next_text
from scripts.bench.telegram.wire import Door

EVERY = 100
"""Attacks between two normal questions."""

AT_ONCE = 16
NORMAL = 900_000_000
QUESTION = "comment créer une association ?"
PATIENCE = 60.0
EARLY = 1_000
"""Attacks after which memory is looked at a first time."""


@dataclass
class Findings:
    """What came back, and what is left."""

    statuses: Counter[tuple[str, int | str]] = field(default_factory=Counter)
    asked: int = 0
    answered: int = 0
    memory: list[int] = field(default_factory=list)
    is_alive: bool = False
    log: str = ""

    @property
    def is_flawless(self) -> bool:
        """Whether nothing happened."""
        said = self.log.count("Traceback") + self.log.count(MARKER)
        return self.is_alive and self.answered == self.asked and not said


@asynccontextmanager
async def running(folder: Path, *, is_hooked: bool) -> AsyncIterator[tuple[Program, BotApi]]:
    """A program, and the Bot API that it calls."""
    api = BotApi()
    await api.open()
    settings = {**OFF, **KEYWORDS_ALONE, "TELEGRAM_API_URL": api.origin}
    program = Program(folder, settings, is_hooked=is_hooked)
    program.start()
    try:
        await program.ready(model=False)
        await api.called("setWebhook" if is_hooked else "getUpdates")
        yield program, api
    finally:
        program.kill()
        api.close()


async def attack(door: Door, it: Attack, findings: Findings) -> None:
    """Send a request, and count what comes back."""
    token = b"" if it.token is None else f"{HEADER}: {it.token}\r\n".encode()
    length = f"Content-Type: application/json\r\nContent-Length: {len(it.body)}\r\n\r\n".encode()
    request = door.head(it.verb) + token + length + it.body
    came: int | str = "closed"
    for _ in range(2):  # a connection that was kept may have been closed for the attack before
        try:
            async with asyncio.timeout(PATIENCE):
                came = (await door.ask(request)).status
            break
        except TimeoutError:
            came = "no answer"
        except OSError:
            continue
    findings.statuses[it.kind, came] += 1


async def by_webhook(folder: Path, hostility: Hostility, count: int) -> Findings:
    """Attack the webhook."""
    findings = Findings()
    async with running(folder, is_hooked=True) as (program, api):
        person, door = Telegrammed(api, program.hook, SECRET), Door(program.hook)
        slots = asyncio.Semaphore(AT_ONCE)

        async def one() -> None:
            async with slots:
                await attack(door, hostility.by_webhook(), findings)

        for done in range(EVERY, count + 1, EVERY):
            await asyncio.gather(*(one() for _ in range(EVERY)))
            await ask(person, findings)
            if done == EARLY:
                findings.memory.append(resident(program.process.pid))
        finish(findings, program)
    return findings


async def ask(person: Telegrammed, findings: Findings) -> None:
    """Ask a normal question."""
    findings.asked += 1
    try:
        async with asyncio.timeout(PATIENCE):
            await person.ask(NORMAL + findings.asked, QUESTION)
        findings.answered += 1
    except TimeoutError:
        print("a normal question was not answered", flush=True)


async def by_polling(folder: Path, hostility: Hostility, count: int) -> Findings:
    """Attack whoever asks for updates."""
    findings = Findings()
    async with running(folder, is_hooked=False) as (program, api):
        answered: set[int] = set()
        api.hear = lambda call: answered.add(call.chat)
        for done in range(count):
            if done % (EVERY // 2) == 0:
                findings.asked += 1
                api.waiting.push(*next_text(NORMAL + findings.asked, QUESTION))
            number = next(NUMBERS)
            api.waiting.push(number, hostility.by_polling(number))
        normal = {NORMAL + number + 1 for number in range(findings.asked)}
        end = time.monotonic() + PATIENCE
        while (api.waiting or not normal <= answered) and time.monotonic() < end:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        findings.answered = len(normal & answered)
        findings.statuses["polled", "confirmed"] = count + findings.asked - len(api.waiting)
        findings.statuses["polled", "never confirmed"] = len(api.waiting)
        finish(findings, program)
    return findings


def finish(findings: Findings, program: Program) -> None:
    """What is left of the program."""
    findings.is_alive = program.process.poll() is None
    findings.log = program.log.read_text("utf-8", "replace")
    if findings.is_alive:
        findings.memory.append(resident(program.process.pid))


def tell(name: str, findings: Findings) -> None:
    """The figures."""
    print(f"\n{name}\n")
    head("kind", "what came back", "times")
    for (kind, status), times in sorted(findings.statuses.items(), key=str):
        line(kind, status, times)
    head("figure", "value")
    line("still runs", findings.is_alive)
    line("normal questions, answered", f"{findings.asked}, {findings.answered}")
    line("tracebacks in its output", findings.log.count("Traceback"))
    line("texts in its output", findings.log.count(MARKER))
    line("lines in its output", findings.log.count("\n"))
    line("resident MiB", ", ".join(f"{it / 2**20:.0f}" for it in findings.memory))


async def main() -> bool:
    """Whether it survives both."""
    options = _options()
    hostility = Hostility(options.seed, options.limit)
    with tempfile.TemporaryDirectory() as name:
        hooked = await by_webhook(Path(name) / "webhook", hostility, options.count)
        tell("By webhook (memory after 1,000, and at the end)", hooked)
        polled = await by_polling(Path(name) / "polling", hostility, options.polled)
        tell("By polling", polled)
        if options.keep:
            options.keep.write_text(hooked.log + polled.log, "utf-8")
    return hooked.is_flawless and polled.is_flawless


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.telegram.hostile")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--polled", type=int, default=500)
    parser.add_argument("--limit", type=int, default=MAX_BODY, help="bytes that a body may have")
    parser.add_argument("--keep", type=Path, help="where to write what the programs wrote")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(not asyncio.run(main()))
