"""Where people are: shared, chosen among homonyms, remembered."""

from dataclasses import replace

import pytest

from bot.domain.actions import Action
from bot.domain.territory import Position, Territory
from tests.fakes import FakeGazetteer
from tests.usecases.chat import Chat, buttons, said
from tests.usecases.sample import FIGEAC

HERE = Position(44.6, 2.03)


async def test_a_shared_position_is_where_one_is(chat: Chat) -> None:
    outcome = await chat.share(HERE)
    assert outcome.territory == replace(FIGEAC, position=HERE.about())
    assert "à Figeac" in said(outcome)


async def test_a_position_far_from_everything_is_answered_with_somebody_to_call(
    chat: Chat, gazetteer: FakeGazetteer
) -> None:
    gazetteer.nearest = None
    outcome = await chat.share(Position(0, 0))
    assert outcome.territory is None
    assert "pas de commune près de cette position" in said(outcome)
    assert "Le réseau national" in said(outcome)


async def test_the_question_under_way_goes_on_from_a_shared_position(chat: Chat) -> None:
    await chat.say("où trouver un lieu")
    assert (await chat.share(HERE)).goal == Action.FIND_PLACE


@pytest.fixture
def namesake(gazetteer: FakeGazetteer) -> Territory:
    """Another Figeac, in another département."""
    other = replace(FIGEAC, code="99001", departements=("99",))
    gazetteer.known = (FIGEAC, other)
    return other


async def test_a_homonym_is_asked_about_once_and_remembered(
    chat: Chat, namesake: Territory
) -> None:
    asked = await chat.say("où trouver un lieu à Figeac")
    assert asked.territory_choices == (FIGEAC, namesake)
    chosen = next(button for button in buttons(asked) if "99" in button.label)
    assert (await chat.press(chosen.value)).goal == Action.FIND_PLACE
    again = await chat.say("où trouver un lieu à Figeac")
    assert again.territory_choices == ()
    assert again.territory == namesake


async def test_a_place_is_remembered_until_another_is_named(chat: Chat) -> None:
    await chat.say("je suis à Figeac")
    assert (await chat.say("bonjour")).territory == FIGEAC
    moved = await chat.say("je suis à Rodez")
    assert moved.territory
    assert moved.territory.name == "Rodez"
