from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.training import Example, ModelRecord
from bot.usecases.ports import TrainingError
from bot.usecases.training import MAX_DROP
from tests.fakes import FakeClock, FakeShelf, FakeTrainer
from tests.usecases.workshop import Workshop


@pytest.fixture
def workshop(clock: FakeClock) -> Workshop:
    return Workshop(clock)


async def _middling(workshop: Workshop) -> ModelRecord:
    """The record of a model that answers « coworking » to everything."""
    workshop.trainer = FakeTrainer(answer="coworking")
    record = (await workshop.training.train()).record
    assert MAX_DROP < record.right < 1 - MAX_DROP
    return record


async def test_a_first_model_is_made_and_put_in_use(workshop: Workshop) -> None:
    report = await workshop.training.train()
    assert (report.trained, report.activated) == (True, True)
    assert workshop.shelf.active() == report.record
    assert report.record.examples == len(workshop.training.compiled())
    assert (report.record.right, report.record.wrong) == (1.0, 0.0)


async def test_without_anything_new_nothing_is_trained(workshop: Workshop) -> None:
    first = await workshop.training.train()
    again = await workshop.training.train()
    assert (again.trained, again.activated) == (False, False)
    assert again.record == first.record
    assert len(workshop.trainer.works) == 1


async def test_a_training_may_be_forced(workshop: Workshop, clock: FakeClock) -> None:
    first = await workshop.training.train()
    clock.advance(timedelta(seconds=1))
    forced = await workshop.training.train(force=True)
    assert (forced.trained, forced.activated) == (True, True)
    assert forced.record.name > first.record.name
    assert workshop.shelf.active() == forced.record


async def test_a_forced_model_is_used_even_if_it_is_worse(workshop: Workshop) -> None:
    await workshop.training.train()
    workshop.trainer.answer = "aide"
    forced = await workshop.training.train(force=True)
    assert forced.record.right < 1 - MAX_DROP
    assert workshop.shelf.active() == forced.record


@pytest.mark.parametrize(
    ("lead", "activated"), [(-0.2, True), (0.0, True), (0.02, True), (0.04, False), (0.2, False)]
)
async def test_a_model_that_does_worse_than_noise_explains_is_kept_aside(
    workshop: Workshop, lead: float, *, activated: bool
) -> None:
    record = await _middling(workshop)
    before = replace(record, digest="older", right=record.right + lead)
    workshop.shelf = FakeShelf([before])
    report = await workshop.training.train()
    assert (report.trained, report.activated) == (True, activated)
    assert workshop.shelf.active() == (report.record if activated else before)


async def test_a_model_kept_aside_is_not_made_again_for_nothing(workshop: Workshop) -> None:
    record = await _middling(workshop)
    workshop.shelf = FakeShelf([replace(record, digest="older", right=record.right + 0.2)])
    await workshop.training.train()
    made = len(workshop.trainer.works)
    again = await workshop.training.train()
    assert (again.trained, len(workshop.trainer.works)) == (False, made)


async def test_a_training_that_fails_leaves_the_model_in_use(workshop: Workshop) -> None:
    first = await workshop.training.train()
    workshop.configuration = "another pipeline"
    workshop.trainer.failure = "no memory left"
    with pytest.raises(TrainingError, match="no memory left"):
        await workshop.training.train()
    assert workshop.shelf.active() == first.record


async def test_nobody_is_measured_on_what_was_learned(workshop: Workshop) -> None:
    await workshop.training.train()
    [work] = workshop.trainer.works
    assert set(work.all) == set(work.part) | set(work.held_out)
    assert not set(work.part) & set(work.held_out)
    assert workshop.indexed == [work.part]
    assert work.held_out


async def test_the_same_phrases_are_held_out_each_time(workshop: Workshop) -> None:
    await workshop.training.train()
    workshop.phrases.held = (Example("quelque chose de neuf", "aide"),)
    await workshop.training.train()
    first, second = (set(work.held_out) for work in workshop.trainer.works)
    assert first <= second


async def test_the_model_is_trained_under_the_name_it_is_kept_under(workshop: Workshop) -> None:
    report = await workshop.training.train()
    assert workshop.trainer.works[0].name == report.record.name
    assert report.record.trained_at == workshop.clock.now()


async def test_a_model_is_up_to_date_until_something_is_written(workshop: Workshop) -> None:
    assert not workshop.training.is_up_to_date()
    await workshop.training.train()
    assert workshop.training.is_up_to_date()
    workshop.phrases.held = (Example("quelque chose de neuf", "aide"),)
    assert not workshop.training.is_up_to_date()
    await workshop.training.train()
    assert workshop.training.is_up_to_date()


async def test_another_configuration_calls_for_a_training(workshop: Workshop) -> None:
    await workshop.training.train()
    workshop.configuration = "another pipeline"
    assert not workshop.training.is_up_to_date()


async def test_the_order_of_phrases_and_their_signs_call_for_no_training(
    workshop: Workshop,
) -> None:
    workshop.phrases.held = (Example("oui", "affirmer"), Example("non", "nier"))
    await workshop.training.train()
    workshop.phrases.held = (Example("NON !", "nier"), Example("oui", "affirmer"))
    assert workshop.training.is_up_to_date()


async def test_a_phrase_that_changes_goal_calls_for_a_training(workshop: Workshop) -> None:
    workshop.phrases.held = (Example("oui", "affirmer"),)
    await workshop.training.train()
    workshop.phrases.held = (Example("oui", "nier"),)
    assert not workshop.training.is_up_to_date()
