"""What must hold between files: each kind of problem is found, told and located."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from bot.domain.card import MIN_QUESTIONS, Card, Status
from bot.domain.checks import find_problems
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Cues, Kind, Kinds, Theme
from bot.domain.problems import Level, Problem
from bot.domain.structures import FRESH
from bot.domain.training import Example
from tests.domain.contents import contact, draft, place, published

TODAY = date(2026, 11, 25)


def scic(*more: str, **changes: object) -> Card:
    """A second card, about something else."""
    questions = [*(f"scic {number}" for number in range(8)), *more]
    return draft(**{"id": "scic", "title": "La Scic", "questions": questions, **changes})


CARDS = {"fablab": published(), "scic": scic()}
NETWORK, SHOP = (Kind(id=id_, label=id_, plural=id_) for id_ in ("reseau", "fablab"))


def knowledge(
    cards: Mapping[str, Card] = CARDS, *, cues: Cues | None = None, checked: date = TODAY
) -> Knowledge:
    return Knowledge(
        cards=cards,
        contacts={"reseau": contact(date_maj=checked)},
        places={"ruche": place(date_maj=checked)},
        themes=(Theme(id="lieux", label="Les lieux"),),
        kinds=Kinds(contacts=(NETWORK,), places=(SHOP,)),
        cues=cues or Cues(),
    )


def found(checked: Knowledge, *phrases: Example, today: date = TODAY) -> tuple[Problem, ...]:
    return find_problems(checked, phrases, today)


def error(file: str, message: str) -> tuple[Problem]:
    return (Problem(file, 0, Level.ERROR, message),)


def test_what_holds_together_has_no_problem() -> None:
    assert found(knowledge(), Example("merci", "remercier")) == ()


@pytest.mark.parametrize(
    ("field", "unknown"),
    [
        ("theme", "ailleurs"),
        ("related", ["scic", "ailleurs"]),
        ("contacts", ["ailleurs"]),
        ("contact_kinds", ["reseau", "ailleurs"]),
        ("place_kinds", ["ailleurs"]),
    ],
)
def test_a_card_names_only_what_exists(field: str, unknown: object) -> None:
    cards = {**CARDS, "fablab": published(**{field: unknown})}
    assert found(knowledge(cards)) == error(
        "cards/fablab.yml", f"`{field}` : « ailleurs » n'existe pas"
    )


def test_a_kind_of_place_is_no_kind_of_contact() -> None:
    cards = {**CARDS, "fablab": published(contact_kinds=["fablab"], place_kinds=["reseau"])}
    assert len(found(knowledge(cards))) == 2


@pytest.mark.parametrize("status", [Status.DRAFT, Status.TO_REVIEW])
def test_a_card_needs_enough_questions(status: Status) -> None:
    cards = {"fablab": draft(status=status, questions=["un", "deux"])}
    assert found(knowledge(cards)) == error(
        "cards/fablab.yml", f"2 questions : en écrire au moins {MIN_QUESTIONS}"
    )


def test_an_archived_card_needs_no_question() -> None:
    assert found(knowledge({"fablab": draft(status=Status.ARCHIVED, questions=[])})) == ()


def test_a_published_card_past_its_date_is_a_warning_from_the_day_after() -> None:
    last = date(2026, 11, 30)
    cards = {"fablab": published(review_by=last)}
    assert found(knowledge(cards), today=last) == ()
    (problem,) = found(knowledge(cards), today=last + timedelta(days=1))
    assert problem == Problem("cards/fablab.yml", 0, Level.WARNING, "à revoir depuis le 2026-11-30")


def test_the_same_question_on_two_cards_is_told_on_the_second() -> None:
    twin = scic("Où  trouver un FABLAB ?")
    own = published(questions=[*(f"fablab {n}" for n in range(8)), "ou trouver un fablab"])
    assert found(knowledge({"fablab": own, "scic": twin})) == error(
        "cards/scic.yml", "la phrase « Où  trouver un FABLAB ? » est aussi dans « fablab »"
    )


def test_a_question_of_a_card_is_no_phrase_of_an_action() -> None:
    assert found(knowledge(), Example("Scic 1 !", "remercier")) == error(
        "nlu/data/remercier.yml", "la phrase « Scic 1 ! » est aussi dans « scic »"
    )


def test_the_same_question_twice_on_a_card_confuses_nobody() -> None:
    questions = ["fablab ?", *(f"fablab {n}" for n in range(8)), "Fablab"]
    assert found(knowledge({"fablab": published(questions=questions)})) == ()


def test_an_archived_card_takes_no_question_from_another() -> None:
    cards = {"a": draft(id="a", status=Status.ARCHIVED), "fablab": published()}
    assert found(knowledge(cards)) == ()


def test_a_contact_or_a_place_of_an_unknown_kind_is_an_error() -> None:
    known = knowledge()
    broken = Knowledge(
        cards=known.cards, themes=known.themes, contacts=known.contacts, places=known.places
    )
    assert found(broken) == (
        *error("contacts/reseau.yml", "`kinds` : « reseau » n'existe pas"),
        *error("places/ruche.yml", "`kinds` : « fablab » n'existe pas"),
    )


def test_a_contact_or_a_place_not_checked_for_long_is_a_warning() -> None:
    assert found(knowledge(checked=TODAY - FRESH)) == ()
    problems = found(knowledge(checked=date(2025, 1, 2)))
    assert [(problem.file, problem.level) for problem in problems] == [
        ("contacts/reseau.yml", Level.WARNING),
        ("places/ruche.yml", Level.WARNING),
    ]
    assert {problem.message for problem in problems} == {"vérifié le 2025-01-02 : à revoir"}


@pytest.mark.parametrize(
    "cues",
    [
        {"human_kinds": ["reseau", "ailleurs"]},
        {"partner_kinds": ["ailleurs"]},
        {"roles": [{"id": "mairie", "words": ["maire"], "contact_kinds": ["ailleurs"]}]},
    ],
)
def test_cues_send_only_to_kinds_that_exist(cues: dict[str, object]) -> None:
    checked = knowledge(cues=Cues.model_validate(cues))
    assert found(checked) == error("cues.yml", "sorte de contact inconnue : « ailleurs »")


def test_cues_name_only_cards_that_exist() -> None:
    checked = knowledge(cues=Cues(diagnosis_cards=("fablab", "ailleurs")))
    assert found(checked) == error("cues.yml", "fiche inconnue : « ailleurs »")


def test_first_ideas_open_only_what_exists() -> None:
    ideas = [
        {"label": "Un lieu ?", "opens": opens}
        for opens in ("fablab", "chercher-tiers-lieu", "ailleurs")
    ]
    checked = knowledge(cues=Cues.model_validate({"suggestions": ideas}))
    assert found(checked) == error("cues.yml", "`suggestions` : « ailleurs » n'existe pas")


def test_every_problem_is_told_file_by_file() -> None:
    cards = {"scic": scic(questions=[]), "fablab": published(theme="ailleurs")}
    problems = found(knowledge(cards, cues=Cues(diagnosis_cards=("ailleurs",))))
    assert [problem.file for problem in problems] == [
        "cards/fablab.yml",
        "cards/scic.yml",
        "cues.yml",
    ]
