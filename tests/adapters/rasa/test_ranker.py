"""Rankings over Rasa's API, and every way in which it can fail."""

import asyncio
from pathlib import Path

import pytest

from bot.adapters.rasa.ranker import RasaRanker
from bot.domain.understanding import Candidate
from bot.usecases.ports import UnavailableError
from tests.adapters.rasa.nlu_api import (
    PATIENCE,
    Answer,
    NluApi,
    body,
    cut,
    cut_in_the_middle,
    hang,
    status,
    trickle,
)
from tests.adapters.rasa.waiting import until

RANKING = (Candidate("fablab", 0.75), Candidate("remercier", 0.25))
NOWHERE = "http://127.0.0.1:9"

FAILURES = [
    *(hang, trickle, cut, cut_in_the_middle),
    *(status(code) for code in (301, 400, 401, 404, 409, 500, 503)),
]
GARBAGE = [
    *(body(raw) for raw in (b"", b"\xff\xfe", b"<html>", b'{"intent_ranking": [')),
    *(body([]), body(None), body({}), body({"intent_ranking": None})),
    body({"intent_ranking": [{"name": "fablab"}]}),
    body({"intent_ranking": [{"name": None, "confidence": 0.0}]}),
    body({"intent_ranking": [{"name": "fablab", "confidence": float("nan")}]}),
]


async def test_every_intent_is_ranked(ranker: RasaRanker, api: NluApi) -> None:
    assert await ranker.rank("où trouver un fablab ?") == RANKING
    assert api.asked == [{"text": "où trouver un fablab ?"}]


@pytest.mark.parametrize("text", ["", "\0\n\t", "👉🏽", '"}{', "a" * 100_000])
async def test_any_text_arrives_as_it_was_sent(ranker: RasaRanker, api: NluApi, text: str) -> None:
    assert await ranker.rank(text) == RANKING
    assert api.asked == [{"text": text}]


@pytest.mark.parametrize("failure", FAILURES)
async def test_a_server_that_fails_is_unavailable(
    ranker: RasaRanker, api: NluApi, failure: Answer
) -> None:
    api.answer(failure)
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(UnavailableError):
            await ranker.rank("bonjour")


@pytest.mark.parametrize("garbage", GARBAGE)
async def test_an_answer_that_is_no_ranking_is_unavailable(
    ranker: RasaRanker, api: NluApi, garbage: Answer
) -> None:
    api.answer(garbage)
    with pytest.raises(UnavailableError):
        await ranker.rank("bonjour")


@pytest.mark.parametrize("address", [None, NOWHERE, "http://[broken"])
async def test_no_server_is_unavailable(address: str | None) -> None:
    ranker = RasaRanker(lambda: address, "")
    with pytest.raises(UnavailableError):
        await ranker.rank("bonjour")
    with pytest.raises(UnavailableError):
        await ranker.load(Path("/models/m1.tar.gz"))
    assert not await ranker.answers()
    await ranker.close()


async def test_a_wrong_token_is_unavailable(api: NluApi) -> None:
    ranker = RasaRanker(lambda: api.url, "another")
    assert not await ranker.answers()
    assert api.asked == []
    await ranker.close()


async def test_the_token_is_in_no_error(api: NluApi, ranker: RasaRanker) -> None:
    api.answer(status(500))
    with pytest.raises(UnavailableError) as caught:
        await ranker.rank("bonjour")
    assert api.token not in str(caught.value)


async def test_after_a_failure_nothing_is_asked_for_a_moment(
    ranker: RasaRanker, api: NluApi
) -> None:
    api.answer(hang)
    for _ in range(20):
        with pytest.raises(UnavailableError):
            await ranker.rank("bonjour")
    assert len(api.asked) == 1


@pytest.mark.parametrize("failure", [hang, status(409)])
async def test_a_server_that_recovers_is_asked_again(
    ranker: RasaRanker, api: NluApi, failure: Answer
) -> None:
    api.answer(failure, failure)
    assert not await ranker.answers()
    async with asyncio.timeout(PATIENCE):
        await ranker.ready()
    assert await ranker.rank("bonjour") == RANKING


async def test_a_server_that_comes_back_is_asked_again(ranker: RasaRanker, api: NluApi) -> None:
    assert await ranker.answers()
    port = api.port
    await api.stop()
    assert not await ranker.answers()
    await api.start(port)
    async with asyncio.timeout(PATIENCE):
        await ranker.ready()


async def test_a_flood_is_answered_a_few_at_a_time(api: NluApi) -> None:
    ranker = RasaRanker(lambda: api.url, api.token, patience=PATIENCE)
    rankings = await asyncio.gather(*(ranker.rank(f"{number}") for number in range(100)))
    assert rankings == [RANKING] * 100
    assert api.together <= 8
    await ranker.close()


async def test_a_caller_that_gives_up_leaves_the_ranker_usable(
    ranker: RasaRanker, api: NluApi
) -> None:
    api.answer(hang)
    asking = asyncio.create_task(ranker.rank("bonjour"))
    await until(lambda: api.asked)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert await ranker.rank("bonjour") == RANKING


async def test_a_model_is_loaded_by_its_path(ranker: RasaRanker, api: NluApi) -> None:
    await ranker.load(Path("/models/m1.tar.gz"))
    assert api.loaded == ["/models/m1.tar.gz"]


@pytest.mark.parametrize("failure", [cut, status(400), status(401), status(500)])
async def test_a_model_that_is_not_loaded_is_unavailable_by_its_name(
    ranker: RasaRanker, api: NluApi, failure: Answer
) -> None:
    api.answer(failure)
    with pytest.raises(UnavailableError, match=r"m1\.tar\.gz"):
        await ranker.load(Path("/models/m1.tar.gz"))
