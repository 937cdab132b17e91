import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import clean, fold, has_words, mentioned, shorten

INTRICATE = st.text(
    alphabet="eé\u0301\u200b\u202e<>/b! \n\t\x0c\x00\ud800A.?\U0001f525", max_size=40
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  Bonjour\n\n à\u00a0 tous\t", "Bonjour à tous"),
        ("page une\x0cpage deux\u2028fin", "page une page deux fin"),
        ("cafe\u0301", "café"),
        ("cafe\u200b\u0301", "café"),
        ("mai\u00adrie\x00\x07", "mairie"),
        ("\u202emoc.elpmexe\u202c", "moc.elpmexe"),
        ("<b>Oui</b>, <a href='x'>ici</a><!-- non -->", "Oui , ici"),
        ("une commune < 3500 habitants et > 100", "une commune < 3500 habitants et > 100"),
        ("j'aime <3 ce lieu", "j'aime <3 ce lieu"),
        ("\ud800seul", "seul"),
        ("👩\u200d👩\u200d👧 ?", "👩\u200d👩\u200d👧 ?"),
        ("", ""),
    ],
)
def test_what_was_meant_is_read_whatever_was_typed(typed: str, meant: str) -> None:
    assert clean(typed) == meant


@given(st.one_of(st.text(), INTRICATE))
def test_a_clean_text_holds_nothing_invisible(typed: str) -> None:
    text = clean(typed)
    assert text == text.strip()
    assert "  " not in text
    assert unicodedata.is_normalized("NFC", text)
    assert not {unicodedata.category(char) for char in text if char != "\u200d"} & {
        *("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    }
    text.encode()


@given(st.text(alphabet=st.characters(blacklist_characters="<")))
def test_a_clean_text_stays_as_it_is(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Été à Cœur-Joie !", "l ete a coeur joie"),
        ("ÎLE-D'AIX", "ile d aix"),
        ("Ça coûte 1 500 €", "ca coute 1 500"),
        ("Ægis, Straße", "aegis strasse"),
        ("…?!", ""),
        ("tiers‑lieu", "tiers lieu"),
    ],
)
def test_a_folded_text_keeps_letters_and_digits_only(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_gives_words_and_nothing_to_fold_again(text: str) -> None:
    folded = fold(text)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded == " ".join(folded.split())
    assert fold(folded) == folded


@given(st.text(alphabet="aàâbcçdeéèêëiîïoôœuùûüyÿAÉÎŒ '-!"))
def test_folding_does_not_see_capitals_nor_how_accents_are_written(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(unicodedata.normalize("NFD", text))


def test_the_longest_phrase_that_is_mentioned_is_found() -> None:
    phrases = ("lieu", "tiers-lieu", "café associatif")
    assert mentioned(phrases, "un tiers lieu") == "tiers-lieu"


@pytest.mark.parametrize("folded", ["coutellerie", "co ut", "", "surcout cout2"])
def test_a_part_of_a_word_is_not_mentioned(folded: str) -> None:
    assert mentioned(("coût",), folded) is None


def test_a_phrase_is_mentioned_at_both_ends_and_alone() -> None:
    for folded in ("cout", "cout d un local", "quel cout"):
        assert mentioned(("Coût",), folded) == "Coût"


def test_nothing_is_mentioned_without_phrases() -> None:
    assert mentioned((), "un tiers lieu") is None


@pytest.mark.parametrize("text", ["ok", "9", "👍 oui", "你好"])
def test_letters_and_digits_can_be_read(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize("text", ["", " ", "👍 !", "…?"])
def test_signs_alone_cannot_be_read(text: str) -> None:
    assert not has_words(text)


def test_a_text_is_cut_after_a_sentence_when_one_ends_late_enough() -> None:
    assert shorten("Premier pas fait. La suite est longue.", 25) == "Premier pas fait."


def test_a_text_is_cut_after_a_word_otherwise() -> None:
    assert shorten("Oui. Un espace de travail, partagé", 28) == "Oui. Un espace de travail…"


@given(st.text(), st.integers(1, 60))
def test_a_shortened_text_fits_and_is_its_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert text.startswith((short, short.removesuffix("…")))
    assert short == text or len(text) > limit
