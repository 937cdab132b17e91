"""What must hold between a card and the rest: each kind of problem is found and located."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from bot.domain.card import MIN_QUESTIONS, Card, Status
from bot.domain.card_checks import find_card_problems
from bot.domain.knowledge import Knowledge
from bot.domain.problems import Level, Problem
from bot.domain.structures import FRESH
from tests.domain.contents import SOURCE, draft, published
from tests.domain.test_checks import CARDS, fablab, knowledge, scic

TODAY = date(2026, 11, 25)


def found(
    cards: Mapping[str, Card], today: date = TODAY, known: Knowledge | None = None
) -> list[Problem]:
    return list(find_card_problems(known or knowledge({**CARDS, **cards}), today))


@pytest.mark.parametrize(
    ("field", "used", "path"),
    [
        ("theme", "ailleurs", ("theme",)),
        ("related", ["scic", "atelier", "ailleurs"], ("related", 2)),
        ("contacts", ["ailleurs"], ("contacts", 0)),
        ("contact_kinds", ["reseau", "ailleurs"], ("contact_kinds", 1)),
        ("place_kinds", ["ailleurs"], ("place_kinds", 0)),
    ],
)
def test_a_card_names_only_what_exists(
    field: str, used: object, path: tuple[str | int, ...]
) -> None:
    [problem] = found({"fablab": fablab(**{field: used})})
    assert problem.message == f"`{field}` : « ailleurs » n'existe pas"
    assert (problem.file, problem.level, problem.path) == ("cards/fablab.yml", Level.ERROR, path)


def test_a_kind_of_place_is_no_kind_of_contact() -> None:
    card = fablab(contact_kinds=["fablab"], place_kinds=["reseau"])
    assert len(found({"fablab": card})) == 2


@pytest.mark.parametrize("status", [Status.DRAFT, Status.TO_REVIEW])
def test_a_card_needs_enough_questions(status: Status) -> None:
    [problem] = found({"atelier": draft(id="atelier", status=status, questions=["un", "deux"])})
    assert problem.message == f"2 questions : en écrire au moins {MIN_QUESTIONS}"
    assert problem.path == ("questions",)


def test_an_archived_card_needs_nothing() -> None:
    assert found({"atelier": draft(id="atelier", status=Status.ARCHIVED, questions=[])}) == []


def test_a_published_card_past_its_date_is_a_warning_from_the_day_after() -> None:
    last = date(2026, 11, 30)
    cards = {"fablab": fablab(review_by=last)}
    assert found(cards, last) == []
    [problem] = found(cards, last + timedelta(days=1))
    assert (problem.message, problem.level) == (
        "à revoir depuis le 30 novembre 2026",
        Level.WARNING,
    )


def test_a_card_to_which_no_other_leads_is_a_warning() -> None:
    [problem] = found({"scic": scic(related=["atelier"])})
    assert "aucune autre fiche n'y mène" in problem.message
    assert (problem.file, problem.level) == ("cards/fablab.yml", Level.WARNING)


@pytest.mark.parametrize("related", [[], ["scic"], ["scic", "fablab"], ["scic", "scic"]])
def test_a_published_card_leads_to_two_others(related: list[str]) -> None:
    [problem] = found({"fablab": published(related=related)})
    assert problem.message == "`related` : au moins 2 fiches voisines"


def test_a_source_read_long_ago_is_a_warning_and_one_read_tomorrow_an_error() -> None:
    old, next_day = TODAY - FRESH - timedelta(days=1), TODAY + timedelta(days=1)
    for read_on, level in ((TODAY - FRESH, None), (old, Level.WARNING), (next_day, Level.ERROR)):
        card = fablab(sources=[{**SOURCE, "read_on": read_on}])
        problems = found({"fablab": card})
        assert [it.level for it in problems] == ([level] if level else []), read_on
        assert all(it.path == ("sources", 0, "read_on") for it in problems)
