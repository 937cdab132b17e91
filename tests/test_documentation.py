"""What the documentation lists is what the program has."""

import pytest

from bot.domain.card import Card
from bot.settings import Settings
from scripts.document_fields import PAGE, with_tables

ROOT = PAGE.parent.parent


def test_the_table_of_a_cards_fields_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")

    assert with_tables(page) == page, "run: python -m scripts.document_fields"


def test_the_table_names_every_field_that_is_written() -> None:
    page = PAGE.read_text("utf-8")

    missing = [key for key in Card.model_fields if f"| `{key}` |" not in page]

    assert missing == []


def test_a_page_without_its_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="markers"):
        with_tables("# Rédiger une fiche\n")


def test_every_setting_stands_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")

    names = [name.upper() for name in Settings.model_fields]
    missing = [name for name in names if f"\n#{name}=" not in example]

    assert missing == []
