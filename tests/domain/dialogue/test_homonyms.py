"""Which of several places is meant: asked, answered in words, said aloud when it was taken."""

import pytest

from bot.channels.ask.plain import plain
from bot.domain.actions import Action
from bot.domain.buttons import MAX_LABEL
from bot.domain.dialogue.homonyms import MAX_HOMONYMS, told, told_apart
from bot.domain.exchange import Outcome
from bot.domain.territory import Territory, TerritoryKind
from tests.domain.dialogue.conversation import Conversation
from tests.domain.dialogue.shown import labels, said

COMMUNE, EPCI, DEPARTEMENT, REGION, LAND = TerritoryKind
SEARCH = ("un tiers-lieu", Action.FIND_PLACE)


def code_of(outcome: Outcome) -> str | None:
    return outcome.territory.code if outcome.territory else None


def named(name: str, code: str, departement: str = "46") -> Territory:
    return Territory(COMMUNE, code, name, departements=(departement,), regions=("76",))


def test_with_many_homonyms_the_largest_are_buttons_and_their_number_is_said(
    talk: Conversation,
) -> None:
    asked = talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    assert len(asked.territory_choices) == 12
    assert len(labels(asked)) == MAX_HOMONYMS + 1
    assert labels(asked)[-1] == "Autre chose"
    assert "Il y en a 12" in said(asked)
    assert "dites le département" in said(asked)


def test_with_few_homonyms_no_number_is_said(talk: Conversation) -> None:
    asked = talk.say("un tiers-lieu à Saint-Denis", Action.FIND_PLACE)
    assert said(asked) == "Il y a plusieurs « Saint-Denis ». Laquelle ?"
    assert len(labels(asked)) == len(asked.territory_choices) + 1


@pytest.mark.parametrize(
    "answer",
    [
        *("celle du lot", "celle du Lot", "46", "dans le 46", "le Lot", "dans le Lot"),
        *("en Occitanie", "Quercy", "46120", "Sainte-Colombe dans le Lot", "Sainte-Colombe 46"),
    ],
)
def test_a_homonym_is_chosen_by_saying_where_it_is(talk: Conversation, answer: str) -> None:
    talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    found = talk.say(answer)
    assert (found.goal, code_of(found)) == (Action.FIND_PLACE, "46260")
    assert found.results


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        *(("2", "93066"), ("la deuxième", "93066"), ("la plus grande", "97411")),
        *(("près d'Alès", "30247"), ("à côté de Nîmes", "30247")),
    ],
)
def test_a_homonym_is_chosen_by_its_rank_its_size_or_what_is_beside_it(
    talk: Conversation, answer: str, code: str
) -> None:
    asked = talk.say("un tiers-lieu à Saint-Denis", Action.FIND_PLACE)
    assert asked.territory_choices[1].code == "93066"
    assert code_of(talk.say(answer)) == code


def test_a_rank_is_not_a_departement(talk: Conversation) -> None:
    asked = talk.say("un tiers-lieu à Alaincourt", Action.FIND_PLACE)
    assert [place.departements for place in asked.territory_choices] == [("02",), ("70",)]
    assert code_of(talk.say("2")) == asked.territory_choices[1].code


def test_another_town_than_those_asked_about_is_another_town(talk: Conversation) -> None:
    talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    assert code_of(talk.say("à Figeac")) == "46102"


def test_a_homonym_beyond_the_buttons_is_chosen_too(talk: Conversation) -> None:
    asked = talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    offered = {choice.code for choice in asked.territory_choices[:MAX_HOMONYMS]}
    assert "46260" not in offered
    assert code_of(talk.say("46")) == "46260"


def test_a_departement_where_there_is_none_is_that_departement(talk: Conversation) -> None:
    talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    found = talk.say("dans le Finistère")
    assert found.territory
    assert (found.territory.kind, found.territory.code) == (DEPARTEMENT, "29")


def test_the_choices_are_kept_until_the_next_message_only(talk: Conversation) -> None:
    asked = talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    assert talk.scene.session.choices == asked.territory_choices
    talk.say("merci", Action.THANK)
    assert talk.scene.session.choices == ()
    found = talk.say("46")
    assert found.territory
    assert (found.territory.kind, found.territory.code) == (DEPARTEMENT, "46")


def test_the_place_chosen_is_forgotten_as_a_choice(talk: Conversation) -> None:
    talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    talk.say("46")
    assert talk.scene.session.choices == ()
    assert talk.scene.session.pending is None


def test_yes_to_several_homonyms_chooses_none(talk: Conversation) -> None:
    talk.say("un tiers-lieu à Sainte-Colombe", Action.FIND_PLACE)
    assert talk.say("oui", Action.AGREE).territory is None


def test_one_of_two_towns_is_asked_about_then_named(talk: Conversation) -> None:
    asked = talk.say("un tiers-lieu à Alès ou Nîmes", Action.FIND_PLACE)
    assert said(asked) == "Plusieurs lieux répondent à cela. Lequel ?"
    assert [label.partition(" ")[0] for label in labels(asked)] == ["Alès", "Nîmes", "Autre"]
    found = talk.say("Nîmes")
    assert (found.goal, code_of(found)) == (Action.FIND_PLACE, "30189")


def test_two_towns_alone_are_asked_about_before_anything_is_noted(talk: Conversation) -> None:
    asked = talk.say("Alès ou Nîmes")
    assert (asked.goal, asked.territory) == (Action.TELL_TERRITORY, None)
    assert code_of(talk.say("Alès")) == "30007"


def test_a_town_ten_times_larger_is_taken_aloud_and_the_others_offered(
    talk: Conversation,
) -> None:
    found = talk.say("un tiers-lieu à Montreuil", Action.FIND_PLACE)
    assert code_of(found) == "93048"
    assert plain(found.replies[0]) == "Je comprends Montreuil (93)."
    assert [button.label[:18] for button in found.replies[0].buttons] == ["Plutôt Montreuil ("] * 2
    assert found.results


def test_a_town_that_was_merged_is_said_with_the_one_that_holds_it(talk: Conversation) -> None:
    found = talk.say("un tiers-lieu à Arbignieu", Action.FIND_PLACE)
    assert code_of(found) == "01015"
    sentence = "Arbignieu fait aujourd'hui partie d'Arboys en Bugey (01)."
    assert plain(found.replies[0]) == sentence


def test_a_town_called_by_its_name_is_not_said_again(talk: Conversation) -> None:
    found = talk.say("un tiers-lieu à Figeac", Action.FIND_PLACE)
    assert len(found.replies) == 1


@pytest.mark.parametrize(
    ("territory", "shown"),
    [
        (named("Sens", "89387", "89"), "Sens (89)"),
        (Territory(DEPARTEMENT, "25", "Doubs"), "Doubs (le département)"),
        (Territory(REGION, "94", "Corse"), "Corse (la région)"),
        (Territory(LAND, "quercy", "Quercy", departements=("46",)), "Quercy"),
        (Territory(EPCI, "1", "Plaine Commune", departements=("93",)), "Plaine Commune"),
    ],
)
def test_a_place_is_told_with_where_it_is(territory: Territory, shown: str) -> None:
    assert told(territory) == told_apart(territory) == shown


def test_a_town_is_told_apart_by_its_inhabitants() -> None:
    large = Territory(COMMUNE, "1", "Saint-Denis", departements=("974",), population=155_634)
    assert told_apart(large) == "Saint-Denis (974, 155 634 hab.)"
    assert len(told_apart(large)) <= MAX_LABEL
