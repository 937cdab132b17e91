from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from bot.adapters.gazetteer import FrenchGazetteer
from bot.channels.ask.plain import plain
from bot.domain.actions import Action
from bot.domain.buttons import Press, Verb, button
from bot.domain.dialogue.cards import give_card
from bot.domain.dialogue.presses import answer_press
from bot.domain.dialogue.scene import Scene
from bot.domain.replies import MAX_BUTTONS, MAX_REPLY, Answer, Question
from bot.domain.territory import TerritoryKind
from tests.domain.dialogue.conversation import Conversation

PLACES = (None, "46102", "13055", "97411")
DAYS = (date(2026, 11, 25), date(2036, 1, 1))


@pytest.mark.parametrize(
    ("place", "day", "simple"), list(product(PLACES, DAYS, (False, True))), ids=str
)
def test_a_first_reply_is_short_whatever_the_card_the_place_and_the_day(
    scene: Scene, gazetteer: FrenchGazetteer, place: str | None, day: date, *, simple: bool
) -> None:
    territory = gazetteer.find(TerritoryKind.COMMUNE, place) if place else None
    there = replace(scene.session, territory=territory, plain=simple)
    then = replace(scene, session=there, today=day)
    for card in scene.knowledge.published.values():
        [reply] = give_card(then, card).outcome.replies
        assert isinstance(reply, Answer)
        assert len(plain(reply)) <= MAX_REPLY, card.id
        assert len(reply.buttons) <= MAX_BUTTONS, card.id
        assert reply.text, card.id
        assert reply.next_step, card.id


def test_every_card_names_its_source_its_date_and_somebody(scene: Scene) -> None:
    for card in scene.knowledge.published.values():
        [reply] = give_card(scene, card).outcome.replies
        assert isinstance(reply, Answer)
        assert reply.citation, card.id
        assert reply.citation.url in {source.url for source in card.sources}, card.id
        assert reply.tip, card.id


def test_a_card_is_followed_by_its_exact_section(talk: Conversation) -> None:
    talk.say("comment animer la co-construction ?", "coconstruction-animer")
    cost = talk.say("et combien ça coûte ?")
    assert (cost.goal, cost.section) == ("coconstruction-animer", "duree-budget")


def test_a_facet_in_the_first_question_gets_its_section_at_once(talk: Conversation) -> None:
    found = talk.say("combien coûte une co-construction ?", "coconstruction-animer")
    assert found.section == "duree-budget"


def test_a_long_story_is_not_taken_for_a_follow_up(talk: Conversation) -> None:
    talk.say("la co-construction", "coconstruction-animer")
    story = "on voudrait créer un café dans l'ancienne école mais combien de gens viendraient"
    assert talk.say(story, "tiers-lieu-creer").goal == "tiers-lieu-creer"


def test_a_sure_other_subject_leaves_the_card(talk: Conversation) -> None:
    talk.say("la co-construction", "coconstruction-animer")
    other = talk.say("combien de mécénat puis-je déduire ?", "mecenat-fiscalite")
    assert other.goal == "mecenat-fiscalite"


def test_a_card_that_says_nothing_of_a_facet_admits_it_and_names_somebody(
    talk: Conversation,
) -> None:
    card = talk.scene.knowledge.published["exemple-mobilite"]
    answered = {facet for section in card.sections for facet in section.answers}
    assert "qui décide" not in answered
    talk.say("la mobilité", card.id)
    admitted = talk.say("qui décide ?")
    assert admitted.goal == card.id
    assert card.title in plain(admitted.replies[0])


@pytest.mark.parametrize("asked", ["En plus simple", "plus simple svp", "j'ai pas compris"])
def test_plain_french_is_asked_in_words_and_remembered(talk: Conversation, asked: str) -> None:
    talk.say("c'est quoi un tiers-lieu", "tiers-lieu-definition")
    card = talk.scene.knowledge.published["tiers-lieu-definition"]
    [simple] = talk.say(asked).replies
    assert isinstance(simple, Answer)
    assert card.simple
    assert card.simple.startswith(simple.text[:40])
    [other] = talk.say("comment mobiliser les habitants", "mobiliser-habitants").replies
    assert isinstance(other, Answer)
    assert (talk.scene.knowledge.published["mobiliser-habitants"].simple or "")[:40] == other.text[
        :40
    ]


def test_sources_are_asked_in_words(talk: Conversation) -> None:
    talk.say("c'est quoi un tiers-lieu", "tiers-lieu-definition")
    card = talk.scene.knowledge.published["tiers-lieu-definition"]
    assert talk.say("tes sources ?").sources == tuple(source.url for source in card.sources)


def test_every_page_of_a_card_leads_back_to_it(scene: Scene) -> None:
    for card in scene.knowledge.published.values():
        parts = [Press(Verb.PART, f"{card.id}/{section.id}") for section in card.sections]
        for press in (*parts, Press(Verb.MORE, card.id), Press(Verb.SOURCES, card.id)):
            [reply] = answer_press(scene, press).outcome.replies
            assert button("Retour à la fiche", Verb.BACK, card.id) in reply.buttons, press
            assert isinstance(reply, Question) or len(reply.buttons) <= MAX_BUTTONS, press


def test_a_draft_is_admitted_and_is_out_of_scope(drafting: Conversation) -> None:
    draft = next(card for card in drafting.scene.knowledge.cards.values() if not card.is_published)
    admitted = drafting.say("une question là-dessus", draft.id)
    assert admitted.goal == Action.OUT_OF_SCOPE
    assert "pas encore" in plain(admitted.replies[0])
    assert admitted.sources == ()


def test_a_stale_card_says_so_first(scene: Scene) -> None:
    later = replace(scene, today=date(2036, 1, 1))
    card = scene.knowledge.published["coconstruction-animer"]
    [reply] = give_card(later, card).outcome.replies
    assert isinstance(reply, Answer)
    assert "revue" in reply.notices[0]


def test_a_closed_scheme_says_so_first(scene: Scene) -> None:
    card = scene.knowledge.published["tiers-lieu-financer"].model_copy(
        update={"closed_on": date(2025, 12, 31)}
    )
    [reply] = give_card(scene, card).outcome.replies
    assert isinstance(reply, Answer)
    assert "31 décembre 2025" in reply.notices[0]
