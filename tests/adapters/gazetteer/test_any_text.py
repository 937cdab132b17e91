"""Whatever is written is read: never an error, and what is masked is only what was named."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.gazetteer import FrenchGazetteer, cues

NAMES = (
    *(
        "Figeac",
        "Le Mans",
        "lot",
        "orange",
        "L'Isle-Adam",
        "y",
        "Ô",
        "Saint-Denis",
        "st",
        "grobost",
    ),
    *("46100", "2A", "quarante-six", "Grand Lyon", "montoban", "PACA", "Alès", "bourg-en-bresse"),
)
GAPS = (" ", " ", " ", "-", "'", "’", ", ", "/", ".", "\n", " ; ", "")
ANYTHING = st.text(max_size=80)
PIECES = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(sorted(cues.FILLERS)),
            st.sampled_from(NAMES),
            st.sampled_from(sorted(cues.NAMED | cues.NEGATIONS | cues.ORIGINS | cues.COUNTED)),
            st.text(max_size=4),
        ),
        st.sampled_from(GAPS),
    ),
    max_size=9,
).map(lambda pieces: "".join(part for piece in pieces for part in piece))


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.one_of(PIECES, ANYTHING), is_answer=st.booleans())
def test_whatever_is_written_is_read(
    gazetteer: FrenchGazetteer, text: str, *, is_answer: bool
) -> None:
    reading = gazetteer.read(text, is_answer=is_answer)
    assert reading.choices or not (reading.assumed or reading.former or reading.guessed)
    assert len(set(reading.choices)) == len(reading.choices)


@pytest.mark.parametrize("word", sorted(cues.FILLERS))
def test_an_answer_of_one_small_word_is_read(gazetteer: FrenchGazetteer, word: str) -> None:
    for answer in (word, word.capitalize(), f"{word} {word}"):
        assert not gazetteer.read(answer, is_answer=True).assumed, answer
