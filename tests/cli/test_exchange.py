"""`knowledge import` and `knowledge export`, on copies of the knowledge."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.program import Program

SCHEMA = ROOT / "tests" / "data" / "lieux-mediation-numerique_schema.json"
CENSUS = (
    "ID_UNIQUE;NOM;ADRESSE;CODPOST;VILLE;LATITUDE;LONGITUDE;INTERNET;TELEPHONE\r\n"
    "1;La Grange aux Essais;4 rue du Four 46100 Figeac;46100;FIGEAC;44,6086;2,0317; ;0565000000\r\n"
    "2;Atelier (L');;46100.0;Figeac;;;www.exemple.fr;0600000000\r\n"
    "3;Ailleurs;;46100;Atlantide;;; ;\r\n"
    "4;La grange aux essais;;46100;Figeac;;; ;\r\n"
    "5;Trop court\r\n"
)
"""A census that nobody made: two places, and three lines to look at."""


DUPLICATE = (
    "ligne 5 : doublon : La grange aux essais : déjà là : La Grange aux Essais, Figeac"
    " (« la-grange-aux-essais »)"
)


@pytest.fixture
def knowledge(program: Program) -> Path:
    """A copy of the knowledge, to import into."""
    return Path(shutil.copytree(ROOT / "knowledge", program.folder / "knowledge"))


@pytest.fixture
def census(tmp_path: Path) -> Path:
    file = tmp_path / "census.csv"
    file.write_text(CENSUS, "utf-8-sig", newline="")
    return file


def exchange(
    program: Program, *words: str | Path, knowledge: Path
) -> subprocess.CompletedProcess[str]:
    return program.run("knowledge", *words, KNOWLEDGE_DIR=knowledge)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_each_line_is_told_what_became_of_it(
    program: Program, knowledge: Path, census: Path
) -> None:
    words = ("import", census, "--format", "tiers-lieux-2026")
    done = exchange(program, *words, knowledge=knowledge)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "ligne 4 : rejeté : Ailleurs : commune inconnue : « 46100 Atlantide »",
        DUPLICATE,
        "ligne 6 : rejeté : ligne illisible : 2 cellules au lieu de 9",
        "ajouté : 2, mis à jour : 0, inchangé : 0, à revoir : 0, doublon : 1, rejeté : 2",
    ]
    text = (knowledge / "places" / "l-atelier.yml").read_text("utf-8")
    assert "site_web: https://www.exemple.fr\n" in text
    assert "telephone" not in text
    assert exchange(program, "check", knowledge=knowledge).returncode == 0
    before = contents(knowledge)
    again = exchange(program, *words, "--json", knowledge=knowledge)
    assert json.loads(again.stdout)["totals"]["inchangé"] == 2
    assert contents(knowledge) == before


def test_a_dry_run_writes_nothing(program: Program, knowledge: Path, census: Path) -> None:
    before = contents(knowledge)
    words = ("import", census, "--format", "tiers-lieux-2023", "--dry-run", "--date", "2023-06-01")
    done = exchange(program, *words, knowledge=knowledge)
    assert done.returncode == 0
    assert "ajouté : 2" in done.stdout
    assert done.stderr == "Essai : rien n'a été écrit.\n"
    assert contents(knowledge) == before


@pytest.mark.parametrize(
    ("name", "told"),
    [("absent.csv", "absent.csv : "), ("autre.csv", "colonne(s) absente(s)"), ("vide.csv", "vide")],
)
def test_a_file_that_cannot_be_read_is_one_line_and_status_2(
    program: Program, knowledge: Path, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "autre.csv").write_text("a;b\n1;2\n", "utf-8")
    (tmp_path / "vide.csv").touch()
    words = ("import", tmp_path / name, "--format", "tiers-lieux-2026")
    done = exchange(program, *words, knowledge=knowledge)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_export_follows_the_national_schema_and_comes_back_unchanged(
    program: Program, knowledge: Path, census: Path
) -> None:
    exchange(program, "import", census, "--format", "tiers-lieux-2026", knowledge=knowledge)
    before = contents(knowledge)
    words = ("--format", "mediation-numerique")
    done = exchange(program, "export", "export.csv", *words, knowledge=knowledge)
    assert done.returncode == 0
    assert "trait-d-union:la-grange-aux-essais" in (program.folder / "export.csv").read_text()
    back = exchange(program, "import", "export.csv", *words, "--json", knowledge=knowledge)
    totals = json.loads(back.stdout)["totals"]
    assert totals.pop("inchangé") > 50
    assert set(totals.values()) == {0}
    assert contents(knowledge) == before
    validate(program.folder, "export.csv")


def validate(folder: Path, name: str) -> None:
    """Have the file checked by frictionless, against the national schema."""
    shutil.copy(SCHEMA, folder / "schema.json")
    words = ("validate", "--json", "--schema", "schema.json", name)
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["valid"], report
    assert report["stats"]["tasks"] == 1


def test_places_with_coordinates_are_exported_for_maps(program: Program, knowledge: Path) -> None:
    words = ("export", "lieux.geojson", "--format", "geojson")
    done = exchange(program, *words, knowledge=knowledge)
    assert done.returncode == 0
    collection = json.loads((program.folder / "lieux.geojson").read_text("utf-8"))
    [solilab] = (it for it in collection["features"] if it["id"] == "le-solilab")
    assert solilab["geometry"]["coordinates"] == [-1.5538, 47.2186]


def test_an_export_that_cannot_be_written_is_one_line(program: Program, knowledge: Path) -> None:
    words = ("export", "absent/lieux.geojson", "--format", "geojson")
    done = exchange(program, *words, knowledge=knowledge)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
