"""`knowledge freshness` and `knowledge links`, typed."""

import json
import shutil
from pathlib import Path

from bot.settings import ROOT
from tests.program import Program


def test_what_is_due_is_told_by_owner_and_counted(tmp_path: Path) -> None:
    done = Program(tmp_path).run("knowledge", "freshness", "--within", "900")
    assert done.returncode == 0
    assert "équipe éditoriale : " in done.stdout
    assert "à relire dans les 900 jours" in done.stdout.splitlines()[-1]


def test_what_is_due_is_told_to_programs(tmp_path: Path) -> None:
    done = Program(tmp_path).run("knowledge", "freshness", "--within", "900", "--json")
    rows = json.loads(done.stdout)
    assert {tuple(row) for row in rows} == {("owner", "on", "file", "title", "reason")}
    assert len(rows) > 300


def test_without_internet_no_link_is_called_dead(tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", knowledge)
    for folder in ("cards", "places"):
        shutil.rmtree(knowledge / folder)
    for contact in (knowledge / "contacts").iterdir():
        contact.unlink()
    (knowledge / "contacts" / "ici.yml").write_text(
        "nom: Ici\ndescription: Ici.\nsource: ici\ndate_maj: 2026-11-01\nkinds: [mairie]\n"
        "site_web: http://127.0.0.1:9/\ncoverage: {level: national}\n"
    )
    done = Program(tmp_path).run("knowledge", "links", KNOWLEDGE_DIR=knowledge)
    assert done.returncode == 0
    assert "Pas d'accès à internet" in done.stderr
