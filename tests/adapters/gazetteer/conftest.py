from collections.abc import Callable

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference, load_reference
from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.territory import Territory, TerritoryKind
from bot.settings import ROOT


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="session")
def gazetteer(reference: Reference) -> FrenchGazetteer:
    return FrenchGazetteer(reference, KnowledgeFiles(ROOT / "knowledge").current().territories)


@pytest.fixture
def commune(gazetteer: FrenchGazetteer) -> Callable[[str], Territory]:
    def by_code(code: str) -> Territory:
        found = gazetteer.find(TerritoryKind.COMMUNE, code)
        assert found is not None
        return found

    return by_code
