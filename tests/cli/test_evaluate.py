"""`nlu evaluate`, without Rasa: keywords alone are measured."""

import json

import pytest

from tests.program import Program

GREETING = b'{"id": "e1", "text": "Bonjour", "expect": "saluer"}\n'


def test_figures_are_given(program: Program) -> None:
    (program.folder / "questions.jsonl").write_bytes(GREETING + b"\n")
    words = ("nlu", "evaluate", "--json", "--file", "questions.jsonl")
    done = program.run(*words, NLU_PYTHON=program.folder / "absent")
    assert done.returncode == 0
    figures = json.loads(done.stdout)
    assert (figures["n"], figures["top1"]) == (1, 1.0)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="absent"),
        pytest.param(GREETING + b"nonsense", id="not JSON"),
        pytest.param(GREETING + b'{"id": "e2", "text": "Bonjour"}', id="without an answer"),
        pytest.param(GREETING + b"\xff", id="not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(program: Program, content: bytes | None) -> None:
    if content is not None:
        (program.folder / "questions.jsonl").write_bytes(content)
    done = program.run("nlu", "evaluate", "--file", "questions.jsonl")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "questions.jsonl" in line
