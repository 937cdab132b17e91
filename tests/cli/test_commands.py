"""The commands themselves."""

import pytest

from tests.program import Program


@pytest.mark.parametrize(
    "words", [("nonsense",), ("db", "nonsense"), ("knowledge", "nonsense"), ("ask", "--nonsense")]
)
def test_an_unknown_word_is_refused(program: Program, words: tuple[str, ...]) -> None:
    done = program.run(*words)
    assert done.returncode == 2
    assert "nonsense" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_names_every_command(program: Program) -> None:
    done = program.run("--help")
    assert done.returncode == 0
    for command in ("ask", "chat", "run", "knowledge", "nlu", "db", "purge"):
        assert f" {command} " in done.stdout
