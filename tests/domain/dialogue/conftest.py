"""The real knowledge and the real places, on a day that does not move."""

from dataclasses import replace
from datetime import date

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, load_reference
from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.card import Status
from bot.domain.dialogue.scene import Scene
from bot.domain.knowledge import Knowledge
from bot.domain.session import Session
from bot.settings import ROOT
from tests.domain.dialogue.conversation import Conversation

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KnowledgeFiles(ROOT / "knowledge").current()


@pytest.fixture(scope="session")
def gazetteer(knowledge: Knowledge) -> FrenchGazetteer:
    return FrenchGazetteer(load_reference(), knowledge.territories)


@pytest.fixture
def scene(knowledge: Knowledge, gazetteer: FrenchGazetteer) -> Scene:
    return Scene(
        knowledge,
        Session(),
        today=TODAY,
        publisher="la commune de Test",
        retention_days=30,
        survey=gazetteer.around,
    )


@pytest.fixture
def talk(scene: Scene, gazetteer: FrenchGazetteer) -> Conversation:
    return Conversation(scene, gazetteer)


@pytest.fixture
def drafting(talk: Conversation) -> Conversation:
    """The same conversation while the card of the Scic is still being written."""
    known = talk.scene.knowledge
    draft = known.cards["scic"].model_copy(update={"status": Status.DRAFT})
    known = replace(known, cards={**known.cards, "scic": draft})
    talk.scene = replace(talk.scene, knowledge=known)
    return talk
