"""What is refused in a file is said in French to whoever edits it."""

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.adapters.french_errors import in_french, unreadable_in_french
from bot.domain.card import Card
from bot.domain.emergency import Emergency
from bot.domain.lists import Cues, Kinds, Themes
from bot.domain.structures import Contact, Place
from bot.domain.wording import Wording

WRONG: list[object] = [
    *(None, True, 1, -1, 1000.5, float("nan"), 10**400, "", " ", "x" * 1000, "12", "nan"),
    *("2026-99-99", "31/01/2026", "2026-01-31T10:00", [], {}, [None], [1], [[]], [{}], ["x"]),
    *({"a": 1}, {1: 2}, [{1: 1}], {"level": "ici"}, {"level": "commune", "codes": [1]}),
]
CARD = {"id": "fablab", "title": "Fablab", "theme": "lieux"}


def refusals(type_: type[BaseModel], data: dict[str, object]) -> list[ErrorDetails]:
    try:
        type_.model_validate(data)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def told(**fields: object) -> list[str]:
    return [in_french(detail) for detail in refusals(Card, {**CARD, **fields})]


@pytest.mark.parametrize("type_", [Card, Contact, Place, Themes, Kinds, Cues, Emergency, Wording])
def test_nothing_that_can_be_wrong_in_a_file_is_said_in_english(type_: type[BaseModel]) -> None:
    found = [
        detail
        for field in [*type_.model_fields, "inconnu"]
        for value in WRONG
        for detail in refusals(type_, {field: value})
    ]
    assert found
    assert [detail for detail in found if detail["msg"] in in_french(detail)] == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"titre": "a"}, "`titre` n'existe pas dans ce genre de fichier"),
        ({"title": ""}, "`title` est vide"),
        ({"title": "x" * 81}, "`title` est trop long : 80 caractères au plus"),
        ({"theme": "Les lieux"}, "`theme` n'a pas la forme attendue"),
        ({"questions": "où ?"}, "`questions` attend une liste"),
        ({"checked_on": "31/01/2026"}, "`checked_on` attend une date comme 2026-01-31"),
        ({"checked_on": 2026}, "`checked_on` attend une date comme 2026-01-31"),
        ({"legal_notice": "peut-être"}, "`legal_notice` attend true ou false"),
        ({"sections": ["a"]}, "`sections.0` attend des lignes « clé: valeur »"),
    ],
)
def test_a_refusal_names_the_field_and_what_it_expects(
    fields: dict[str, object], sentence: str
) -> None:
    assert told(**fields) == [sentence]


def test_what_is_missing_is_named() -> None:
    (detail,) = refusals(Card, {"id": "fablab", "title": "Fablab"})
    assert in_french(detail) == "il manque `theme`"


def test_a_number_where_a_text_is_due_asks_for_quotes() -> None:
    (sentence,) = told(title=2026)
    assert sentence.startswith("title : mettre cette valeur entre guillemets")


def test_accepted_values_are_listed_in_french() -> None:
    (sentence,) = told(status="finie")
    assert sentence == (
        "`status` attend l'une de ces valeurs : 'brouillon', 'à relire', 'publiée' ou 'archivée'"
    )


def test_braces_in_a_field_are_only_braces() -> None:
    (sentence,) = told(**{"{0.__class__}": 1})
    assert sentence == "`{0.__class__}` n'existe pas dans ce genre de fichier"


@pytest.mark.parametrize("error", [FileNotFoundError, IsADirectoryError, PermissionError])
def test_a_file_out_of_reach_is_said_in_french(error: type[OSError]) -> None:
    assert "fichier" in unreadable_in_french(error(1, "An English reason"))
    assert "English" not in unreadable_in_french(error(1, "An English reason"))
