"""How the knowledge base grows: loading, memory, search and reading again one saved card.

    python -m scripts.bench.knowledge

Cards are made from the real ones: the same texts, with words of their own so that none is a copy.
"""

import asyncio
import json
import multiprocessing
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.adapters.keywords import KeywordRanker
from bot.adapters.knowledge_files import FOLDERS, KnowledgeFiles
from bot.domain.training import examples_of
from bot.settings import ROOT
from scripts.bench.timing import microseconds

Made = TypeVar("Made")

COUNTS = (88, 1_000, 10_000)
QUERIES = 200
_SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo fu ga go la le li lo lu ma mi mo".split()  # noqa: SIM905


def make(folder: Path, count: int) -> None:
    """A knowledge folder of `count` cards, beside the real lists."""
    real = ROOT / "knowledge"
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
    for file in real.glob("*.yml"):
        shutil.copy(file, folder)
    for kind in ("contacts", "places"):
        for file in (real / kind).glob("*.yml"):
            shutil.copy(file, folder / kind)
    texts = [
        (file.stem, file.read_text("utf-8")) for file in sorted((real / "cards").glob("*.yml"))
    ]
    for number in range(count):
        stem, text = texts[number % len(texts)]
        series = number // len(texts)
        name = f"fiche-{number}" if series else stem
        (folder / "cards" / f"{name}.yml").write_text(_own(text, series) if series else text)


def _own(text: str, series: int) -> str:
    """The same card with words of its own."""
    word = _word(random.Random(series))
    head, questions, rest = text.partition("\nquestions:\n")
    head = re.sub(r"(?m)^title: .*$", f"title: {word} {series}", head, count=1)
    return head + questions + re.sub(r"(?m)^  - (?=\w)", f"  - {word} ", rest)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=4))


def measure(count: int) -> dict[str, float]:
    """Seconds, mebibytes and microseconds for `count` cards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, count)
        before = _memory()
        load, files = _timed(lambda: KnowledgeFiles(folder))
        phrases = examples_of(files.current().cards)
        index, ranker = _timed(lambda: KeywordRanker(files.current(), phrases))
        asked = random.Random(46).sample(phrases, QUERIES)
        return {
            "cards": len(files.current().cards),
            "load_s": load,
            "index_s": index,
            "memory_mib": _memory() - before,
            "query_us": microseconds(lambda it: asyncio.run(ranker.rank(it.text)), asked),
            "look_s": _timed(files.refresh)[0],
            "reload_s": _reload(folder, files, ranker),
        }


def _reload(folder: Path, files: KnowledgeFiles, ranker: KeywordRanker) -> float:
    """Seconds to read and index one saved card."""
    card = folder / "cards" / "fablab.yml"
    card.write_text(card.read_text("utf-8").replace("title: ", "title: Vraiment ", 1))

    def read_again() -> None:
        files.refresh()
        ranker.update(files.current(), examples_of(files.current().cards))

    return _timed(read_again)[0]


def _timed(make_: Callable[[], Made]) -> tuple[float, Made]:
    start = time.perf_counter()
    made = make_()
    return time.perf_counter() - start, made


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _tell(count: int) -> None:
    print(json.dumps(measure(count)))


def main() -> None:
    """Print a line a size, each measured in a process of its own."""
    for count in COUNTS:
        process = multiprocessing.get_context("spawn").Process(target=_tell, args=(count,))
        process.start()
        process.join()
        if process.exitcode:
            sys.exit(process.exitcode)


if __name__ == "__main__":
    main()
