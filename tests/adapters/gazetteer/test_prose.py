"""Ordinary words are not places: measured on prose that names none."""

from collections import Counter

import pytest

from bot.adapters.gazetteer import FrenchGazetteer
from bot.adapters.gazetteer.tokens import tokenize
from scripts.bench.prose import PROSE, UNSEEN, false_readings, messages

TOLERATED = 0.5
"""Wrong readings in a thousand words; a plain dictionary makes over fifty."""


@pytest.mark.parametrize("name", [PROSE, UNSEEN])
def test_an_ordinary_word_is_seldom_taken_for_a_place(
    gazetteer: FrenchGazetteer, name: str
) -> None:
    texts = messages(name)
    wrong = false_readings(gazetteer, texts)
    words = sum(len(text.split()) for text in texts)
    assert 1000 * len(wrong) / words < TOLERATED, wrong


def test_the_prose_uses_the_names_that_are_words() -> None:
    used = Counter(token.word for text in messages(PROSE) for token in tokenize(text))
    names = messages("dangerous_words.txt")
    keys = {name: tokenize(name)[0].word for name in names}
    assert len(names) == 150
    assert [name for name in names if used[keys[name]] < 3] == []
