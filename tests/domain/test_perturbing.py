from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.perturbing import EVERY, Variation, mistyped, perturb, without_punctuation
from bot.domain.text import fold

MISTYPED_ONCE = "comment trouver une salle pour réunir 3 habitanrs du quartier"
LONG = " ".join(f"besoin{'abcdefghij'[it % 10]}" for it in range(1000))
SENTENCES = [f"comment trouver une salle pour réunir {it} habitants" for it in range(500)]


def changed(text: str) -> list[tuple[str, str]]:
    pairs = zip(text.split(), mistyped(text).split(), strict=True)
    return [(before, after) for before, after in pairs if before != after]


def test_accents_and_ligatures_go_and_nothing_else() -> None:
    assert perturb("À l'été, sœur Zoë ?", Variation.NO_ACCENTS) == "A l'ete, soeur Zoe ?"


def test_capitals_keep_their_accents() -> None:
    assert perturb("où est l'école ?", Variation.CAPITALS) == "OÙ EST L'ÉCOLE ?"


def test_without_punctuation_apostrophes_glue_and_hyphens_part() -> None:
    found = perturb("Qu'est-ce qu'un tiers-lieu, svp ?!", Variation.NO_PUNCTUATION)
    assert found == "Quest ce quun tiers lieu svp"
    assert without_punctuation("l’école (publique)") == "lécole publique"


def test_one_word_in_ten_is_mistyped() -> None:
    assert len(changed(LONG)) == len(LONG.split()) / EVERY


def test_short_questions_have_their_share_of_mistakes() -> None:
    words = sum(len(text.split()) for text in SENTENCES)
    mistakes = sum(len(changed(text)) for text in SENTENCES)
    assert mistakes == pytest.approx(words / EVERY, rel=0.15)


def test_mistakes_are_the_same_each_time() -> None:
    assert mistyped(LONG) == mistyped(LONG)
    assert mistyped("comment trouver une salle pour réunir 3 habitants du quartier") == (
        MISTYPED_ONCE
    )


def test_every_sort_of_mistake_is_made() -> None:
    lengths = {len(after) - len(before) for before, after in changed(LONG)}
    swapped = [it for it in changed(LONG) if sorted(it[0]) == sorted(it[1])]
    missed = [
        (before, after)
        for before, after in changed(LONG)
        if len(before) == len(after) and sorted(before) != sorted(after)
    ]
    assert lengths == {-1, 0, 1}
    assert swapped
    assert missed


def test_a_missed_key_is_beside_on_a_french_keyboard() -> None:
    beside = {
        (a, b)
        for row in ("azertyuiop", "qsdfghjklm", "wxcvbn")
        for pair in pairwise(row)
        for a, b in (pair, pair[::-1])
    }
    for before, after in changed(LONG):
        different = [pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]]
        if len(before) == len(after) and len(different) == 1:
            assert different[0] in beside


def test_first_letters_short_words_and_numbers_are_spared() -> None:
    text = "au 46100 et à la mairie, 12 rue du lot " * 20
    assert changed(text)
    for before, after in changed(text):
        assert before[0] == after[0]
        assert sum(map(str.isalpha, before)) >= 4


def test_capitals_stay_when_a_key_is_missed() -> None:
    shouted = mistyped(LONG.upper())
    assert shouted == shouted.upper()


@given(st.text(max_size=200), st.sampled_from(Variation))
def test_any_text_can_be_written_otherwise(text: str, way: Variation) -> None:
    assert perturb(text, way) == perturb(text, way)


@given(st.text(alphabet="aéè z'-,?", max_size=80))
def test_accents_and_capitals_are_nothing_to_who_folds(text: str) -> None:
    assert fold(perturb(text, Variation.NO_ACCENTS)) == fold(text)
    assert fold(perturb(text, Variation.CAPITALS)) == fold(text)
