from datetime import date

import pytest

from bot.domain.open_data.cells import (
    code_of,
    day_of,
    insee_of,
    name_of,
    number_of,
    postcode_of,
    street_of,
    text_of,
    website_of,
)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" ", ""),
        ("nan", ""),
        ("N/A", ""),
        ("Escale &amp; Co", "Escale & Co"),
        ("18 Rue  des Écoles", "18 Rue des Écoles"),
        ("L’Arbre", "L'Arbre"),
    ],
)
def test_a_cell_says_its_text_or_nothing(cell: str, text: str) -> None:
    assert text_of(cell) == text


def test_a_code_that_became_a_number_is_a_code_again() -> None:
    assert (code_of("491.0"), code_of("ab-1.0"), code_of("491")) == ("491", "ab-1.0", "491")


@pytest.mark.parametrize(
    ("text", "code"), [("1004", "01004"), ("1004.0", "01004"), ("2a004", "2A004"), ("", "")]
)
def test_an_insee_code_has_its_zero_and_its_capital(text: str, code: str) -> None:
    assert insee_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("29600.0", "29600"),
        ("1000", "01000"),
        ("34725 CEDEX", "34725"),
        ("F-46100", "46100"),
        ("?", ""),
    ],
)
def test_a_postcode_has_five_digits(text: str, code: str) -> None:
    assert postcode_of(text) == code


def test_a_number_has_a_comma_or_a_point() -> None:
    assert (number_of("43,52"), number_of("-1.5"), number_of("nan"), number_of("x")) == (
        43.52,
        -1.5,
        None,
        None,
    )


def test_a_moment_gives_its_day() -> None:
    assert day_of("2024-04-02T10:00:00Z") == date(2024, 4, 2)
    assert day_of("02/04/2024") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Escale (L')", "L'Escale"), ("Ruche (La)", "La Ruche"), ("Ruche (46)", "Ruche (46)")],
)
def test_an_article_at_the_end_comes_first(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.exemple.fr", "https://www.exemple.fr"),
        ("http://exemple.fr/a|https://autre.fr", "http://exemple.fr/a"),
        ("en cours|https://autre.fr", "https://autre.fr"),
        ("contact@exemple.fr", None),
        ("", None),
    ],
)
def test_a_site_is_the_first_address_that_is_one(text: str, address: str | None) -> None:
    assert website_of(text) == address


def test_a_street_leaves_the_postcode_and_the_town() -> None:
    assert street_of("18 rue des Écoles, 46100 Figeac", "46100") == "18 rue des Écoles"
    assert street_of("18 rue des Écoles", "46100") == "18 rue des Écoles"
    assert street_of("18 rue des Écoles", "") == "18 rue des Écoles"
