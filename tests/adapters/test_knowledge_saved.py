"""The knowledge folder while people edit it: what is saved is read, what is broken waits."""

from pathlib import Path

import pytest

from bot.adapters.knowledge_files import FOLDERS, LISTS, KnowledgeFiles

CARD = "title: {title}\ntheme: lieux\nquestions:\n  - où trouver un fablab ?\n"


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """The one card of a folder where everything can be read."""
    for name in LISTS:
        (tmp_path / name).write_text("{}\n")
    for name in FOLDERS:
        (tmp_path / name).mkdir()
    file = tmp_path / "cards" / "fablab.yml"
    file.write_text(CARD.format(title="Ouvrir un fablab"))
    return file


@pytest.fixture
def files(tmp_path: Path, card: Path) -> KnowledgeFiles:
    assert card.exists()
    return KnowledgeFiles(tmp_path)


def titles(files: KnowledgeFiles) -> list[str]:
    return [card.title for card in files.current().cards.values()]


def test_nothing_is_read_again_while_nothing_changes(files: KnowledgeFiles) -> None:
    before = files.current()
    assert files.refresh() == ()
    assert files.current() is before


def test_a_saved_card_is_read_again(files: KnowledgeFiles, card: Path) -> None:
    card.write_text(CARD.format(title="Monter un fablab"))
    assert files.refresh() == ("cards/fablab.yml",)
    assert titles(files) == ["Monter un fablab"]


def test_only_what_changed_is_read_again(files: KnowledgeFiles, card: Path) -> None:
    before = files.current().cards["fablab"]
    card.with_name("coworking.yml").write_text(CARD.format(title="Ouvrir un coworking"))
    assert files.refresh() == ("cards/coworking.yml",)
    assert files.current().cards["fablab"] is before
    assert titles(files) == ["Ouvrir un coworking", "Ouvrir un fablab"]


def test_a_card_put_in_place_by_another_name_is_read(files: KnowledgeFiles, card: Path) -> None:
    fresh = card.with_name(".fablab.yml.new")
    fresh.write_text(CARD.format(title="Ouvrir un fablab".replace("un", "le")))
    fresh.replace(card)
    assert files.refresh() == ("cards/fablab.yml",)
    assert titles(files) == ["Ouvrir le fablab"]


def test_a_broken_card_keeps_its_last_good_version(files: KnowledgeFiles, card: Path) -> None:
    card.write_text("title: [")
    assert files.refresh() == ("cards/fablab.yml",)
    assert titles(files) == ["Ouvrir un fablab"]
    [problem] = files.problems()
    assert problem.file == "cards/fablab.yml"
    card.write_text("title: 12\n")
    files.refresh()
    assert titles(files) == ["Ouvrir un fablab"]
    card.write_text(CARD.format(title="Réparé"))
    files.refresh()
    assert (titles(files), files.problems()) == (["Réparé"], ())


def test_a_card_that_was_never_good_is_not_there(tmp_path: Path, card: Path) -> None:
    card.write_text("title: [")
    assert titles(KnowledgeFiles(tmp_path)) == []


def test_a_card_taken_away_is_forgotten_with_its_problems(
    files: KnowledgeFiles, card: Path
) -> None:
    card.write_text("title: [")
    files.refresh()
    card.unlink()
    assert files.refresh() == ("cards/fablab.yml",)
    assert (titles(files), files.problems()) == ([], ())


def test_a_list_is_read_again_and_kept_while_it_is_broken_or_away(
    files: KnowledgeFiles, tmp_path: Path
) -> None:
    themes = tmp_path / "themes.yml"
    themes.write_text("themes:\n  - {id: lieux, label: Les lieux}\n")
    assert files.refresh() == ("themes.yml",)
    for broken in ("themes: 12\n", None):
        themes.unlink() if broken is None else themes.write_text(broken)
        assert files.refresh() == ("themes.yml",)
        assert [theme.id for theme in files.current().themes] == ["lieux"]
        assert [problem.file for problem in files.problems()] == ["themes.yml"]
