from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.problems import Level, Problem
from bot.domain.training import Example
from bot.usecases.checking import Checking, has_errors
from tests.fakes import FakeClock, FakeGazetteer, FakeKnowledge, FakePhrasebook
from tests.usecases.sample import FABLAB, KNOWLEDGE

BROKEN_CARD = Problem("cards/zzz.yml", 3, Level.ERROR, "illisible")
BROKEN_PHRASES = Problem("nlu/data/aide.yml", 1, Level.ERROR, "illisible")


def test_a_sound_knowledge_has_no_problem(clock: FakeClock) -> None:
    assert (
        Checking(FakeKnowledge(KNOWLEDGE), FakePhrasebook(), FakeGazetteer(), clock).problems()
        == ()
    )


def test_what_could_not_be_read_and_what_does_not_hold_together_are_told_by_file(
    clock: FakeClock,
) -> None:
    lost = FABLAB.model_copy(update={"theme": "disparu"})
    knowledge = FakeKnowledge(replace(KNOWLEDGE, cards={"fablab": lost}), (BROKEN_CARD,))
    found = Checking(
        knowledge, FakePhrasebook(unread=(BROKEN_PHRASES,)), FakeGazetteer(), clock
    ).problems()
    assert [problem.file for problem in found] == [
        "cards/fablab.yml",
        "cards/zzz.yml",
        "nlu/data/aide.yml",
    ]
    assert "« disparu » n'existe pas" in found[0].message


def test_a_phrase_of_a_card_and_of_an_action_is_a_problem(clock: FakeClock) -> None:
    phrases = FakePhrasebook((Example("OUVRIR un fablab ?!", "aide"),))
    [problem] = Checking(FakeKnowledge(KNOWLEDGE), phrases, FakeGazetteer(), clock).problems()
    assert problem.file == "nlu/data/aide.yml"
    assert "« fablab »" in problem.message


def test_a_card_becomes_late_with_time(clock: FakeClock) -> None:
    checking = Checking(FakeKnowledge(KNOWLEDGE), FakePhrasebook(), FakeGazetteer(), clock)
    clock.advance(timedelta(days=400))
    [problem] = checking.problems()
    assert (problem.file, problem.level) == ("cards/fablab.yml", Level.WARNING)
    assert not has_errors([problem])


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), False),
        ((Level.WARNING, Level.WARNING), False),
        ((Level.WARNING, Level.ERROR), True),
    ],
)
def test_only_an_error_hides_content(levels: tuple[Level, ...], *, expected: bool) -> None:
    assert has_errors([Problem("f", 0, level, "") for level in levels]) is expected
