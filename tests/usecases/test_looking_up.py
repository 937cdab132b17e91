"""Which cards a few words find, typed letter by letter in any chat; danger comes first."""

from dataclasses import replace

import pytest

from bot.domain.card import Card, Status
from bot.domain.finds import Finds
from bot.domain.lists import Cues, Suggestion
from bot.usecases.looking_up import MAX_TEXT, MOST, LookingUp
from tests.fakes import FakeKnowledge, FakeRanker, ranked
from tests.usecases.sample import FABLAB
from tests.usecases.village import KNOWN, cards, places


def card(number: int) -> Card:
    return FABLAB.model_copy(update={"id": f"fiche-{number}", "title": f"La fiche {number}"})


async def test_a_subject_finds_its_card(looking_up: LookingUp) -> None:
    assert await looking_up.look_up("ouvrir un fablab") == Finds((FABLAB,))


@pytest.mark.parametrize("text", ["", "  ", "f", "é", "?!", "🙂🙂🙂", "<b>", "x" * (MAX_TEXT + 1)])
async def test_nothing_to_look_up_gives_the_first_ideas_and_asks_no_model(
    looking_up: LookingUp, model: FakeRanker, text: str
) -> None:
    assert await looking_up.look_up(text) == Finds((FABLAB,))
    assert model.heard == []


async def test_a_text_of_the_greatest_length_is_looked_up(
    looking_up: LookingUp, model: FakeRanker
) -> None:
    await looking_up.look_up("fablab".ljust(MAX_TEXT, "x"))
    assert len(model.heard) == 1


async def test_the_first_ideas_are_published_cards_each_once(
    looking_up: LookingUp, shelf: FakeKnowledge
) -> None:
    opened = ("coworking", "fablab", "chercher-tiers-lieu", "fablab", "inconnue")
    ideas = tuple(Suggestion(label="Une idée", opens=it) for it in opened)
    shelf.held = replace(KNOWN, cues=Cues(suggestions=ideas))
    assert cards(await looking_up.look_up("")) == ["fablab"]


async def test_a_draft_is_never_found(looking_up: LookingUp) -> None:
    assert await looking_up.look_up("ouvrir un coworking") == Finds()


async def test_an_archived_card_is_not_found(looking_up: LookingUp, shelf: FakeKnowledge) -> None:
    archived = FABLAB.model_copy(update={"status": Status.ARCHIVED})
    shelf.held = replace(KNOWN, cards={"fablab": archived})
    assert cards(await looking_up.look_up("ouvrir un fablab")) == []


async def test_the_likeliest_cards_come_first_and_five_at_most(
    looking_up: LookingUp, model: FakeRanker, shelf: FakeKnowledge
) -> None:
    known = [card(number) for number in range(MOST + 2)]
    shelf.held = replace(KNOWN, cards={it.id: it for it in known})
    model.table = {"fiche": ranked(**{f"fiche_{n}": 0.2 - n / 100 for n in range(MOST + 2)})}
    finds = await looking_up.look_up("une fiche")
    assert cards(finds) == [f"fiche-{number}" for number in range(MOST)]


async def test_an_unlikely_card_is_not_found(looking_up: LookingUp, model: FakeRanker) -> None:
    model.table = {"tarte": ranked(hors_sujet=0.6, fablab=0.001)}
    assert await looking_up.look_up("une tarte") == Finds()


async def test_what_is_surely_not_ours_finds_no_card(
    looking_up: LookingUp, model: FakeRanker
) -> None:
    model.table = {"tarte": ranked(hors_sujet=0.9, fablab=0.05)}
    assert await looking_up.look_up("une tarte") == Finds()


@pytest.mark.parametrize("text", ["je veux mourir à Figeac", "MOURIR", "<mourir>", "mourir" * 50])
async def test_danger_finds_the_emergency_numbers_alone_at_once(
    looking_up: LookingUp, model: FakeRanker, text: str
) -> None:
    finds = await looking_up.look_up(text)
    assert finds.danger
    assert [it.number for it in finds.danger.numbers] == ["3114", "112"]
    assert finds == Finds(danger=finds.danger)
    assert model.heard == []


async def test_danger_that_only_the_model_hears_finds_the_emergency_numbers(
    looking_up: LookingUp,
) -> None:
    finds = await looking_up.look_up("tout va mal")
    assert finds.danger
    assert [it.number for it in finds.danger.numbers] == ["112"]
    assert finds == Finds(danger=finds.danger)


async def test_danger_that_is_hardly_likely_is_no_alert(
    looking_up: LookingUp, model: FakeRanker
) -> None:
    model.table = {"urgent": ranked(urgence=0.3, fablab=0.25, coworking=0.25)}
    finds = await looking_up.look_up("c'est urgent")
    assert finds.danger is None
    assert cards(finds) == ["fablab"]


async def test_without_the_model_keywords_find_the_card(
    looking_up: LookingUp, model: FakeRanker
) -> None:
    model.away = True
    finds = await looking_up.look_up("fablab Figeac")
    assert (cards(finds), places(finds)) == (["fablab"], ["atelier"])


async def test_each_voice_is_asked_once_with_places_masked(
    looking_up: LookingUp, model: FakeRanker, keywords: FakeRanker
) -> None:
    await looking_up.look_up("  un   fablab à Figeac\u202e ")
    assert model.heard == keywords.heard == ["un fablab a villeneuve"]
