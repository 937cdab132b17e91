"""`nlu evaluate`, without Rasa: keywords alone are measured."""

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.program import Program

CRY = b'{"id": "e1", "text": "je veux mourir", "expect": "urgence"}\n'
"""Answered by rule: whatever was trained here, if anything was."""

QUESTIONS = CRY + '{"id": "e2", "text": "où est né Vercingétorix ?", "expect": "scic"}'.encode()


@pytest.fixture
def file(program: Program) -> Path:
    file = program.folder / "questions.jsonl"
    file.write_bytes(QUESTIONS)
    return file


def evaluate(program: Program, *words: str) -> CompletedProcess[str]:
    """What the command says without Rasa, on the questions of its folder."""
    words = ("nlu", "evaluate", "--file", "questions.jsonl", *words)
    return program.run(*words, NLU_PYTHON=program.folder / "absent")


def test_figures_are_given_and_a_report_written(program: Program, file: Path) -> None:
    done = evaluate(program, "--json", "--report", "a/report")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["n"], told["top1"]) == (2, 0.5)
    assert told["source"] == file.name
    assert len(told["robustness"]) == 4
    report = program.folder / "a" / "report"
    kept = json.loads((report / "evaluation.json").read_text("utf-8"))
    assert kept.keys() == told.keys()
    assert "Vercingétorix" in (report / "evaluation.html").read_text("utf-8")
    assert str(Path("a", "report", "evaluation.html")) in done.stderr


@pytest.mark.usefixtures("file")
def test_the_terminal_names_the_figures_and_quotes_no_question(program: Program) -> None:
    done = evaluate(program, "--no-robustness", "--no-examples", "--report", "report")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("n: 2\ntop1: 0.5\noffered: 0.5\n")
    assert "écrites autrement" not in done.stdout
    page = (program.folder / "report" / "evaluation.html").read_text("utf-8")
    for told in (done.stdout, page):
        assert "Vercingétorix" not in told


@pytest.mark.usefixtures("file")
def test_a_report_that_cannot_be_written_is_one_line_at_once(program: Program) -> None:
    done = evaluate(program, "--report", "questions.jsonl")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "questions.jsonl" in line
    assert file_is_whole(program)


def file_is_whole(program: Program) -> bool:
    return (program.folder / "questions.jsonl").read_bytes() == QUESTIONS


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="absent"),
        pytest.param(CRY + b"nonsense", id="not JSON"),
        pytest.param(CRY + b'{"id": "e2", "text": "Bonjour"}', id="without an answer"),
        pytest.param(CRY + b"\xff", id="not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(program: Program, content: bytes | None) -> None:
    if content is not None:
        (program.folder / "questions.jsonl").write_bytes(content)
    done = program.run("nlu", "evaluate", "--file", "questions.jsonl")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "questions.jsonl" in line
