"""What the team may write: refused where a machine would misread it, in French where it helps."""

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.domain.content import MAX_ID, Content, InseeCode, Pattern, Slug, Text, Url


class Note(Content):
    """A text and nothing else."""

    title: Text


def refused(type_: object, value: object) -> str:
    """Why a value is refused."""
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(type_).validate_python(value)
    return str(refusal.value)


@pytest.mark.parametrize("type_", [Text, Slug, InseeCode, Url, Pattern])
@pytest.mark.parametrize("value", [516, 4.5, True])
def test_a_number_is_no_text_and_the_team_is_told_to_quote_it(type_: object, value: object) -> None:
    assert "entre guillemets : c'est un texte, pas un nombre" in refused(type_, value)


@pytest.mark.parametrize("value", ["", None, ["a"], b"\xff"])
def test_a_text_is_not_empty_and_not_a_list(value: object) -> None:
    assert refused(Text, value)


def test_spaces_around_a_text_are_not_written() -> None:
    assert Note(title="  Un titre \n").title == "Un titre"


def test_a_text_of_spaces_is_empty() -> None:
    assert refused(Note, {"title": " \n\t "})


@pytest.mark.parametrize("value", ["fablab", "2-lieux", "a", "a" * MAX_ID])
def test_an_identifier_is_made_of_lower_case_words(value: str) -> None:
    assert TypeAdapter(Slug).validate_python(value) == value


@pytest.mark.parametrize(
    "value",
    ["", "Fablab", "café", "a_b", "a b", "-a", "a-", "a--b", "a/b", "a:b", "a\n", "a" * 49, "../a"],
)
def test_what_a_file_or_a_button_cannot_be_named_is_no_identifier(value: str) -> None:
    assert refused(Slug, value)


@pytest.mark.parametrize("value", ["01004", "2A004", "2B033", "97411"])
def test_a_code_of_commune_has_five_signs(value: str) -> None:
    assert TypeAdapter(InseeCode).validate_python(value) == value


@pytest.mark.parametrize("value", ["1004", "010045", "2C001", "2a004", "0100A", "Cahors"])
def test_anything_else_is_no_code_of_commune(value: str) -> None:
    assert refused(InseeCode, value)


@pytest.mark.parametrize(
    "value", ["www.exemple.fr", "javascript:alert(1)", "https://", "https://a b", "ftp://a.fr"]
)
def test_an_address_is_one_that_a_browser_opens(value: str) -> None:
    assert refused(Url, value)


@pytest.mark.parametrize("value", ["(", "a{2,1}", "[z-a]", "*"])
def test_a_pattern_that_cannot_be_read_is_refused_in_french(value: str) -> None:
    assert "expression régulière illisible" in refused(Pattern, value)


def test_a_misspelt_key_is_refused_rather_than_ignored() -> None:
    assert "titre" in refused(Note, {"title": "a", "titre": "b"})


def test_what_was_read_does_not_change() -> None:
    note = Note(title="avant")
    with pytest.raises(ValidationError):
        note.title = "après"  # type: ignore[misc]
