import re

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.markup import MAX_PIECE, bold, italic, link, paragraphs, plain, split
from tests.channels.telegram.oracle import visible_text

words = st.text(st.sampled_from("aé&<>\"' \n👉"), max_size=400)
runs = st.one_of(
    words.map(plain), words.map(bold), words.map(italic), words.map(lambda t: link(t, "https://a"))
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(st.lists(runs, max_size=6))
def test_pieces_are_well_formed_within_the_limit_and_lose_nothing(parts: list[str]) -> None:
    html = paragraphs(*parts)
    pieces = split(html, limit=120)
    assert squeezed("".join(map(visible_text, pieces))) == squeezed(visible_text(html))
    assert all(len(piece) <= 120 + len("</a>") for piece in pieces)


def test_a_short_text_is_left_whole() -> None:
    assert split("<b>a</b>") == ("<b>a</b>",)


def test_a_long_text_is_cut_between_paragraphs() -> None:
    first, second = "a " * 1400, "b " * 1400
    html = paragraphs(plain(first), italic(second))
    assert split(html) == (plain(first), italic(second))


def test_a_tag_open_at_the_cut_is_closed_and_opened_again() -> None:
    pieces = split(italic("mot " * 2000))
    assert len(pieces) == 3
    assert all(len(piece) <= MAX_PIECE + len("</i>") for piece in pieces)
    assert all(piece.startswith("<i>") and piece.endswith("</i>") for piece in pieces)


def test_an_endless_address_becomes_plain_text() -> None:
    assert link("Guide", "https://example.org/" + "a" * 2000) == "Guide"
