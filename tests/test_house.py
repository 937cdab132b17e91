"""The rules of the house that no other tool checks (`CONTRIBUTING.md`)."""

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.knowledge_files import KnowledgeFiles
from bot.adapters.phrase_files import PhraseFiles
from bot.domain.text import fold
from bot.domain.training import examples_of
from bot.settings import ROOT

MAX_FILE = 200
MAX_FUNCTION = 25
"""Lines that say something: neither blank, nor comment, nor docstring."""

LONG_FILES = {"tests/fakes.py": "the fakes of every port stand in one place"}
"""Files that may be longer, and why."""

LONG_FUNCTIONS = {
    "bot/adapters/database/migrations/versions/r0001_conversations.py:upgrade": (
        "a migration lists columns, once and for ever"
    ),
}
"""Functions that may be longer, and why."""

SAYING_NOTHING = {"utils", "helpers", "manager", "common", "base"}

NOT_OURS = re.compile(
    r"/(?:home|Users|root|work)/\w|[A-Z]:\\Users|--(?:extra-)?index-url\b"
    r"|\b(?:artifactory|nexus|devpi|jfrog)\b",
    re.IGNORECASE,
)
"""Paths of somebody's machine, and addresses where packages are copied."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef | ast.Module


def python_files(*folders: str) -> list[Path]:
    found = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return sorted(file for file in found if ".venv" not in file.relative_to(ROOT).parts)


PYTHON = python_files("bot", "nlu", "scripts", "tests")


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def functions(file: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree_of(file)) if isinstance(node, Function))


def saying(file: Path, function: Function) -> int:
    """How many lines of a function say something."""
    first, last = function.lineno, function.end_lineno or function.lineno
    lines = file.read_text("utf-8").splitlines()[first - 1 : last]
    inner = (node for node in ast.walk(function) if isinstance(node, Function | ast.ClassDef))
    hushed = {number - first for node in inner for number in docstring_lines(node)}
    return sum(
        1
        for number, line in enumerate(map(str.strip, lines))
        if line and not line.startswith("#") and number not in hushed
    )


def docstring_lines(node: Function | ast.ClassDef) -> range:
    if ast.get_docstring(node) is None:
        return range(0)
    return range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)


def public(node: ast.Module | ast.ClassDef, path: str) -> Iterator[tuple[str, Documented]]:
    """The classes and functions that others may use, down to methods."""
    for child in node.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            yield f"{path}:{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{path}:{child.name}")


def committed_files() -> list[Path]:
    """Files that git keeps, or would keep."""
    command = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git work tree")
    found = (ROOT / name for name in done.stdout.split("\0") if name)
    return [file for file in found if file.is_file()]


def test_a_file_is_short() -> None:
    lengths = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in PYTHON}
    long = {name: length for name, length in lengths.items() if length > MAX_FILE}
    assert long.keys() == LONG_FILES.keys(), long


def test_a_function_is_short() -> None:
    lengths = {
        f"{name_of(file)}:{function.name}": saying(file, function)
        for file in PYTHON
        for function in functions(file)
    }
    long = {name: length for name, length in lengths.items() if length > MAX_FUNCTION}
    assert long.keys() == LONG_FUNCTIONS.keys(), long


def test_whatever_is_public_says_what_it_is() -> None:
    silent = []
    for file in python_files("bot"):
        module, name = tree_of(file), name_of(file)
        named = ((name, module), *public(module, name))
        silent += [path for path, node in named if not ast.get_docstring(node)]
    assert silent == []


def test_no_name_of_a_module_says_nothing() -> None:
    vague = [
        name_of(file)
        for file in PYTHON
        if SAYING_NOTHING & {file.stem, *file.relative_to(ROOT).parent.parts}
        and "standin" not in file.parts  # imitates the names of somebody else's package
    ]
    assert vague == []


def test_no_file_tells_where_it_was_written() -> None:
    told = []
    for file in committed_files():
        if file == Path(__file__):
            continue  # it names what it looks for
        text = file.read_bytes().decode("utf-8", "replace")
        told += [(name_of(file), found[0]) for found in NOT_OURS.finditer(text)]
    assert told == []


def test_questions_that_measure_are_not_learned() -> None:
    cards = KnowledgeFiles(ROOT / "knowledge").current().cards
    phrases = PhraseFiles(ROOT / "nlu" / "data").examples()
    learned = {fold(example.text) for example in (*examples_of(cards), *phrases)}
    lines = (ROOT / "nlu" / "evaluation" / "questions.jsonl").read_text("utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    assert [question["id"] for question in asked if fold(question["text"]) in learned] == []
