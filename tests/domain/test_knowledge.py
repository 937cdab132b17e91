import pytest

from bot.domain.card import Status
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Kind, Kinds
from tests.domain.contents import draft, published

HALL = Kind(id="mairie", label="une mairie", plural="mairies")
SHOP = Kind(id="fablab", label="un fablab", plural="fablabs")


@pytest.mark.parametrize("status", [Status.DRAFT, Status.TO_REVIEW, Status.ARCHIVED])
def test_readers_see_published_cards_only(status: Status) -> None:
    cards = {"a": published(id="a"), "b": draft(id="b", status=status)}
    assert list(Knowledge(cards=cards).published) == ["a"]


def test_kinds_of_contacts_and_of_places_are_not_confused() -> None:
    knowledge = Knowledge(kinds=Kinds(contacts=(HALL,), places=(SHOP,)))
    assert dict(knowledge.contact_kinds) == {"mairie": HALL}
    assert dict(knowledge.place_kinds) == {"fablab": SHOP}


def test_no_knowledge_at_all_still_has_words_to_say_it() -> None:
    knowledge = Knowledge()
    assert not knowledge.published
    assert knowledge.wording.not_understood
