"""The server follows the shelf."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from bot.adapters.model_shelf import ModelFolder
from bot.adapters.rasa.keeper import follow_shelf
from bot.adapters.rasa.ranker import RasaRanker
from tests.adapters.rasa.nlu_api import NluApi, cut, status
from tests.adapters.rasa.waiting import until
from tests.adapters.shelves import a_model


@pytest.fixture
def shelf(tmp_path: Path) -> ModelFolder:
    return ModelFolder(tmp_path)


@asynccontextmanager
async def following(shelf: ModelFolder, ranker: RasaRanker) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(follow_shelf(shelf, ranker, period=0.01))
    await asyncio.sleep(0)
    yield task
    assert not task.done()
    task.cancel()
    await asyncio.wait({task})


async def test_each_model_put_in_use_is_loaded_once(
    tmp_path: Path, shelf: ModelFolder, ranker: RasaRanker, api: NluApi
) -> None:
    async with following(shelf, ranker):
        for name in ("m1", "m2", "m1"):
            ModelFolder(tmp_path).activate(a_model(tmp_path, name))
            await until(partial(_is_last, api, tmp_path / f"{name}.tar.gz"))
    assert api.loaded == [str(tmp_path / f"{name}.tar.gz") for name in ("m1", "m2", "m1")]


def _is_last(api: NluApi, model: Path) -> bool:
    return api.loaded[-1:] == [str(model)]


async def test_the_model_that_is_served_is_not_loaded_again(
    tmp_path: Path, shelf: ModelFolder, ranker: RasaRanker, api: NluApi
) -> None:
    shelf.activate(a_model(tmp_path, "m1"))
    api.loaded.append("/models/m1.tar.gz")
    async with following(shelf, ranker):
        await asyncio.sleep(0.1)
        shelf.activate(a_model(tmp_path, "m2"))
        await until(partial(_is_last, api, tmp_path / "m2.tar.gz"))
    assert api.loaded == ["/models/m1.tar.gz", str(tmp_path / "m2.tar.gz")]


async def test_a_server_that_started_without_a_model_is_given_the_one_in_use(
    tmp_path: Path, shelf: ModelFolder, ranker: RasaRanker, api: NluApi
) -> None:
    shelf.activate(a_model(tmp_path, "m1"))
    async with following(shelf, ranker):
        await until(lambda: api.loaded)
        api.loaded.clear()  # it stopped, and starts again without any
        await until(lambda: api.loaded)
    assert api.loaded == [str(tmp_path / "m1.tar.gz")]


async def test_a_server_that_is_away_is_waited_for_in_silence(
    tmp_path: Path,
    shelf: ModelFolder,
    ranker: RasaRanker,
    api: NluApi,
    caplog: pytest.LogCaptureFixture,
) -> None:
    port = api.port
    await api.stop()
    shelf.activate(a_model(tmp_path, "m1"))
    async with following(shelf, ranker):
        await asyncio.sleep(0.1)
        assert not [record for record in caplog.records if record.levelname == "WARNING"]
        await api.start(port)
        await until(lambda: api.loaded)


async def test_a_load_that_fails_is_tried_again_and_said_once(
    tmp_path: Path,
    shelf: ModelFolder,
    ranker: RasaRanker,
    api: NluApi,
    caplog: pytest.LogCaptureFixture,
) -> None:
    api.answer(status(500), cut, status(409))
    async with following(shelf, ranker):
        shelf.activate(a_model(tmp_path, "m1"))
        await until(lambda: api.loaded)
    warnings = [line for line in caplog.messages if "m1 is not in use yet" in line]
    assert len(warnings) == 1
    assert len(api.asked) == 4


async def test_a_broken_shelf_is_waited_for(
    tmp_path: Path, shelf: ModelFolder, ranker: RasaRanker, api: NluApi
) -> None:
    (tmp_path / "active.json").write_bytes(b"[")
    async with following(shelf, ranker):
        shelf.activate(a_model(tmp_path, "m1"))
        await until(lambda: api.loaded)
