from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.problems import Level, Problem
from bot.domain.replies import Reply, Sources
from bot.domain.training import Example
from bot.usecases.checking import MAX_MESSAGE, Checking, has_errors
from tests.fakes import FakeClock, FakeGazetteer, FakeKnowledge, FakePhrasebook
from tests.usecases.sample import FABLAB, KNOWLEDGE

BROKEN_CARD = Problem("cards/zzz.yml", 3, Level.ERROR, "illisible")
BROKEN_PHRASES = Problem("nlu/data/aide.yml", 1, Level.ERROR, "illisible")


RELATED = FABLAB.model_copy(
    update={
        "id": "atelier",
        "title": "L'atelier",
        "questions": tuple(f"un atelier, façon {number}" for number in range(8)),
        "related": ("fablab", "coworking"),
    }
)
SOUND = replace(
    KNOWLEDGE,
    cards={
        **KNOWLEDGE.cards,
        "fablab": FABLAB.model_copy(update={"related": ("atelier", "coworking")}),
        "atelier": RELATED,
    },
)


def checking(
    clock: FakeClock,
    knowledge: FakeKnowledge,
    phrases: FakePhrasebook | None = None,
    measure: Callable[[Reply], int] = lambda _: 0,
) -> Checking:
    return Checking(knowledge, phrases or FakePhrasebook(), FakeGazetteer(), clock, measure)


def test_a_sound_knowledge_has_no_problem(clock: FakeClock) -> None:
    assert checking(clock, FakeKnowledge(SOUND)).problems() == ()


def test_what_could_not_be_read_and_what_does_not_hold_together_are_told_by_file(
    clock: FakeClock,
) -> None:
    lost = SOUND.cards["fablab"].model_copy(update={"theme": "disparu"})
    knowledge = replace(SOUND, cards={**SOUND.cards, "fablab": lost})
    phrases = FakePhrasebook(unread=(BROKEN_PHRASES,))
    found = checking(clock, FakeKnowledge(knowledge, (BROKEN_CARD,), line=7), phrases).problems()
    assert [(problem.file, problem.line) for problem in found] == [
        ("cards/fablab.yml", 7),
        ("cards/zzz.yml", 3),
        ("nlu/data/aide.yml", 1),
    ]
    assert "« disparu » n'existe pas" in found[0].message


def test_a_phrase_of_a_card_and_of_an_action_is_a_problem(clock: FakeClock) -> None:
    phrases = FakePhrasebook((Example("OUVRIR un fablab ?!", "aide"),))
    [problem] = checking(clock, FakeKnowledge(SOUND), phrases).problems()
    assert problem.file == "nlu/data/aide.yml"
    assert "« fablab »" in problem.message


def test_a_card_becomes_late_with_time(clock: FakeClock) -> None:
    late = checking(clock, FakeKnowledge(SOUND))
    clock.advance(timedelta(days=400))
    problems = late.problems()
    assert {problem.file for problem in problems} == {"cards/fablab.yml", "cards/atelier.yml"}
    assert not has_errors(problems)


def test_what_does_not_hold_in_one_message_is_told_where_it_is_written(clock: FakeClock) -> None:
    def measure(reply: Reply) -> int:
        return MAX_MESSAGE + 1 if isinstance(reply, Sources) else MAX_MESSAGE

    found = checking(clock, FakeKnowledge(SOUND, line=9), measure=measure).problems()
    assert [(it.file, it.line, it.path) for it in found] == [
        ("cards/atelier.yml", 9, ("sources",)),
        ("cards/fablab.yml", 9, ("sources",)),
    ]
    assert "4097 caractères" in found[0].message


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
