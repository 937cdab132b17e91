"""The phrases of actions, as they are read from Rasa's format."""

from pathlib import Path

import pytest

from bot.adapters.phrase_files import PhraseFiles
from bot.domain.actions import Action
from bot.domain.training import Example

THANKS = 'version: "3.1"\nnlu:\n  - intent: remercier\n    examples: |\n'


def test_phrases_are_read_with_their_action(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(THANKS + "      - merci\n      - un grand merci\n", "utf-8")
    (tmp_path / "b.yml").write_text(
        THANKS.replace("remercier", "aide") + "      - à l'aide\n", "utf-8"
    )
    assert PhraseFiles(tmp_path).examples() == (
        Example("merci", "remercier"),
        Example("un grand merci", "remercier"),
        Example("à l'aide", "aide"),
    )


def test_empty_lines_and_lone_dashes_are_no_phrases(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(THANKS + "      - merci\n\n      -\n      -   \n", "utf-8")
    assert PhraseFiles(tmp_path).examples() == (Example("merci", "remercier"),)


def test_a_phrase_keeps_its_own_dashes(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(THANKS + "      - peut-être - merci -\n", "utf-8")
    assert PhraseFiles(tmp_path).examples() == (Example("peut-être - merci -", "remercier"),)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"version: \xff\n", 1),
        (b'version: "3.1"\nnlu:\n  - intent: remercier\n    examples: 12\n', 4),
        (b'version: "3.1"\nnlu:\n  - intent: inconnue\n    examples: a\n', 3),
        (b"version: 3.1\nnlu: []\n", 1),
        (b'version: "3.1"\nstories: []\nnlu: []\n', 2),
    ],
)
def test_a_broken_file_hides_only_its_phrases(tmp_path: Path, content: bytes, line: int) -> None:
    (tmp_path / "a.yml").write_bytes(content)
    (tmp_path / "b.yml").write_text(THANKS + "      - merci\n", "utf-8")
    phrases = PhraseFiles(tmp_path)
    (problem,) = phrases.problems()
    assert (problem.file, problem.line) == ("nlu/data/a.yml", line)
    assert phrases.examples() == (Example("merci", "remercier"),)


def test_a_file_that_cannot_be_opened_is_told_without_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.yml").mkdir()
    (problem,) = PhraseFiles(tmp_path).problems()
    assert str(problem) == "nlu/data/a.yml:0: erreur : c'est un dossier, pas un fichier"


def test_a_folder_that_is_missing_has_no_phrases(tmp_path: Path) -> None:
    assert PhraseFiles(tmp_path / "absent").examples() == ()


def test_every_action_has_phrases_and_every_file_is_read() -> None:
    phrases = PhraseFiles(Path("nlu/data"))
    assert phrases.problems() == ()
    assert {example.goal for example in phrases.examples()} == set(Action)
