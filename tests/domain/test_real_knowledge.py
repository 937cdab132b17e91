"""The knowledge of this repository can be published as it stands."""

from datetime import date

import pytest

from bot.adapters.knowledge_files import KnowledgeFiles
from bot.adapters.phrase_files import PhraseFiles
from bot.domain.actions import Action
from bot.domain.checks import find_problems
from bot.domain.knowledge import Knowledge
from bot.domain.problems import Level
from bot.domain.structures import CoverageLevel
from bot.settings import ROOT

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def phrases() -> PhraseFiles:
    return PhraseFiles(ROOT / "nlu" / "data")


def test_every_file_can_be_read(knowledge_files: KnowledgeFiles, phrases: PhraseFiles) -> None:
    assert (*knowledge_files.problems(), *phrases.problems()) == ()


def test_nothing_has_an_error(knowledge: Knowledge, phrases: PhraseFiles) -> None:
    problems = find_problems(knowledge, phrases.examples(), TODAY)
    assert [str(problem) for problem in problems if problem.level is Level.ERROR] == []


def test_there_is_somebody_to_call_anywhere(knowledge: Knowledge) -> None:
    wanted = set(knowledge.cues.human_kinds)
    assert any(
        contact.coverage.level is CoverageLevel.COUNTRY and wanted & set(contact.kinds)
        for contact in knowledge.contacts.values()
    )


def test_every_theme_has_a_card(knowledge: Knowledge) -> None:
    told = {card.theme for card in knowledge.cards.values()}
    assert told == {theme.id for theme in knowledge.themes}


def test_first_ideas_are_published_or_actions(knowledge: Knowledge) -> None:
    assert knowledge.cues.suggestions
    for idea in knowledge.cues.suggestions:
        assert idea.opens in {*knowledge.published, *Action}
