"""Danger with the numbers that the assistant really gives."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from bot.domain.danger import alert, find_danger
from bot.domain.emergency import Danger, Emergency
from bot.domain.knowledge import Knowledge
from bot.domain.text import clean, fold
from tests.domain.contents import DANGER, emergency


class Group(BaseModel):
    """Messages that call for the same numbers."""

    numbers: tuple[str, ...]
    messages: tuple[str, ...]


def table(name: str) -> object:
    return yaml.safe_load((Path(__file__).parent / "danger" / name).read_text("utf-8"))


GROUPS = TypeAdapter(list[Group]).validate_python(table("alerts.yml"))
ALERTS = [(message, group.numbers) for group in GROUPS for message in group.messages]
LIVES = TypeAdapter(dict[str, list[str]]).validate_python(table("ordinary.yml"))
ORDINARY = [message for messages in LIVES.values() for message in messages]


@pytest.fixture(scope="session")
def real(knowledge: Knowledge) -> Emergency:
    return knowledge.emergency


def found(message: str, emergency: Emergency) -> Danger | None:
    return find_danger(fold(clean(message)), emergency)


def numbers(danger: Danger | None, emergency: Emergency) -> list[str]:
    return [number.number for number in alert(danger, emergency, "Appelez.").numbers]


@pytest.mark.parametrize(("message", "needed"), ALERTS)
def test_a_danger_gets_its_numbers_the_rescue_first(
    real: Emergency, message: str, needed: Sequence[str]
) -> None:
    danger = found(message, real)
    assert danger
    given = numbers(danger, real)
    assert given[0] == needed[0]
    assert set(needed) <= set(given)


@pytest.mark.parametrize("message", ORDINARY)
def test_ordinary_life_is_no_danger(real: Emergency, message: str) -> None:
    assert found(message, real) is None


@pytest.mark.parametrize(
    "message",
    ["JE VEUX MOURIR", "je   veux\n\nmourir", "Je veux... mourir !!! 😭", "je veux mou\u00adrir"],
)
def test_a_danger_is_seen_however_it_is_typed(real: Emergency, message: str) -> None:
    assert found(message, real)


def test_a_danger_is_seen_at_the_end_of_a_very_long_message(real: Emergency) -> None:
    story = "Nous cherchons un local pour les répétitions de la fanfare. " * 1000
    assert found(f"{story} Je veux mourir.", real)
    assert found(story, real) is None


def test_every_situation_gives_a_rescue_number_and_says_what_to_do(real: Emergency) -> None:
    assert real.dangers
    for danger in real.dangers:
        given = numbers(danger, real)
        assert set(given[:2]) & {"15", "17", "18", "112"}, danger.id
        assert alert(danger, real, "").text == danger.advice


def test_every_number_says_what_it_is_for_and_when_it_answers(real: Emergency) -> None:
    for danger in real.dangers:
        for number in alert(danger, real, "").numbers:
            assert number.use
            assert number.hours


def test_without_a_known_situation_the_usual_numbers_are_given(real: Emergency) -> None:
    given = alert(None, real, "Appelez tout de suite.")
    assert given.text == "Appelez tout de suite."
    assert [number.number for number in given.numbers] == list(real.default)
    assert given.numbers


def test_the_first_situation_of_the_file_is_met_first() -> None:
    both = emergency({**DANGER, "id": "un"}, {**DANGER, "id": "deux"})
    danger = find_danger("au feu", both)
    assert danger
    assert danger.id == "un"


def test_a_danger_that_is_only_talked_about_leaves_the_next_its_chance() -> None:
    rules = emergency({**DANGER, "id": "un", "unless": ["film"]}, {**DANGER, "id": "deux"})
    for message, expected in (("au feu", "un"), ("un film au feu", "deux")):
        danger = find_danger(message, rules)
        assert danger
        assert danger.id == expected


def test_numbers_are_given_in_the_order_of_the_situation() -> None:
    rules = emergency({**DANGER, "numbers": ["15", "112"]})
    assert numbers(rules.dangers[0], rules) == ["15", "112"]


def test_without_rules_nothing_is_a_danger() -> None:
    assert find_danger("au secours", Emergency()) is None
    assert alert(None, Emergency(), "Appelez le 112.").numbers == ()
