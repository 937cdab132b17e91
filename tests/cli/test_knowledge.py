"""`knowledge check`, on copies of the knowledge that somebody broke."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.settings import ROOT
from tests.program import Program

BROKEN = {
    "not-utf-8": ("title: Réunir\ntheme: é\n".encode("latin-1"), 1, "UTF-8"),
    "a-list": (b"- title\n- theme\n", 1, "clé: valeur"),
    "empty": (b"", 1, "clé: valeur"),
    "a-key-twice": (b"title: a\ntitle: b\n", 2, "deux fois"),
    "not-yaml": (b"title: a\ntheme: [\n", 3, "YAML illisible"),
    "unknown-key": (b"title: a\ntheme: projet\nprix: 3\n", 3, "prix"),
}
"""Cards that somebody broke: content, and the line and words of what is told."""


def copy_knowledge(program: Program) -> Path:
    return Path(shutil.copytree(ROOT / "knowledge", program.folder / "knowledge"))


@pytest.fixture
def knowledge(program: Program) -> Path:
    """A copy of the knowledge, to break."""
    return copy_knowledge(program)


def check(program: Program, knowledge: Path) -> tuple[int, list[dict[str, Any]]]:
    done = program.run("knowledge", "check", "--json", KNOWLEDGE_DIR=knowledge)
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


def some_place(knowledge: Path) -> Path:
    """A place that has an INSEE code."""
    places = sorted((knowledge / "places").glob("*.yml"))
    return next(file for file in places if "code_insee: " in file.read_text("utf-8"))


def test_the_knowledge_has_no_error(program: Program) -> None:
    done = program.run("knowledge", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "fiches publiées" in done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The first problem told of each broken card, by its name."""
    program = Program(tmp_path_factory.mktemp("broken"))
    knowledge = copy_knowledge(program)
    for name, (content, _, _) in BROKEN.items():
        (knowledge / "cards" / f"{name}.yml").write_bytes(content)
    status, problems = check(program, knowledge)
    assert status == 1
    return {Path(problem["file"]).stem: problem for problem in reversed(problems)}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_card_is_told_with_its_line(told: dict[str, dict[str, Any]], name: str) -> None:
    _, line, sentence = BROKEN[name]
    assert (told[name]["line"], told[name]["level"]) == (line, "erreur")
    assert sentence in told[name]["message"]


def test_a_code_that_yaml_takes_for_a_number_is_told(program: Program, knowledge: Path) -> None:
    file = some_place(knowledge)
    lines = file.read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(lines) if line.startswith("code_insee: "))
    lines[number] = "code_insee: 01004"
    file.write_text("\n".join(lines), "utf-8")
    status, problems = check(program, knowledge)
    assert status == 1
    (problem,) = (one for one in problems if one["file"] == f"places/{file.name}")
    assert problem["line"] == number + 1
    assert "guillemets" in problem["message"]


def test_a_missing_list_is_told(program: Program, knowledge: Path) -> None:
    (knowledge / "emergency.yml").unlink()
    status, problems = check(program, knowledge)
    assert status == 1
    assert "emergency.yml" in {problem["file"] for problem in problems}


def test_problems_are_told_as_compilers_do(program: Program, knowledge: Path) -> None:
    (knowledge / "themes.yml").write_text("themes: non\n", "utf-8")
    done = program.run("knowledge", "check", KNOWLEDGE_DIR=knowledge)
    assert done.returncode == 1
    assert any(line.startswith("themes.yml:1: erreur : ") for line in done.stdout.splitlines())


def test_a_broken_knowledge_still_answers(program: Program, knowledge: Path) -> None:
    for file in knowledge.rglob("*.yml"):
        file.write_bytes(b"\xff")
    done = program.run("ask", "--no-model", "Bonjour", KNOWLEDGE_DIR=knowledge)
    assert done.returncode == 0
    assert done.stdout.strip()
