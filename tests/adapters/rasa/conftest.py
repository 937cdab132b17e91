from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.adapters.rasa.ranker import RasaRanker
from tests.adapters.rasa.nlu_api import NluApi
from tests.adapters.rasa.standins import Standin


@pytest.fixture
async def api() -> AsyncIterator[NluApi]:
    server = NluApi()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def ranker(api: NluApi) -> AsyncIterator[RasaRanker]:
    ranker = RasaRanker(lambda: api.url, api.token, patience=0.2)
    yield ranker
    await ranker.close()


@pytest.fixture
def standin(tmp_path: Path) -> Iterator[Standin]:
    """A Rasa environment of which no server is left at the end."""
    folder = tmp_path / "standin"
    folder.mkdir()
    standin = Standin(folder)
    yield standin
    assert standin.end() == []
