"""Rasa itself: the trained model served, killed, served again, and a small model trained."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.adapters.model_shelf import ModelFolder
from bot.adapters.rasa.ranker import RasaRanker
from bot.adapters.rasa.server import RasaServer
from bot.adapters.rasa.trainer import RasaTrainer
from bot.domain.actions import Action
from bot.domain.training import Example, TrainingWork
from bot.usecases.ports import UnavailableError
from tests.adapters.rasa.standins import ROOT, SERVE, TRAIN
from tests.adapters.rasa.supervising import supervised
from tests.adapters.rasa.waiting import is_alive

PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
SHELF = ModelFolder(ROOT / "nlu" / "models")
START = 180.0
"""Seconds given to Rasa to start on a machine busy with something else."""

PLACES = ("un café", "un garage", "un atelier", "une grange", "une salle")
PHRASES = tuple(
    Example(phrase.format(place), goal)
    for goal, patterns in {
        "ouvrir": ("ouvrir {}", "je veux ouvrir {} : comment ?"),
        "fermer": ("fermer {}", "- nous fermons {} # bientôt"),
        "visiter": ("visiter {}", "où voir « {} » 👉"),
    }.items()
    for phrase in patterns
    for place in PLACES
)
HELD_OUT = (Example("ouvrir une boutique", "ouvrir"), Example("visiter un musée", "visiter"))
WORK = TrainingWork("small", (*PHRASES, *HELD_OUT), PHRASES, HELD_OUT)

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not PYTHON.exists(), reason="no Rasa environment (make setup)"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[RasaServer]:
    """The trained model, served; no Rasa is left at the end."""
    if SHELF.active_path() is None:
        pytest.skip("no trained model in nlu/models (make setup)")
    server = RasaServer(PYTHON, SERVE, SHELF.active_path)
    server.token = "-one-token-in-64-begins-with-a-dash"
    async with supervised(server):
        yield server
        pids = rasa_processes()
    assert pids
    assert [pid for pid in pids if is_alive(pid)] == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ranker(server: RasaServer) -> AsyncIterator[RasaRanker]:
    ranker = RasaRanker(server.address, server.token)
    async with asyncio.timeout(START):
        await ranker.ready()
    yield ranker
    await ranker.close()


def rasa_processes() -> list[int]:
    """The servers that this process started and that run."""
    command = ("ps", "-A", "-ww", "-o", "pid=,ppid=,command=")
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    found = [line.split(maxsplit=2) for line in lines]
    return [
        int(pid)
        for pid, parent, what in found
        if int(parent) == os.getpid() and str(SERVE) in what and is_alive(int(pid))
    ]


async def test_every_goal_is_ranked_with_a_probability(ranker: RasaRanker) -> None:
    ranking = await ranker.rank("comment ouvrir un tiers lieu dans mon village")
    goals = [candidate.goal for candidate in ranking]
    scores = [candidate.score for candidate in ranking]
    assert len(goals) == len(set(goals)) > 100
    assert set(Action) <= set(goals)
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("text", ["merci beaucoup", "bonjour", "au revoir"])
async def test_small_talk_is_recognised(ranker: RasaRanker, text: str) -> None:
    expected = {"merci beaucoup": Action.THANK, "bonjour": Action.GREET, "au revoir": Action.LEAVE}
    assert (await ranker.rank(text))[0].goal == expected[text]


@pytest.mark.parametrize("text", ["", " ", "/fablab", "\0", "👉🏽", "'\"{}[](a)", "mot " * 250])
async def test_no_text_is_too_strange(ranker: RasaRanker, text: str) -> None:
    for candidate in await ranker.rank(text):
        assert 0.0 <= candidate.score <= 1.0


async def test_messages_that_arrive_together_get_their_own_answers(ranker: RasaRanker) -> None:
    texts = ["merci beaucoup", "bonjour", "au revoir"] * 8
    alone = {text: await ranker.rank(text) for text in set(texts)}
    assert await asyncio.gather(*map(ranker.rank, texts)) == [alone[text] for text in texts]


async def test_a_stranger_without_the_token_is_refused(
    server: RasaServer, ranker: RasaRanker
) -> None:
    assert await ranker.answers()
    stranger = RasaRanker(server.address, "another")
    with pytest.raises(UnavailableError):
        await stranger.rank("bonjour")
    await stranger.close()


async def test_a_model_that_cannot_be_read_leaves_the_one_in_use(
    ranker: RasaRanker, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(b"not a model")
    for model in (broken, tmp_path / "absent.tar.gz"):
        with pytest.raises(UnavailableError):
            await ranker.load(model)
    assert await ranker.answers()


async def test_rasa_killed_is_unavailable_then_comes_back_by_itself(ranker: RasaRanker) -> None:
    (pid,) = rasa_processes()
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(UnavailableError):
        await ranker.rank("bonjour")
    async with asyncio.timeout(START):
        await ranker.ready()
    assert (await ranker.rank("bonjour"))[0].goal == Action.GREET
    assert rasa_processes() != [pid]


async def test_a_model_trained_here_ranks_what_it_did_not_learn_and_can_be_served(
    ranker: RasaRanker, tmp_path: Path
) -> None:
    rankings = await RasaTrainer(PYTHON, TRAIN, ROOT / "config.yml", tmp_path).train(WORK)
    assert [ranking[0].goal for ranking in rankings] == [example.goal for example in HELD_OUT]
    assert {candidate.goal for candidate in rankings[0]} == {"ouvrir", "fermer", "visiter"}
    await ranker.load(tmp_path / "small.tar.gz")
    assert (await ranker.rank("fermer une boutique"))[0].goal == "fermer"
