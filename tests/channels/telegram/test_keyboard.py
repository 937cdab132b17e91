import pytest

from bot.channels.telegram.keyboard import arrange
from bot.domain.replies import Button

MORE, SOURCES = Button("Plus", "more:a"), Button("Sources", "sources:a")
LONG = Button("Trouver un lieu près de chez moi", "goal:chercher-tiers-lieu")


def test_short_labels_share_a_row() -> None:
    assert arrange((MORE, SOURCES, MORE)) == ((MORE, SOURCES), (MORE,))


def test_a_long_label_stands_alone() -> None:
    assert arrange((MORE, LONG, SOURCES, MORE)) == ((MORE,), (LONG,), (SOURCES, MORE))


def test_sixty_four_bytes_are_accepted() -> None:
    button = Button("Plus", "é" * 32)
    assert arrange((button,)) == ((button,),)


@pytest.mark.parametrize(
    "button", [Button("Plus", "é" * 32 + "e"), Button("Plus", ""), Button(" ", "more:a")]
)
def test_a_button_that_telegram_would_refuse_is_left_out_and_logged(
    button: Button, caplog: pytest.LogCaptureFixture
) -> None:
    assert arrange((button, MORE)) == ((MORE,),)
    assert "left out" in caplog.text
