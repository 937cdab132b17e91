"""`ask` as it is typed."""

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from bot.domain.actions import Action
from tests.cli.batch import line
from tests.program import Program


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CompletedProcess[str]]:
    """A question typed in an empty folder, and what came of it."""
    folder = tmp_path_factory.mktemp("typed")
    return folder, Program(folder).run("ask", "--no-model", "Bonjour")


def test_a_question_is_answered_as_text(typed: tuple[Path, CompletedProcess[str]]) -> None:
    _, done = typed
    assert (done.returncode, done.stderr) == (0, "")
    assert "Bonjour" in done.stdout
    assert "\n[" in done.stdout, "its buttons are shown"
    assert "{" not in done.stdout


def test_a_question_is_answered_as_one_json_object(program: Program) -> None:
    done = program.run("ask", "--no-model", "--json", "Où est la mairie ?")
    (answer,) = done.stdout.splitlines()
    assert json.loads(answer)["text"] == "Où est la mairie ?"
    assert json.loads(answer)["id"] is None
    assert (done.returncode, done.stderr) == (0, "")


def test_a_batch_without_an_error_ends_with_status_zero(program: Program) -> None:
    file = program.folder / "batch.jsonl"
    file.write_bytes(line("q1", text="Bonjour") + b"\r\n\r\n" + line("q2", text="Merci"))
    done = program.run("ask", "--no-model", "--json", "--batch", file)
    assert [json.loads(answer)["id"] for answer in done.stdout.splitlines()] == ["q1", "q2"]
    assert done.returncode == 0


def test_an_empty_batch_is_answered_by_nothing(program: Program) -> None:
    (program.folder / "batch.jsonl").touch()
    done = program.run("ask", "--no-model", "--json", "--batch", "batch.jsonl")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_batch_is_answered_as_text_too(program: Program) -> None:
    (program.folder / "batch.jsonl").write_bytes(b"nonsense\n" + line("q1", text="Bonjour"))
    done = program.run("ask", "--no-model", "--batch", "batch.jsonl")
    assert done.returncode == 1
    assert "ligne illisible" in done.stdout.splitlines()[0]
    assert "Bonjour" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((), id="nothing"),
        pytest.param(("Bonjour", "--batch", "absent.jsonl"), id="a question and a batch"),
        pytest.param(("--batch", "absent.jsonl"), id="a file that is not there"),
        pytest.param(("--batch", "."), id="a folder"),
    ],
)
def test_what_cannot_be_asked_is_one_line(program: Program, words: tuple[str, ...]) -> None:
    done = program.run("ask", "--no-model", *words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_nothing_is_left_behind(typed: tuple[Path, CompletedProcess[str]]) -> None:
    folder, _ = typed
    assert list(folder.iterdir()) == []


def test_the_folder_of_data_is_not_needed(program: Program) -> None:
    (program.folder / "data").write_text("no folder")
    assert program.run("ask", "--no-model", "Bonjour").returncode == 0


def test_without_rasa_nor_model_keywords_answer(program: Program) -> None:
    absent = program.folder / "absent"
    done = program.run("ask", "--json", "Bonjour", NLU_PYTHON=absent, MODELS_DIR=program.folder)
    assert done.returncode == 0
    assert json.loads(done.stdout)["degraded"] is True
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no /dev/stdin on this system")
def test_buttons_can_be_pressed_while_the_batch_goes_on(program: Program) -> None:
    words = ("ask", "--no-model", "--json", "--batch", "/dev/stdin")
    with program.started(*words) as asking:
        asking.say(line("q1", chat="c", text="Bonjour"))
        buttons = json.loads(asking.hear())["reply"][0]["buttons"]
        assert buttons
        for button in buttons:
            asking.say(line("q2", chat="c", press=button["value"]))
            assert json.loads(asking.hear())["goal"] != Action.HELP, button["label"]
        assert asking.end() == 0
