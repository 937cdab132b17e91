"""How many messages a second are answered, beside an echo bot and beside Rasa alone.

    python -m scripts.bench.telegram.throughput [--file QUESTIONS.jsonl] [--seconds 20]

Everybody answers the same questions; of a file of them, only `text` is read and nothing is
printed. So many people write, each again as soon as the first message of the answer has reached
the Bot API. One after the other: ours with its model and every limit off; the barest bot of
python-telegram-bot by webhook; Rasa with the same pipeline, phrases and one response an intent,
over REST. Two cores serve them, this bench and the Bot API included: its share is told, as is what
is left to others, which disturbs.
"""

import argparse
import asyncio
import os
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.telegram import rasa_rest, rivals
from scripts.bench.telegram.figures import head, line, quantile
from scripts.bench.telegram.load import Crowd
from scripts.bench.telegram.phrases import questions
from scripts.bench.telegram.spending import spent

PEOPLE = (1, 8, 64)
WARM_UP = 4.0
"""Seconds of writing before those that count."""


@dataclass(frozen=True)
class Measured:
    """What a crowd got from a system: messages a second, delays in ms, processor in ms each."""

    rate: float
    half: float
    most: float
    main: float
    rasa: float
    bench: float
    others: float
    """Share of the machine that nobody here used."""

    lost: int


async def measure(rival: rivals.Rival, crowd: Crowd, people: int, seconds: float) -> Measured:
    """Let them write, and count once warm."""
    writing = asyncio.create_task(crowd.write(people))
    await asyncio.sleep(WARM_UP)
    before, start = spent(rival.pid), time.monotonic()
    await asyncio.wait((writing,), timeout=seconds)
    took, end = spent(rival.pid).since(before), time.monotonic()
    crowd.end()
    await writing
    delays = [delay * 1000 for moment, delay in crowd.answers if start < moment <= end]
    ours = took.main + took.rasa + took.bench
    each = [it / max(1, len(delays)) * 1000 for it in (took.main, took.rasa, took.bench)]
    return Measured(
        len(delays) / (end - start),
        *(quantile(delays, 0.5), quantile(delays, 0.95)),
        *each,
        (took.machine - ours) / (end - start) / (os.cpu_count() or 1),
        crowd.lost,
    )


def tell(people: int, found: dict[str, Measured]) -> None:
    """The lines of a number of people."""
    for name, it in found.items():
        below = it.rasa or None
        figures = it.rate, it.half, it.most, it.main, below, it.bench, f"{it.others:.0%}", it.lost
        line(name, people, *figures)
    mine = found.get("ours")
    for name, it in found.items():
        if mine and it is not mine:
            spent = (mine.main + mine.rasa) / it.main
            compared = mine.rate / it.rate, mine.half / it.half, mine.most / it.most, spent
            line(f"ours / {name}", people, *compared, None, None, None, None)


async def main() -> None:
    """Measure in turn, and print the table."""
    options = _options()
    texts = questions(options.file)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        made = {
            "ours": lambda: rivals.ours(folder / "ours"),
            "echo": lambda: rivals.echo(folder / "echo"),
            "rasa": lambda: rivals.rasa(folder / "rasa", options.cache),
        }
        ready = [await stack.enter_async_context(made[name]()) for name in options.only]
        head(
            *("system", "chats", "messages/s", "p50 ms", "p95 ms", "CPU ms a message"),
            *("of Rasa below it", "of the bench", "others", "lost"),
        )
        for number, people in enumerate(options.people):
            found = {}
            for rival in ready:
                crowd = Crowd(rival.system, texts, (number + 1) * 10**7)
                found[rival.name] = await measure(rival, crowd, people, options.seconds)
            tell(people, found)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.telegram.throughput")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--people", type=int, nargs="+", default=PEOPLE)
    parser.add_argument("--only", nargs="+", default=("ours", "echo", "rasa"))
    parser.add_argument("--cache", type=Path, default=rasa_rest.CACHE)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main())
