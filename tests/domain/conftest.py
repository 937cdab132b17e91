"""The real knowledge, read once; properties are tried without a stopwatch."""

import pytest
from hypothesis import HealthCheck, settings

from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.knowledge import Knowledge
from bot.settings import ROOT

# A machine that is busy is slow, and no test is wrong for that.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


@pytest.fixture(scope="session")
def knowledge_files() -> KnowledgeFiles:
    return KnowledgeFiles(ROOT / "knowledge")


@pytest.fixture(scope="session")
def knowledge(knowledge_files: KnowledgeFiles) -> Knowledge:
    return knowledge_files.current()
