from datetime import date

import pytest

from bot.channels.web.french import dialled, distance, long_date, typeset
from bot.channels.web.prose import Block, Span, blocks, spans


def test_empty_lines_part_paragraphs_and_dashes_make_a_list() -> None:
    text = "Un.\nDeux.\n\nÀ prévoir\n– de l'eau\n– du temps\nFin."

    assert blocks(text) == (
        Block(((Span("Un."),), (Span("Deux."),))),
        Block(((Span("À prévoir"),),)),
        Block(((Span("de l'eau"),), (Span("du temps"),)), is_list=True),
        Block(((Span("Fin."),),)),
    )


def test_an_empty_text_has_no_block() -> None:
    assert blocks(" \n\n") == ()


def test_addresses_lead_somewhere_without_the_punctuation_that_follows_them() -> None:
    assert spans("Voir https://www.lot.gouv.fr/, puis a.b@lot.test.") == (
        Span("Voir "),
        Span("lot.gouv.fr", "https://www.lot.gouv.fr/"),
        Span(", puis "),
        Span("a.b@lot.test", "mailto:a.b@lot.test"),
        Span("."),
    )


def test_a_long_address_is_shown_by_its_site() -> None:
    url = "https://exemple.test/" + "tres-long/" * 5

    assert spans(url) == (Span("exemple.test", url),)


@pytest.mark.parametrize("number", ["05 65 53 11 00", "05.65.53.11.00", "+33 5 65 53 11 00"])
def test_telephone_numbers_can_be_called(number: str) -> None:
    assert spans(f"au {number}") == (Span("au "), Span(number, f"tel:{dialled(number)}"))


@pytest.mark.parametrize(
    "text", ["en 2026, 1 200 €", "SIRET 12345678900011", "javascript:alert(1)"]
)
def test_other_words_and_figures_lead_nowhere(text: str) -> None:
    assert [span.href for span in spans(text)] == [None]


def test_dates_are_written_in_full() -> None:
    assert long_date(date(2026, 11, 25)) == "25 novembre 2026"
    assert long_date(date(2026, 5, 1)) == "1er mai 2026"


@pytest.mark.parametrize(
    ("km", "words"),
    [(12.4, "à 12\u00a0km"), (1.0, "à 1\u00a0km"), (0.4, "à moins d'un\u00a0kilomètre")],
)
def test_distances_are_round(km: float, words: str) -> None:
    assert distance(km) == words


def test_punctuation_never_opens_a_line() -> None:
    assert typeset("« Qui ? » : 3 €") == "«\u00a0Qui\u00a0?\u00a0»\u00a0: 3\u00a0€"
