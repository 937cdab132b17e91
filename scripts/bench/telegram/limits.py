"""Whether Telegram's limits are kept, and what they leave: 30 messages a second, for minutes.

    python -m scripts.bench.telegram.limits [--seconds 300] [--rate 30] [--chats 600]

Messages are offered evenly, each chat in its turn, by webhook, to the program with its model and
its limits; every call of the Bot API takes 50 ms, as over a network.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.bench.telegram.api import SECRET, BotApi, Call
from scripts.bench.telegram.figures import head, line, per_second, quantile, sliding
from scripts.bench.telegram.load import HEADER, deliver
from scripts.bench.telegram.phrases import questions
from scripts.bench.telegram.program import Program, read_meanings
from scripts.bench.telegram.spending import Spent, spent
from scripts.bench.telegram.updates import next_text
from scripts.bench.telegram.wire import Door

NETWORK = 0.05
"""Seconds that a call takes."""

QUIET = 5.0
PATIENCE = 120.0
"""Seconds without a message after which nothing is expected; seconds that are waited at most."""

WARM_UP = 50
"""Messages offered first, ten a second, that are not counted: the program has just begun."""

EDGE = 2
"""Seconds at either end that are not counted: the flow begins and ends there."""


@dataclass
class Flow:
    """Messages offered evenly, and the first answer to each."""

    door: Door
    texts: Sequence[str]
    asked: dict[int, float] = field(default_factory=dict)
    delays: list[float] = field(default_factory=list)

    def hear(self, call: Call) -> None:
        """Note how long the first message of an answer took."""
        asked = self.asked.pop(call.chat, None)
        if asked is not None:
            self.delays.append(call.received - asked)

    async def offer(self, count: int, rate: float, chats: int) -> None:
        """Offer so many, so many a second, to so many chats in turn."""
        start = time.monotonic()
        async with asyncio.TaskGroup() as posting:
            for number in range(count):
                await asyncio.sleep(start + number / rate - time.monotonic())
                chat = 1_000_000 + number % chats
                _, update = next_text(chat, self.texts[number % len(self.texts)])
                self.asked.setdefault(chat, time.monotonic())
                posting.create_task(deliver(self.door, update))


async def quiet(api: BotApi, count: int, flow: Flow) -> None:
    """Wait until everything is answered and nothing comes any more, or too long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        await asyncio.sleep(0.2)
        last = api.sent[-1].received if api.sent else 0.0
        if len(flow.delays) >= count and time.monotonic() - last > QUIET:
            return


async def warm(api: BotApi, flow: Flow) -> None:
    """Offer a few that are not counted."""
    await flow.offer(WARM_UP, 10, WARM_UP)
    await quiet(api, WARM_UP, flow)
    flow.delays.clear()
    api.sent.clear()


def tell(api: BotApi, flow: Flow, took: Spent, count: int) -> None:
    """The figures."""
    sent = [call.received for call in api.sent]
    seconds = per_second(sent, sent[0], int(sent[-1] - sent[0]))[EDGE:-EDGE]
    windows = sliding(sent)
    delays = [delay * 1000 for delay in flow.delays]
    head("figure", "value")
    line("offered, answered", f"{count}, {len(flow.delays)}")
    line("messages sent (an answer may be several)", len(sent))
    line("sent in a second, least", min(seconds, default=0))
    line("sent in a second, median", statistics.median(seconds or [0]))
    line("sent in any sliding second, most", max(windows, default=0))
    line("calls that were over 30 in a sliding second", sum(it > 30 for it in windows))  # noqa: PLR2004
    for name, share in (("p50", 0.5), ("p95", 0.95), ("longest", 1.0)):
        line(f"delay, {name}, ms", quantile(delays, share))
    line("processor ms a message, program", took.main / count * 1000)
    line("processor ms a message, its Rasa", took.rasa / count * 1000)
    line("processor ms a message, the bench", took.bench / count * 1000)


async def main() -> None:
    """Offer, and tell."""
    options = _options()
    await asyncio.to_thread(read_meanings)
    api = BotApi(delay=NETWORK)
    await api.open()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder), {"TELEGRAM_API_URL": api.origin, "LOG_LEVEL": "WARNING"})
        program.start()
        try:
            await program.ready(model=True)
            await api.called("setWebhook")
            flow = Flow(Door(program.hook, {HEADER: SECRET}), questions(options.file))
            api.hear = flow.hear
            await warm(api, flow)
            count, pid = round(options.seconds * options.rate), program.process.pid
            before = spent(pid)
            await flow.offer(count, options.rate, options.chats)
            took = spent(pid).since(before)
            await quiet(api, count, flow)
            tell(api, flow, took, count)
        finally:
            program.kill()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.telegram.limits")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--rate", type=float, default=30.0)
    parser.add_argument("--chats", type=int, default=600)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main())
