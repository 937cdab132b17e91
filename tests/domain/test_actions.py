import pytest
from pydantic import TypeAdapter

from bot.domain.actions import CLARIFY, OFFERED, SEARCHES, Action
from bot.domain.content import Slug
from bot.domain.knowledge import Knowledge

PUBLIC = """
    affirmer aide au-revoir chercher-contact chercher-partenaire chercher-tiers-lieu
    confidentialite diagnostic dire-territoire exemples hors-sujet identite-bot mecontentement
    nier oubliez-moi parler-humain proposer-partenariat remercier saluer urgence
"""


def test_the_public_names_of_actions_do_not_change() -> None:
    assert sorted(Action) == PUBLIC.split()


@pytest.mark.parametrize("goal", [*Action, CLARIFY])
def test_an_action_is_named_as_a_card_is(goal: str) -> None:
    assert TypeAdapter(Slug).validate_python(str(goal)) == goal


def test_no_card_takes_the_name_of_an_action(knowledge: Knowledge) -> None:
    assert not {*Action, CLARIFY} & set(knowledge.cards)


def test_every_search_can_be_a_choice() -> None:
    assert SEARCHES <= OFFERED


@pytest.mark.parametrize("action", [Action.GREET, Action.THANK, Action.OUT_OF_SCOPE, Action.AGREE])
def test_small_talk_is_no_choice(action: Action) -> None:
    assert action not in OFFERED
