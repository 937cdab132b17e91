"""Whether messages survive: the program is killed at random instants, and started again at once.

    python -m scripts.bench.telegram.kills [--transport webhook polling]
        [--database sqlite postgresql] [--messages 2000] [--kills 50] [--seed 1]

Each chat says « je suis à … » with another commune every time, so that each answer tells what it
answers. Calls take 50 ms; updates are delivered until they are taken. Keywords answer alone: the
program is back within seconds. Ends with 1 when something is lost, out of order, or answered twice
without having been under way when the program was killed.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from scripts.bench.telegram.api import SECRET, BotApi
from scripts.bench.telegram.figures import head, line
from scripts.bench.telegram.load import HEADER, deliver
from scripts.bench.telegram.phrases import SENTENCE, communes
from scripts.bench.telegram.program import KEYWORDS_ALONE, OFF, Program
from scripts.bench.telegram.stores import database
from scripts.bench.telegram.updates import next_text
from scripts.bench.telegram.verdict import Judge, Verdict
from scripts.bench.telegram.wire import Door

NETWORK = 0.05
CHATS = 16
DELAYS = (0.2, 6.0)
"""Seconds from ready to killed."""

AT_START = 0.2
"""Share of kills while the program starts."""

QUIET = 60.0
"""Seconds without an answer after which those that lack are lost."""

Bring = Callable[[int, str], Coroutine[object, object, None]]
"""Brings a text of a chat to the program."""


@dataclass
class Killer:
    """Kills a program again and again; ends with one that runs."""

    program: Program
    dice: random.Random
    start_up: float = 0.0
    moments: list[float] = field(default_factory=list)

    async def rehearse(self) -> None:
        """Start it, and note how long it takes."""
        started = time.monotonic()
        self.program.start()
        await self.program.ready(model=False)
        self.start_up = time.monotonic() - started

    def expected(self, kills: int) -> float:
        """Seconds that so many kills should take."""
        later = self.start_up + sum(DELAYS) / 2
        return kills * (AT_START * self.start_up / 2 + (1 - AT_START) * later)

    async def run(self, kills: int) -> None:
        """Kill it so many times."""
        for number in range(kills):
            if number and self.dice.random() < AT_START:
                await asyncio.sleep(self.dice.uniform(0.05, self.start_up))
            else:
                await self.program.ready(model=False)
                await asyncio.sleep(self.dice.uniform(*DELAYS))
            self.moments.append(time.monotonic())
            self.program.kill()
            self.program.start()
        await self.program.ready(model=False)


async def speak(said: Mapping[int, Sequence[str]], seconds: float, bring: Bring) -> None:
    """Say everything within so long: in a chat in order, evenly, whatever is answered."""
    start = time.monotonic()

    async def chat(number: int, names: Sequence[str], shift: float) -> None:
        for rank, name in enumerate(names):
            due = start + (rank + shift) * seconds / len(names)
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            await bring(number, SENTENCE.format(name=name))

    spoken = (chat(it, names, rank / len(said)) for rank, (it, names) in enumerate(said.items()))
    await asyncio.gather(*spoken)


def bring_to(program: Program, api: BotApi) -> Bring:
    """By webhook, once the one before is taken; or kept until it is asked for."""
    door = Door(program.hook, {HEADER: SECRET})

    async def post(chat: int, text: str) -> None:
        await deliver(door, next_text(chat, text)[1])

    async def keep(chat: int, text: str) -> None:
        api.waiting.push(*next_text(chat, text))

    return post if program.is_hooked else keep


async def quiet(api: BotApi, judge: Callable[[], Verdict]) -> Verdict:
    """The verdict once all is answered, or nothing comes any more."""
    since = time.monotonic()
    while time.monotonic() - max(since, api.sent[-1].received if api.sent else 0.0) < QUIET:
        await asyncio.sleep(2.0)
        if not judge().lost:
            await asyncio.sleep(2.0)
            break
    return judge()


async def trial(
    transport: str, url: str, folder: Path, options: argparse.Namespace
) -> tuple[Verdict, Killer]:
    """Say everything while the program is killed, and judge."""
    api = BotApi(delay=NETWORK)
    await api.open()
    settings = {**OFF, **KEYWORDS_ALONE, "TELEGRAM_API_URL": api.origin, "DATABASE_URL": url}
    program = Program(folder, settings, is_hooked=transport == "webhook")
    killer = Killer(program, random.Random(options.seed))
    names = options.names
    said = {chat + 1: names[chat::CHATS] for chat in range(CHATS)}
    try:
        await killer.rehearse()
        seconds = killer.expected(options.kills)
        await asyncio.gather(
            speak(said, seconds, bring_to(program, api)), killer.run(options.kills)
        )
        judge = Judge(killer.moments, NETWORK, options.margin)
        return await quiet(api, lambda: judge.judge(said, api.sent)), killer
    finally:
        program.kill()
        api.close()


async def main() -> bool:
    """Whether every case is flawless."""
    options = _options()
    options.names = await communes(options.messages, options.seed)
    columns = "answered", "lost", "out of order", "twice, in flight", "twice, otherwise"
    head("transport", "database", *columns, "kills", "s to start", "s in all", "errors in the log")
    flawless = True
    for transport, kind in product(options.transport, options.database):
        with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as url:
            started = time.monotonic()
            verdict, killer = await trial(transport, url, Path(name), options)
            wrong = verdict.lost, verdict.unordered, verdict.twice_in_flight
            counts = (verdict.answered, *map(len, wrong), len(verdict.twice_otherwise))
            took = killer.start_up, time.monotonic() - started
            tracebacks = killer.program.log.read_text("utf-8", "replace").count("Traceback")
            line(transport, kind, *counts, len(killer.moments), *took, tracebacks)
        for it in (*verdict.lost, *verdict.unordered):
            print(f"lost or out of order: {it}")
        for it in verdict.twice_otherwise:
            print(f"twice: {it}", flush=True)
        for text, times in verdict.beside.most_common():
            print(f"beside, {times} times: {text[:100]}")
        flawless &= verdict.is_flawless
    return flawless


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.telegram.kills")
    parser.add_argument("--transport", nargs="+", default=("webhook", "polling"))
    parser.add_argument("--database", nargs="+", default=("sqlite", "postgresql"))
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--margin", type=float, default=0.02)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(not asyncio.run(main()))
