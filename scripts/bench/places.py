"""Every commune in a few sentences, as people write them: how many are understood.

python -m scripts.bench.places            # all 34,875 communes: a few minutes
python -m scripts.bench.places --every 20 --show 30
"""

import argparse
import itertools
import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from bot.adapters.gazetteer import FrenchGazetteer, load_reference
from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.prepositions import at, of
from bot.domain.territory import Territory, TerritoryReading
from bot.domain.text import without_accents
from bot.settings import ROOT

TEMPLATES: tuple[tuple[Callable[[Territory], str], bool], ...] = (
    (lambda town: f"où trouver un fablab {at(town)} ?", False),
    (lambda town: f"je suis maire {of(town)} et je cherche des partenaires", False),
    (lambda town: f"un tiers-lieu près {of(town)}", False),
    (lambda town: f"notre association est basée {at(town)}, qui peut nous aider ?", False),
    (lambda town: town.name, True),
    (lambda town: f"ma commune c'est {town.name}", False),
)
"""Sentences, and whether they answer « où ? »."""

Case = tuple[str, str, str]
"""What became of a sentence (right, asked, aloud, missed, other), the sentence, the code."""

RIGHT, ASKED, ALOUD, MISSED, OTHER = "right", "asked", "taken aloud", "missed", "another place"


def spellings(sentence: str) -> Iterator[str]:
    """With and without accents, capitals and hyphens."""
    for accents, capitals, hyphens in itertools.product((True, False), repeat=3):
        text = sentence if accents else without_accents(sentence)
        text = text if capitals else text.lower()
        yield text if hyphens else text.replace("-", " ")


def outcome(reading: TerritoryReading, code: str) -> str:
    """What a person from that commune gets.

    "asked": the right question; "taken aloud": a larger homonym was taken, and this one is offered.
    """
    codes = [place.code for place in reading.choices]
    if not codes:
        return MISSED
    if reading.settled and reading.settled.code == code:
        return RIGHT
    if code in codes:
        return ALOUD if reading.settled else ASKED
    return OTHER


@cache
def _gazetteer() -> FrenchGazetteer:
    return FrenchGazetteer(
        load_reference(), KnowledgeFiles(ROOT / "knowledge").current().territories
    )


def _read(towns: Sequence[Territory]) -> list[list[Case]]:
    read = _gazetteer().read
    return [
        [
            (outcome(read(sentence, is_answer=answer), town.code), sentence, town.code)
            for template, answer in TEMPLATES
            for sentence in dict.fromkeys(spellings(template(town)))
        ]
        for town in towns
    ]


def measure(every: int) -> Iterator[Case]:
    """The outcome of each sentence about one commune in `every`."""
    communes = load_reference().communes.values()
    towns = [it for it in communes if it.position and not it.name.endswith("Arrondissement")]
    chosen = towns[::every]
    batches = [chosen[first : first + 200] for first in range(0, len(chosen), 200)]
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for results in pool.imap(_read, batches):
            yield from itertools.chain.from_iterable(results)


def main() -> None:
    """Print the share of each outcome, and some of the failures."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--every", type=int, default=1, help="one commune in so many")
    arguments.add_argument("--show", type=int, default=0, help="failures to print")
    given = arguments.parse_args()
    counts: Counter[str] = Counter()
    failures: list[Case] = []
    for case in measure(given.every):
        counts[case[0]] += 1
        if case[0] in {MISSED, OTHER}:
            failures.append(case)
    total = counts.total()
    for name in (RIGHT, ASKED, ALOUD, MISSED, OTHER):
        print(f"{name:15}{counts[name]:9,} {counts[name] / total:8.3%}")
    for case in random.Random(46).sample(failures, min(given.show, len(failures))):
        print(*case, sep=" | ")


if __name__ == "__main__":
    main()
