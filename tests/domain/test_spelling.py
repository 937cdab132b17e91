"""Messages typed fast or by ear are read as they would be written."""

from pathlib import Path

import pytest

from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.spelling import Speller, Spelling
from bot.settings import ROOT

TABLE = (
    Spelling(word="c'est quoi", variants=("c koi",)),
    Spelling(word="c'est", variants=("c",)),
    Spelling(word="quoi", variants=("koi",)),
    Spelling(word="j'ai", variants=("g",)),
    Spelling(word="oui", variants=("👍",)),
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    """By the table that the team keeps."""
    return KnowledgeFiles(Path(ROOT / "knowledge")).current().speller


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("C koi un PTCE", "c est quoi un ptce"),
        ("koi", "quoi"),
        ("c'est quoi", "c est quoi"),
        ("c'est", "c est"),
        ("c ouvert", "c est ouvert"),
        ("g besoin", "j ai besoin"),
        ("500 g de farine", "500 g de farine"),
        ("👍🏽", "oui"),
        ("Été, À LA MAIRIE !", "ete a la mairie"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_the_longest_spelling_known_is_replaced_and_what_is_well_written_is_left(
    typed: str, read: str
) -> None:
    assert Speller(TABLE).read(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ya til kelkun pr nous aider svp", "y a t il quelqu un pour nous aider s il vous plait"),
        ("keske c 1 tier lieu", "qu est ce que c est 1 tiers lieu"),
        ("jsp koman demander une subv", "je sais pas comment demander une subvention"),
        ("slt g un pb ac la mairie", "salut j ai un probleme ac la mairie"),
        ("il y a une AG au mois de mai", "il y a une ag au mois de mai"),
        ("faut-il un bail ?", "faut il un bail"),
    ],
)
def test_the_table_of_the_team_reads_what_people_type(
    speller: Speller, typed: str, read: str
) -> None:
    assert speller.read(typed) == read


def test_a_text_read_twice_is_what_it_was_read_once(speller: Speller) -> None:
    for text in ("c koi", "ya til", "j'ai besoin d'aide", "c'est qui le prez", "qu'est-ce que"):
        once = speller.read(text)
        assert speller.read(once) == once
