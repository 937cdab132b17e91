from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.training import Example, ModelRecord, name_of
from bot.usecases.training_ports import TrainingError
from tests.fakes import FakeClock, FakeShelf, FakeTrainer
from tests.usecases.workshop import Workshop


@pytest.fixture
def workshop(clock: FakeClock) -> Workshop:
    return Workshop(clock)


async def _middling(workshop: Workshop) -> ModelRecord:
    """The record of a model that answers « coworking » to everything."""
    goals = ("coworking", "fablab") * 200
    workshop.phrases.held = tuple(
        Example(f"phrase {number}", goal) for number, goal in enumerate(goals)
    )
    workshop.trainer = FakeTrainer(answer="coworking")
    record = (await workshop.training.train()).record
    assert 0 < record.right < 0.9
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
    assert forced.record.right < 0.9
    assert workshop.shelf.active() == forced.record


def _better(record: ModelRecord, won: int) -> ModelRecord:
    """An older model, which answered `won` more questions rightly."""
    missed = [key for key, right in record.verdicts.items() if not right][:won]
    verdicts = {**record.verdicts, **dict.fromkeys(missed, True)}
    return replace(record, digest="older", right=record.right + 0.1, verdicts=verdicts)


@pytest.mark.parametrize(("won", "activated"), [(0, True), (4, True), (5, False), (9, False)])
async def test_a_model_that_does_worse_than_chance_explains_is_kept_aside(
    workshop: Workshop, won: int, *, activated: bool
) -> None:
    before = _better(await _middling(workshop), won)
    workshop.shelf = FakeShelf([before])
    report = await workshop.training.train()
    assert (report.trained, report.activated) == (True, activated)
    assert workshop.shelf.active() == (report.record if activated else before)


async def test_a_slow_decline_is_refused_too(workshop: Workshop) -> None:
    record = await _middling(workshop)
    best, since = _better(record, 9), replace(record, digest="since")
    workshop.shelf = FakeShelf([best, since])
    assert not (await workshop.training.train()).activated
    assert workshop.shelf.active() == since


async def test_a_model_kept_aside_is_not_made_again_for_nothing(workshop: Workshop) -> None:
    record = await _middling(workshop)
    workshop.shelf = FakeShelf([_better(record, 9)])
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


async def test_phrases_held_out_are_read_as_messages_by_those_who_have_not_seen_them(
    workshop: Workshop,
) -> None:
    await workshop.training.train()
    [work] = workshop.trainer.works
    asked = work.held_out[0].text
    first, *others = asked.split()
    workshop.meant = {first: "autrement"}
    workshop.configuration = "another pipeline"
    again = (await workshop.training.train()).record
    told = workshop.trainer.works[1]
    assert " ".join(("autrement", *others)) in {it.text for it in told.held_out}
    assert asked in {it.text for it in told.all}
    assert workshop.vocabularies[1].learned == told.part
    assert name_of(asked) in again.verdicts  # still compared with what other models made of it


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
