"""What must hold between files: questions told apart, lists that name what exists."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.card import Card, Status
from bot.domain.checks import find_problems
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Cues, Kind, Kinds, Orientation, Theme
from bot.domain.problems import Level, Problem, unknown
from bot.domain.training import Example
from tests.domain.contents import contact, draft, place, published

TODAY = date(2026, 11, 25)


def scic(*more: str, **changes: object) -> Card:
    """A second card, about something else."""
    questions = [*(f"scic {number}" for number in range(8)), *more]
    related = {"related": ["fablab"]}
    return draft(**{"id": "scic", "title": "La Scic", "questions": questions, **related, **changes})


def fablab(**changes: object) -> Card:
    return published(**{"related": ["scic", "atelier"], **changes})


ATELIER = draft(id="atelier", title="L'atelier", questions=[f"atelier {n}" for n in range(8)])
CARDS = {"fablab": fablab(), "scic": scic(), "atelier": ATELIER}
NETWORK, SHOP = (Kind(id=id_, label=id_, plural=id_) for id_ in ("reseau", "fablab"))


def knowledge(cards: Mapping[str, Card] = CARDS, *, cues: Cues | None = None) -> Knowledge:
    return Knowledge(
        cards=cards,
        contacts={"reseau": contact()},
        places={"ruche": place()},
        themes=(Theme(id="lieux", label="Les lieux"),),
        kinds=Kinds(contacts=(NETWORK,), places=(SHOP,)),
        cues=cues or Cues(),
    )


def found(checked: Knowledge, *phrases: Example) -> tuple[Problem, ...]:
    return find_problems(checked, phrases, TODAY)


def error(file: str, message: str) -> tuple[Problem]:
    return (Problem(file, 0, Level.ERROR, message),)


def test_what_holds_together_has_no_problem() -> None:
    assert found(knowledge(), Example("merci", "remercier")) == ()


def test_the_same_question_on_two_cards_is_told_on_the_second() -> None:
    twin = scic("Où  trouver un FABLAB ?")
    own = fablab(questions=[*(f"fablab {n}" for n in range(8)), "ou trouver un fablab"])
    [problem] = found(knowledge({**CARDS, "fablab": own, "scic": twin}))
    assert problem == Problem(
        "cards/scic.yml",
        0,
        Level.ERROR,
        "la phrase « Où  trouver un FABLAB ? » est aussi dans « fablab »",
    )
    assert problem.path == ("questions", 8)


def test_a_title_that_is_a_question_of_another_card_is_told() -> None:
    [problem] = found(knowledge({**CARDS, "scic": scic(title="comment ouvrir un fablab, façon 3")}))
    assert problem.path == ("title",)


def test_a_question_of_a_card_is_no_phrase_of_an_action() -> None:
    assert found(knowledge(), Example("Scic 1 !", "remercier")) == error(
        "nlu/data/remercier.yml", "la phrase « Scic 1 ! » est aussi dans « scic »"
    )


def test_the_same_question_twice_on_a_card_confuses_nobody() -> None:
    questions = ["fablab ?", *(f"fablab {n}" for n in range(8)), "Fablab"]
    assert found(knowledge({**CARDS, "fablab": fablab(questions=questions)})) == ()


def test_an_archived_card_takes_no_question_from_another() -> None:
    old = draft(id="a", status=Status.ARCHIVED)
    assert found(knowledge({"a": old, **CARDS})) == ()


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
    assert found(checked) == error("cues.yml", "sorte de contact : « ailleurs » n'existe pas")


def test_cues_name_only_cards_that_exist() -> None:
    checked = knowledge(cues=Cues(diagnosis_cards=("fablab", "ailleurs")))
    assert found(checked) == error("cues.yml", "fiche : « ailleurs » n'existe pas")


def test_first_ideas_open_only_what_exists() -> None:
    ideas = [
        {"label": "Un lieu ?", "opens": opens}
        for opens in ("fablab", "chercher-tiers-lieu", "ailleurs")
    ]
    checked = knowledge(cues=Cues.model_validate({"suggestions": ideas}))
    assert found(checked) == error("cues.yml", "`suggestions` : « ailleurs » n'existe pas")


def test_every_problem_is_told_file_by_file() -> None:
    cards = {**CARDS, "scic": scic(questions=[]), "fablab": fablab(theme="ailleurs")}
    problems = found(knowledge(cards, cues=Cues(diagnosis_cards=("ailleurs",))))
    assert [problem.file for problem in problems] == [
        "cards/fablab.yml",
        "cards/scic.yml",
        "cues.yml",
    ]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("fabalb", "« fabalb » n'existe pas : vouliez-vous dire « fablab » ?"),
        ("xyz", "« xyz » n'existe pas"),
    ],
)
def test_what_does_not_exist_is_told_with_what_was_meant(word: str, message: str) -> None:
    assert unknown(word, {"fablab", "scic"}) == message


@pytest.mark.parametrize(
    ("cards", "kinds", "path"),
    [(["fablab", "ailleurs"], ["reseau"], ("cards", 1)), ([], ["ailleurs"], ("contact_kinds", 0))],
)
def test_needs_name_only_cards_and_kinds_that_exist(
    cards: list[str], kinds: list[str], path: tuple[str, int]
) -> None:
    need = {"id": "lieu", "label": "ouvrir", "cards": cards, "contact_kinds": kinds, "why": "Oui."}
    orientation = Orientation.model_validate({"needs": [need]})
    [problem] = found(replace(knowledge(), orientation=orientation))
    assert problem.message == f"`{path[0]}` : « ailleurs » n'existe pas"
    assert (problem.file, problem.path) == ("orientation.yml", ("needs", 0, *path))
