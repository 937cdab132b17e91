import pytest

from bot.channels.ask.plain import plain
from bot.domain.actions import Action
from bot.domain.buttons import Verb
from bot.domain.replies import Found
from bot.domain.understanding import Verdict
from tests.domain.dialogue.conversation import Conversation


def test_a_search_without_a_place_asks_for_one_then_goes_on_there(talk: Conversation) -> None:
    asked = talk.say("où trouver un coworking ?", Action.FIND_PLACE)
    assert asked.goal == Action.FIND_PLACE
    assert not asked.results
    found = talk.say("Rodez")
    assert found.goal == Action.FIND_PLACE
    assert found.territory
    assert found.territory.name == "Rodez"
    assert found.results


def test_places_are_given_nearest_first(talk: Conversation) -> None:
    found = talk.say("un tiers-lieu à Cahors", Action.FIND_PLACE)
    distances = [item.distance_km or 0.0 for item in found.results]
    assert distances == sorted(distances)
    assert distances[0] < 100


def test_places_around_a_departement_are_near_it(talk: Conversation) -> None:
    found = talk.say("un tiers-lieu dans le Lot", Action.FIND_PLACE)
    assert all((item.distance_km or 0.0) < 150 for item in found.results)
    assert "dans le Lot" in plain(found.replies[0])


def test_the_rest_of_a_list_comes_on_request_until_there_is_none(talk: Conversation) -> None:
    seen = [item.id for item in talk.say("fablab en Bretagne", Action.FIND_PLACE).results]
    while more := talk.say("d'autres").results:
        seen += [item.id for item in more]
    assert len(seen) == len(set(seen))
    assert "rien d'autre" in plain(talk.say("d'autres").replies[0])


def test_a_place_named_alone_does_the_search_again_there(talk: Conversation) -> None:
    talk.say("un tiers-lieu à Cahors", Action.FIND_PLACE)
    moved = talk.say("et à Lille ?")
    assert moved.goal == Action.FIND_PLACE
    assert moved.territory
    assert moved.territory.name == "Lille"


def test_a_place_alone_at_first_is_noted(talk: Conversation) -> None:
    noted = talk.say("je suis à Figeac")
    assert noted.goal == Action.TELL_TERRITORY
    assert "à Figeac" in plain(noted.replies[0])


def test_homonyms_are_asked_about_with_what_tells_them_apart(talk: Conversation) -> None:
    asked = talk.say("un tiers-lieu à Saint-Denis", Action.FIND_PLACE)
    assert len(asked.territory_choices) > 1
    labels = [button.label for reply in asked.replies for button in reply.buttons]
    assert any("974" in label for label in labels)
    assert any("93" in label for label in labels)
    chosen = next(
        button.value
        for reply in asked.replies
        for button in reply.buttons
        if button.value.startswith(f"{Verb.TERRITORY}:") and "(93" in button.label
    )
    assert chosen == "territory:commune/93066"


def test_the_communes_of_a_postcode_are_not_called_homonyms(talk: Conversation) -> None:
    asked = talk.say("46100")
    assert {choice.name for choice in asked.territory_choices} >= {"Figeac", "Faycelles"}
    assert "« Figeac »" not in plain(asked.replies[0])


def test_whom_to_call_is_the_nearest_first_and_the_reach_is_said(talk: Conversation) -> None:
    near = talk.say("qui appeler en Auvergne-Rhône-Alpes ?", Action.FIND_CONTACT)
    first = talk.scene.knowledge.contacts[near.results[0].id]
    assert first.coverage.level != "national"
    [found] = near.replies
    assert isinstance(found, Found)
    assert found.text.startswith("À qui vous adresser en Auvergne-Rhône-Alpes")


def test_only_national_contacts_are_said_to_be_so(talk: Conversation) -> None:
    far = talk.say("un contact pour le mécénat à Figeac", Action.FIND_CONTACT)
    known = talk.scene.knowledge.contacts
    levels = {known[item.id].coverage.level for item in far.results if item.id in known}
    assert levels == {"national"}
    assert [item.id for item in far.results if item.id not in known] == ["mairie-46102"]
    assert far.results[-1].id == "mairie-46102"
    assert "partout en France" in plain(far.replies[0])


def test_whom_to_call_in_a_named_place_is_a_search_for_the_card_being_read(
    talk: Conversation,
) -> None:
    talk.say("créer un tiers-lieu", "tiers-lieu-creer")
    found = talk.say("qui peut m'aider à Rennes ?")
    assert found.goal == Action.FIND_CONTACT
    assert "bretagne-tiers-lieux" in {item.id for item in found.results}


def test_everywhere_is_one_press(talk: Conversation) -> None:
    talk.say("où trouver un coworking ?", Action.FIND_PLACE)
    assert talk.press("anywhere:").results


def test_a_place_asked_for_and_not_understood_is_asked_again(talk: Conversation) -> None:
    talk.say("où trouver un coworking ?", Action.FIND_PLACE)
    again = talk.say("zblorg", "hors-sujet", verdict=Verdict.UNKNOWN)
    assert again.goal == Action.FIND_PLACE
    assert "reconnais pas" in plain(again.replies[0])


@pytest.mark.parametrize(
    "answer", ["7 rue de Paris 46100 Figeac", "Figeac, dans la zone artisanale près du rond-point"]
)
def test_a_place_asked_for_is_found_among_other_words(talk: Conversation, answer: str) -> None:
    talk.say("un fablab", Action.FIND_PLACE)
    found = talk.say(answer, "hors-sujet", verdict=Verdict.UNKNOWN)
    assert found.goal == Action.FIND_PLACE
    assert found.territory
    assert found.territory.code == "46102"
    assert found.results


@pytest.mark.parametrize("asked", ["Alès ou Nîmes", "46100"])
def test_yes_to_a_list_chooses_none_of_it(talk: Conversation, asked: str) -> None:
    talk.say(f"un fablab à {asked}", Action.FIND_PLACE)
    assert talk.say("oui", Action.AGREE).territory is None


def test_nothing_nearer_is_said_where_nothing_is_known(talk: Conversation) -> None:
    talk.say("à qui m'adresser à Nouméa ?", Action.FIND_CONTACT)
    again = plain(talk.say("plus près", Action.FIND_CONTACT).replies[0])
    assert again == talk.scene.say.nothing_nearer


def test_whom_to_call_is_told_by_the_subject_when_no_kind_is_named(talk: Conversation) -> None:
    found = talk.say("qui appeler à Rennes ?", Action.FIND_CONTACT, "detr-dsil")
    assert found.results[0].id.startswith("prefecture-")
    other = talk.say("qui appeler à Rennes ?", Action.FIND_CONTACT, "fablab")
    assert other.results[0].id == "bretagne-tiers-lieux"
