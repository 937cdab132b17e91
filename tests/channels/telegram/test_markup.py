import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.markup import (
    MAX_PIECE,
    bold,
    italic,
    link,
    paragraphs,
    plain,
    split,
    units,
)
from tests.channels.telegram.oracle import visible_text

LIMIT = 120
words = st.text(st.sampled_from("aé&<>\"' \n👉"), max_size=400)
addresses = st.text(st.sampled_from("a&?'\""), max_size=8).map("https://a/{}".format)
runs = st.one_of(
    words.map(plain), words.map(bold), words.map(italic), st.builds(link, words, addresses)
)
htmls = st.lists(runs, max_size=6).map(lambda parts: paragraphs(*parts))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(htmls)
def test_pieces_are_well_formed_within_the_limit_and_lose_nothing(html: str) -> None:
    pieces = split(html, LIMIT)
    assert squeezed("".join(map(visible_text, pieces))) == squeezed(visible_text(html))
    assert all(units(piece) <= LIMIT + len("</a>") for piece in pieces)


@given(htmls)
def test_no_piece_is_empty_unless_there_is_nothing_to_say(html: str) -> None:
    pieces = split(html, LIMIT)
    if len(pieces) > 1 or visible_text(html).strip():
        assert all(visible_text(piece).strip() for piece in pieces)


@given(htmls, st.integers(1, 40))
def test_the_end_comes_however_small_the_limit(html: str, limit: int) -> None:
    pieces = split(html, limit)
    assert squeezed("".join(map(visible_text, pieces))) == squeezed(visible_text(html))


def test_a_short_text_is_left_whole() -> None:
    assert split("<b>a</b>") == ("<b>a</b>",)


def test_nothing_is_one_piece() -> None:
    assert split("") == ("",)


def test_a_long_text_is_cut_between_paragraphs() -> None:
    first, second = "a " * 1400, "b " * 1400
    html = paragraphs(plain(first), italic(second))
    assert split(html) == (plain(first), italic(second))


def test_a_tag_open_at_the_cut_is_closed_and_opened_again() -> None:
    pieces = split(italic("mot " * 2000))
    assert len(pieces) == 3
    assert all(len(piece) <= MAX_PIECE + len("</i>") for piece in pieces)
    assert all(piece.startswith("<i>") and piece.endswith("</i>") for piece in pieces)


def test_spaces_at_the_end_make_no_piece() -> None:
    assert split(f"<b>{'a' * 3990}{' ' * 40}</b>") == (f"<b>{'a' * 3990}</b>",)


def test_signs_are_counted_as_telegram_counts_them() -> None:
    assert list(map(units, ("é", "👉", "👉🏽"))) == [1, 2, 4]
    assert [units(piece) for piece in split("👉" * 2500)] == [MAX_PIECE, 1000]


@pytest.mark.parametrize("url", ["a" * 2000, "&" * 900, "👉" * 600])
def test_an_endless_address_becomes_plain_text(url: str) -> None:
    assert link("Guide", f"https://example.org/{url}") == "Guide"
