"""What is due for review: whose it is, when, and why."""

from datetime import date, timedelta

from bot.domain.freshness import DIRECTORY, Due, due
from bot.domain.knowledge import Knowledge
from bot.domain.structures import FRESH
from tests.domain.contents import SOURCE, contact, draft, place, published

TODAY = date(2026, 11, 25)
SOON = timedelta(days=60)


def found(knowledge: Knowledge) -> tuple[Due, ...]:
    return due(knowledge, TODAY, SOON)


def cards(**changes: object) -> Knowledge:
    return Knowledge(cards={"fablab": published(**changes)})


def test_nothing_fresh_is_due() -> None:
    checked = Knowledge(
        cards={"fablab": published(review_by="2027-11-01")},
        contacts={"reseau": contact(date_maj=TODAY)},
        places={"ruche": place(date_maj=TODAY)},
    )
    assert found(checked) == ()


def test_a_card_is_due_from_sixty_days_before_its_date() -> None:
    assert found(cards(review_by=TODAY + SOON + timedelta(days=1))) == ()
    [it] = found(cards(review_by=TODAY + SOON))
    assert it == Due(
        owner="la personne chargée des lieux",
        on=TODAY + SOON,
        file="cards/fablab.yml",
        title="Ouvrir un fablab",
        reason="à revoir avant le 24 janvier 2027",
    )


def test_a_draft_is_not_due() -> None:
    assert found(Knowledge(cards={"fablab": draft()})) == ()


def test_a_source_read_long_ago_is_due_even_on_a_card_that_is_not() -> None:
    [it] = found(cards(sources=[{**SOURCE, "read_on": "2025-01-01"}]))
    assert (it.reason, it.on) == ("source s1 lue le 1er janvier 2025", date(2025, 1, 1) + FRESH)


def test_a_closed_scheme_is_due_since_its_end() -> None:
    [it] = found(cards(closed_on="2026-06-30"))
    assert it.on == date(2026, 6, 30)
    assert "clos le 30 juin 2026" in it.reason


def test_contacts_and_places_are_due_eighteen_months_after_their_check() -> None:
    old = TODAY - FRESH + SOON
    checked = Knowledge(
        contacts={"reseau": contact(date_maj=old)}, places={"ruche": place(date_maj=old)}
    )
    assert [(it.owner, it.file) for it in found(checked)] == [
        (DIRECTORY, "contacts/reseau.yml"),
        (DIRECTORY, "places/ruche.yml"),
    ]


def test_what_is_due_is_told_by_owner_then_date() -> None:
    checked = Knowledge(
        cards={
            "a": published(id="a", owner="zoé", review_by="2026-11-02"),
            "b": published(id="b", owner="zoé", review_by="2026-11-03"),
            "c": published(id="c", owner="adèle", review_by="2026-11-04"),
        }
    )
    assert [it.file for it in found(checked)] == ["cards/c.yml", "cards/a.yml", "cards/b.yml"]
