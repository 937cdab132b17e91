"""Training in a process of its own: what it is given, what it leaves, how it fails."""

import asyncio
import json
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.rasa.trainer import LEFT_BEHIND, RasaTrainer, training_data
from bot.domain.actions import Action
from bot.domain.training import Example, TrainingWork
from bot.domain.understanding import Candidate
from bot.usecases.training_ports import TrainingError
from tests.adapters.rasa.standins import TRAIN, Standin
from tests.adapters.rasa.waiting import PATIENCE, is_alive

LEARNED = (Example("un fablab", "fablab"), Example("merci", Action.THANK))
HELD_OUT = (Example("été", "fablab"), Example("", "fablab"), Example('"', "fablab"))
WORK = TrainingWork("m1", (*LEARNED, *HELD_OUT), LEARNED, HELD_OUT)

MakeTrainer = Callable[[str], RasaTrainer]


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def trainer(standin: Standin, tmp_path: Path, models: Path) -> MakeTrainer:
    configuration = tmp_path / "config.yml"
    configuration.write_text("recipe: default.v1\n", "utf-8")
    return lambda mood: RasaTrainer(standin.python(mood), TRAIN, configuration, models)


def left_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


async def test_a_training_leaves_a_model_and_nothing_else(
    trainer: MakeTrainer, models: Path
) -> None:
    await trainer("well").train(WORK)
    assert left_in(models) == {"m1.tar.gz"}


async def test_the_model_learned_everything_with_the_configuration(
    trainer: MakeTrainer, models: Path
) -> None:
    await trainer("well").train(WORK)
    learned = (models / "m1.tar.gz").read_text("utf-8")
    assert learned == "recipe: default.v1\n" + training_data(WORK.all)


async def test_what_is_held_out_is_ranked_in_its_order(trainer: MakeTrainer) -> None:
    rankings = await trainer("well").train(WORK)
    expected = [
        (Candidate(example.text, 0.75), Candidate("remercier", 0.25)) for example in HELD_OUT
    ]
    assert list(rankings) == expected


async def test_a_model_tried_out_ranks_and_is_not_kept(trainer: MakeTrainer, models: Path) -> None:
    rankings = await trainer("well").try_out(WORK.part, HELD_OUT)
    assert [ranking[0].goal for ranking in rankings] == [example.text for example in HELD_OUT]
    assert left_in(models) == set()


async def test_a_second_training_stands_beside_the_first(
    trainer: MakeTrainer, models: Path
) -> None:
    for name in ("m1", "m2"):
        await trainer("well").train(TrainingWork(name, LEARNED, LEARNED, ()))
    assert left_in(models) == {"m1.tar.gz", "m2.tar.gz"}


async def test_trainings_at_the_same_time_do_not_meet(trainer: MakeTrainer, models: Path) -> None:
    works = [
        TrainingWork(f"m{number}", (Example(f"phrase {number}", "fablab"),), LEARNED, ())
        for number in range(3)
    ]
    await asyncio.gather(*(trainer("well").train(work) for work in works))
    for work in works:
        assert training_data(work.all) in (models / f"{work.name}.tar.gz").read_text("utf-8")


async def test_a_training_that_fails_tells_why_and_leaves_nothing(
    trainer: MakeTrainer, models: Path
) -> None:
    with pytest.raises(TrainingError, match="training ended with 7: no luck: été"):
        await trainer("failing").train(WORK)
    assert left_in(models) == set()


async def test_a_training_that_makes_no_model_is_a_failure(
    trainer: MakeTrainer, models: Path
) -> None:
    with pytest.raises(TrainingError):
        await trainer("forgetful").train(WORK)
    assert left_in(models) == set()


async def test_a_cancelled_training_is_killed_and_leaves_nothing(
    trainer: MakeTrainer, standin: Standin, models: Path
) -> None:
    training = asyncio.create_task(trainer("endless").train(WORK))
    pid = await standin.until_training()
    assert is_alive(pid)
    training.cancel()
    await asyncio.wait({training}, timeout=PATIENCE)
    assert training.cancelled()
    assert not is_alive(pid)
    assert left_in(models) == set()


async def test_training_gives_way_to_what_answers(trainer: MakeTrainer, standin: Standin) -> None:
    training = asyncio.create_task(trainer("endless").train(WORK))
    pid = await standin.until_training()
    assert os.getpriority(os.PRIO_PROCESS, pid) > os.getpriority(os.PRIO_PROCESS, os.getpid())
    training.cancel()
    await asyncio.wait({training})


async def test_without_a_rasa_environment_training_says_what_to_do(tmp_path: Path) -> None:
    trainer = RasaTrainer(tmp_path / "absent", TRAIN, tmp_path, tmp_path / "models")
    with pytest.raises(TrainingError, match="make setup"):
        await trainer.train(WORK)
    assert not (tmp_path / "models").exists()


async def test_a_file_in_the_place_of_the_folder_is_a_failure(trainer: MakeTrainer) -> None:
    with pytest.raises(TrainingError):
        await replace(trainer("well"), models=TRAIN).train(WORK)


async def test_an_environment_that_cannot_run_is_a_failure(
    trainer: MakeTrainer, standin: Standin
) -> None:
    make = trainer("well")
    (standin.folder / "python-well").chmod(0o644)
    with pytest.raises(TrainingError, match="denied"):
        await make.train(WORK)


async def test_relative_folders_are_found_by_the_training(
    standin: Standin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.python()
    (tmp_path / "config.yml").touch()
    monkeypatch.chdir(tmp_path)
    python = Path("standin") / "python-well"
    await RasaTrainer(python, TRAIN, Path("config.yml"), Path("models")).train(WORK)
    assert (tmp_path / "models" / "m1.tar.gz").exists()


async def test_what_killed_trainings_left_is_removed_by_the_next(
    trainer: MakeTrainer, models: Path
) -> None:
    for name, age in ((".training-old", 2 * LEFT_BEHIND), (".training-now", 0.0)):
        folder = models / name
        folder.mkdir(parents=True)
        (folder / "all.json").touch()
        then = time.time() - age
        os.utime(folder, (then, then))
    await trainer("well").train(WORK)
    assert left_in(models) == {".training-now", "m1.tar.gz"}


def test_training_data_keeps_the_text_and_the_goal_of_each_phrase() -> None:
    texts = ["a: b", "# c", "l'été « d »", "12", "non", "👉", "- e", "x" * 500]
    examples = [Example(text, f"goal-{number % 2}") for number, text in enumerate(texts)]
    content = json.loads(training_data(examples))["rasa_nlu_data"]["common_examples"]
    assert [Example(it["text"], it["intent"]) for it in content] == examples
