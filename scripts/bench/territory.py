"""What the gazetteer costs and how well it reads, each figure beside a peer's in the same run.

    python -m scripts.bench.territory

Loading; recognition in prose without places, beside a plain dictionary of names; misspellings,
beside rapidfuzz's ratio; the ten nearest places, beside sorting them all.
"""

import itertools
import random
import statistics
import subprocess
import sys
from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz, process

from bot.adapters.gazetteer import FrenchGazetteer, Reference, load_reference
from bot.adapters.gazetteer.spelling import Speller
from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.placing import Placing
from bot.domain.structures import Place
from bot.domain.territory import Position, Territory
from bot.domain.text import fold
from bot.settings import ROOT
from scripts.bench.misspellings import sample
from scripts.bench.prose import tell_recognition
from scripts.bench.timing import microseconds

SEEDS = range(11, 21)
"""Ten sets of misspellings, none of those (1 to 7) on which the weights were set."""

_TEN = 10
_QUERIES = 200
_MANY = 10_000
_LOADING = """
import resource, time
import bot.adapters.gazetteer as gazetteer
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
kept = gazetteer.FrenchGazetteer(gazetteer.load_reference())
taken = time.perf_counter() - start
print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def tell_loading() -> None:
    """Seconds and memory of loading, in a process of its own."""
    runs = [
        subprocess.run((sys.executable, "-c", _LOADING), capture_output=True, check=True, text=True)
        for _ in range(3)
    ]
    figures = [tuple(map(float, run.stdout.split())) for run in runs]
    seconds, kilobytes = (statistics.median(values) for values in zip(*figures, strict=True))
    print(f"loading                     {seconds:6.2f} s, {kilobytes / 1024:.0f} MiB")


def tell_misspellings(gazetteer: FrenchGazetteer, reference: Reference) -> None:
    """How often the name that was misspelt comes first, or among five; what is done with it."""
    people: dict[str, int] = {}
    for town in reference.communes.values():
        if town.position and not town.name.endswith("Arrondissement"):
            people[fold(town.name)] = max(people.get(fold(town.name), 0), town.population or 1)
    names = list(people)
    sets = [sample(list(people.items()), _QUERIES, seed) for seed in SEEDS]
    queries = list(itertools.chain.from_iterable(sets))
    tell_answers(gazetteer, queries)
    speller = Speller(lambda: people)
    speller.suggest("figeac")

    def ours(word: str) -> list[str]:
        return [it.key for it in speller.suggest(word)]

    def ratio(word: str) -> list[str]:
        found = process.extract(word, names, scorer=fuzz.ratio, score_cutoff=70, limit=20)
        return [it[0] for it in sorted(found, key=lambda it: (-it[1], -people[it[0]]))]

    for label, suggest in (("misspellings", ours), ("rapidfuzz ratio", ratio)):
        told = [(suggest(word)[:5], name) for word, name in queries]
        first = sum(found[:1] == [name] for found, name in told) / len(sets)
        five = sum(name in found for found, name in told) / len(sets)
        each = microseconds(suggest, [word for word, _ in sets[0]]) / 1000
        print(
            f"{label:28}{first:.1f} first, {five:.1f} among five, of {_QUERIES}; {each:.1f} ms each"
        )


def tell_answers(gazetteer: FrenchGazetteer, queries: Sequence[tuple[str, str]]) -> None:
    """What becomes of misspelt answers to « où ? »: taken aloud, asked, missed."""
    taken = wrong = asked = 0
    for word, name in queries:
        reading = gazetteer.read(word, is_answer=True)
        names = [fold(place.name) for place in reading.choices]
        if reading.settled:
            taken += 1
            wrong += names[0] != name
        else:
            asked += name in names
    count, share = len(queries), wrong / max(taken, 1)
    print(
        f"as answers                  taken {taken / count:.1%} (wrong {share:.1%}),"
        f" asked rightly {asked / count:.1%}"
    )


def tell_growth(reference: Reference) -> None:
    """Microseconds to rank the ten nearest of ever more places."""
    towns = [it for it in reference.communes.values() if it.position]
    rng = random.Random(SEEDS[0])
    for count in (100, 1_000, 10_000, 50_000):
        places = [_place(number, rng.choice(towns)) for number in range(count)]
        placing = Placing(places)
        near = rng.sample(towns, 40)

        def ours(town: Territory, placing: Placing = placing) -> None:
            list(itertools.islice(placing.nearest(town, date(2026, 11, 25)), _TEN))

        def sorted_all(town: Territory, places: Sequence[Place] = places) -> None:
            sorted(places, key=lambda place: _km(town, place))[:_TEN]

        ours(near[0])
        few = near[: 40 if count < _MANY else 5]
        print(
            f"ten nearest of {count:<13,}{microseconds(ours, near):6.0f} µs,"
            f" sorting all {microseconds(sorted_all, few):,.0f} µs"
        )


def _place(number: int, town: Territory) -> Place:
    assert town.position
    return Place(
        id=f"p{number}",
        nom=f"Lieu {number}",
        description="Un lieu.",
        kinds=("tiers-lieu",),
        departement=town.departements[0],
        latitude=town.position.latitude,
        longitude=town.position.longitude,
        source="mesure",
        date_maj=date(2026, 11, 1),
    )


def _km(town: Territory, place: Place) -> float:
    assert town.position
    return town.position.distance_km(Position(place.latitude or 0.0, place.longitude or 0.0))


def main() -> None:
    """Print every figure."""
    tell_loading()
    reference = load_reference()
    territories = KnowledgeFiles(ROOT / "knowledge").current().territories
    gazetteer = FrenchGazetteer(reference, territories)
    tell_recognition(gazetteer, reference)
    tell_misspellings(gazetteer, reference)
    tell_growth(reference)


if __name__ == "__main__":
    main()
