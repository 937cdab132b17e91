"""What an import of 20,000 places costs: seconds and peak memory, a process each time.

    python -m scripts.bench.exchange

A file is made up with a place in the middle of each commune drawn; it is imported into an empty
knowledge folder, imported again, exported, and its export imported.
"""

import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.adapters.gazetteer import load_reference
from bot.settings import ROOT

LINES = 20_000
_WORDS = [
    "atelier",
    "fabrique",
    "grange",
    "halle",
    "verger",
    "moulin",
    "relais",
    "forge",
    "passerelle",
    "ruche",
]
_COLUMNS = ("ID_UNIQUE", "NOM", "ADRESSE", "CODPOST", "VILLE", "LATITUDE", "LONGITUDE", "INTERNET")


def write_file(file: Path) -> None:
    """The lines of a census that nobody made."""
    draw = random.Random(7)
    placed = [
        (postcode, town)
        for postcode, towns in load_reference().postcodes.items()
        for town in towns
        if town.position
    ]
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened, delimiter=";")
        writer.writerow(_COLUMNS)
        for number in range(LINES):
            postcode, town = draw.choice(placed)
            name = " ".join(["Le", *draw.sample(_WORDS, 2), "de", town.name])
            latitude, longitude = (
                f"{degrees + draw.uniform(-0.02, 0.02):.6f}".replace(".", ",")
                for degrees in (town.position.latitude, town.position.longitude)
            )
            street = f"{draw.randrange(1, 90)} rue des Écoles"
            row = (number, name, street, postcode, town.name, latitude, longitude, " ")
            writer.writerow(row)


def run(folder: Path, *words: str) -> None:
    """One command, with what it took."""
    environment = {
        **os.environ,
        "KNOWLEDGE_DIR": str(folder / "knowledge"),
        "PYTHONPATH": str(ROOT),
    }
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "knowledge", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    told = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    print(f"{words[0]:8}{seconds:6.1f} s, {usage.ru_maxrss / 1024:.0f} MiB, status {status}")
    print(f"        {told.splitlines()[-1] if told else ''}")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "knowledge", folder / "knowledge")
        shutil.rmtree(folder / "knowledge" / "places")
        write_file(folder / "census.csv")
        for _ in range(2):
            run(folder, "import", "census.csv", "--format", "tiers-lieux-2026")
        run(folder, "export", "export.csv", "--format", "mediation-numerique")
        run(folder, "import", "export.csv", "--format", "mediation-numerique")


if __name__ == "__main__":
    main()
