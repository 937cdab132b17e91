import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import buttons
from bot.domain.actions import Action
from bot.domain.buttons import MAX_LABEL, Press, Verb, read_press
from bot.domain.content import MAX_BUTTON_BYTES, MAX_ID
from bot.domain.knowledge import Knowledge
from bot.domain.replies import Button
from bot.domain.territory import Territory, TerritoryKind
from tests.domain.contents import COST, draft, published


def fits(button: Button) -> bool:
    """Whether Telegram takes it, and a telephone shows it whole."""
    return len(button.value.encode()) <= MAX_BUTTON_BYTES and 0 < len(button.label) <= MAX_LABEL


@given(st.sampled_from(Verb), st.text())
def test_a_press_is_read_back_as_it_was_written(verb: Verb, target: str) -> None:
    press = Press(verb, target)
    assert read_press(press.value) == press


@given(st.text())
def test_any_value_is_read_or_refused(value: str) -> None:
    press = read_press(value)
    assert press is None or press.value.removesuffix(":") == value.removesuffix(":")


@pytest.mark.parametrize(
    "value",
    ["", ":", ":fablab", "fiche:fablab", "CARD:fablab", " card:fablab", "card/fablab", "🔥"],
)
def test_what_no_button_carries_is_no_press(value: str) -> None:
    assert read_press(value) is None


@pytest.mark.parametrize(
    ("value", "press"),
    [
        ("card:fablab", Press(Verb.CARD, "fablab")),
        ("part:fablab/cout", Press(Verb.PART, "fablab/cout")),
        ("simple:fablab", Press(Verb.PLAIN, "fablab")),
        ("territory:commune/46102", Press(Verb.TERRITORY, "commune/46102")),
        ("goal:chercher-contact", Press(Verb.GOAL, "chercher-contact")),
        ("rate:yes", Press(Verb.RATE, "yes")),
        ("none:", Press(Verb.NONE)),
    ],
)
def test_a_button_sent_long_ago_still_works(value: str, press: Press) -> None:
    assert read_press(value) == press


def test_the_longest_identifier_fits_behind_a_button() -> None:
    card = draft(id="a" * MAX_ID, title="é" * 80)
    assert fits(buttons.card_button(card))


def test_the_longest_section_that_a_card_accepts_fits_behind_a_button() -> None:
    room = MAX_BUTTON_BYTES - len("part:/") - 20
    card = published(id="a" * room, sections=[{**COST, "id": "b" * 20, "title": "é" * 40}])
    assert fits(buttons.section_button(card, card.sections[0]))


def test_a_long_label_is_cut_where_a_telephone_would() -> None:
    label = "Contrat d'engagement républicain des associations et fondations"
    assert len(buttons.button(label, Verb.CARD, "contrat").label) <= MAX_LABEL


def test_a_territory_of_any_kind_fits_behind_a_button() -> None:
    for kind in TerritoryKind:
        territory = Territory(kind, "200067361", "Grand-Figeac")
        button = buttons.territory_button(territory, territory.name)
        assert fits(button)
        assert read_press(button.value) == Press(Verb.TERRITORY, f"{kind}/200067361")


@pytest.mark.parametrize("action", Action)
def test_every_action_fits_behind_a_button(action: Action) -> None:
    assert fits(buttons.button(action, Verb.GOAL, action))


def test_the_buttons_of_every_answer_can_be_read_back() -> None:
    for button in (*buttons.FEEDBACK, buttons.OTHER):
        assert fits(button)
        assert read_press(button.value)


def test_help_stands_for_the_action_of_that_name() -> None:
    assert read_press(buttons.HELP) == Press(Verb.GOAL, Action.HELP)


def test_every_card_and_section_of_the_knowledge_fits_behind_a_button(
    knowledge: Knowledge,
) -> None:
    assert knowledge.cards
    for card in knowledge.cards.values():
        for verb in (Verb.CARD, Verb.MORE, Verb.SOURCES, Verb.PLAIN, Verb.FULL):
            assert fits(buttons.button(card.title, verb, card.id)), card.id
        for section in card.sections:
            assert fits(buttons.section_button(card, section)), (card.id, section.id)
