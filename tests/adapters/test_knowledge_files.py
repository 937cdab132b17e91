"""What is read of the knowledge folder, and what a broken file costs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.knowledge import Knowledge
from bot.domain.problems import Level, Problem

LISTS = (
    "themes.yml",
    "kinds.yml",
    "cues.yml",
    "emergency.yml",
    "orientation.yml",
    "spellings.yml",
    "synonyms.yml",
    "territories.yml",
    "wording.yml",
)
CARD = "title: Ouvrir un fablab\ntheme: lieux\nquestions:\n  - où trouver un fablab ?\n"
CONTACT = (
    "nom: Mairie\ndescription: La commune.\nsource: la mairie\ndate_maj: 2026-01-31\n"
    "kinds: [mairie]\ncoverage:\n  level: commune\n  codes: ['46102']\n"
)
PLACE = (
    "nom: La Ruche\ndescription: Un atelier.\nsource: le réseau\ndate_maj: 2026-01-31\n"
    "kinds: [fablab]\ndepartement: '46'\n"
)

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of a folder where everything can be read."""

    def write(name: str, content: str | bytes) -> Path:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    write("themes.yml", "themes:\n  - id: lieux\n    label: Les lieux\n")
    for name in LISTS[1:]:
        write(name, "{}\n")
    write("cards/fablab.yml", CARD)
    write("contacts/mairie.yml", CONTACT)
    write("places/ruche.yml", PLACE)
    return write


def only_problem(folder: Path) -> Problem:
    (problem,) = KnowledgeFiles(folder).problems()
    return problem


@pytest.mark.usefixtures("write")
def test_the_whole_folder_is_read(tmp_path: Path) -> None:
    files = KnowledgeFiles(tmp_path)
    knowledge = files.current()
    assert files.problems() == ()
    assert knowledge.cards["fablab"].title == "Ouvrir un fablab"
    assert knowledge.contacts["mairie"].coverage.codes == ("46102",)
    assert knowledge.places["ruche"].departement == "46"
    assert [theme.label for theme in knowledge.themes] == ["Les lieux"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"title: a\n\tb\n", 2),
        (b"title: \xe9\n", 1),
        (b"", 1),
        (b"title: Fablab\ntitle: Fablab\n", 2),
        (CARD.encode() + b"titre: a\n", 5),
        (b"theme: lieux\n", 1),
        (b"title: &a a\ntheme: *a\n", 1),
        (b"\x00" * 1000, 1),
    ],
)
def test_a_broken_file_hides_only_itself(
    write: Write, tmp_path: Path, content: bytes, line: int
) -> None:
    write("cards/cassee.yml", content)
    problem = only_problem(tmp_path)
    assert (problem.file, problem.line, problem.level) == ("cards/cassee.yml", line, Level.ERROR)
    assert set(KnowledgeFiles(tmp_path).current().cards) == {"fablab"}


def test_a_code_without_quotes_is_a_problem_at_its_line(write: Write, tmp_path: Path) -> None:
    write("contacts/mairie.yml", CONTACT + "code_insee: 01004\n")
    problem = only_problem(tmp_path)
    assert str(problem) == (
        "contacts/mairie.yml:9: erreur : code_insee : mettre cette valeur entre guillemets :"
        " c'est un texte, pas un nombre"
    )


def test_every_mistake_of_a_file_is_told_at_once(write: Write, tmp_path: Path) -> None:
    write("cards/fablab.yml", "title: ''\ntheme: Les lieux\nstatus: finie\n")
    problems = KnowledgeFiles(tmp_path).problems()
    assert [problem.line for problem in problems] == [1, 2, 3]


def test_a_mistake_deep_in_a_card_is_located(write: Write, tmp_path: Path) -> None:
    write("cards/fablab.yml", CARD + "sections:\n  - id: cout\n    title: Coût\n    texte: rien\n")
    problems = KnowledgeFiles(tmp_path).problems()
    assert ("cards/fablab.yml", 8) in [(problem.file, problem.line) for problem in problems]


@pytest.mark.usefixtures("write")
@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_missing_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).unlink()
    assert only_problem(tmp_path) == Problem(name, 0, Level.ERROR, "fichier absent")
    assert set(KnowledgeFiles(tmp_path).current().cards) == {"fablab"}


@pytest.mark.parametrize("name", LISTS)
def test_a_broken_list_leaves_the_others(write: Write, tmp_path: Path, name: str) -> None:
    write(name, "inconnu: 1\n")
    assert only_problem(tmp_path).file == name
    assert KnowledgeFiles(tmp_path).current().contacts


def test_a_broken_wording_leaves_the_original_sentences(write: Write, tmp_path: Path) -> None:
    write("wording.yml", "thanks: 12\n")
    assert only_problem(tmp_path).line == 1
    assert KnowledgeFiles(tmp_path).current().wording == Knowledge().wording


@pytest.mark.usefixtures("write")
def test_a_folder_in_the_place_of_a_file_hides_only_itself(tmp_path: Path) -> None:
    (tmp_path / "cards" / "dossier.yml").mkdir()
    (tmp_path / "cards" / "perdue.yml").symlink_to(tmp_path / "absente.yml")
    files = KnowledgeFiles(tmp_path)
    assert [problem.file for problem in files.problems()] == [
        "cards/dossier.yml",
        "cards/perdue.yml",
    ]
    assert set(files.current().cards) == {"fablab"}


def test_a_name_that_cannot_be_an_identifier_is_a_problem(write: Write, tmp_path: Path) -> None:
    write("cards/Où aller.yml", CARD)
    assert only_problem(tmp_path).file == "cards/Où aller.yml"


def test_an_empty_folder_knows_nothing_and_says_so(tmp_path: Path) -> None:
    files = KnowledgeFiles(tmp_path)
    assert files.current() == Knowledge()
    assert sorted(LISTS) == [problem.file for problem in files.problems()]


def test_what_was_read_does_not_change_under_whoever_reads_it(write: Write, tmp_path: Path) -> None:
    before = KnowledgeFiles(tmp_path)
    write("cards/fablab.yml", CARD.replace("Ouvrir", "Créer"))
    write("cards/cassee.yml", "")
    assert before.current().cards["fablab"].title == "Ouvrir un fablab"
    assert before.problems() == ()
    assert KnowledgeFiles(tmp_path).current().cards["fablab"].title == "Créer un fablab"
