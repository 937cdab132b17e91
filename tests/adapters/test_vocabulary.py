"""What is repaired of a message, and what is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.keywords import Vocabulary
from bot.adapters.keywords.vocabulary import USUAL
from bot.domain.card import Card
from bot.domain.knowledge import Knowledge
from bot.domain.training import Example

CARD = Card.model_validate(
    {
        "id": "monnaie-locale",
        "title": "Monnaie locale",
        "theme": "economie",
        "summary": "Des billets qui circulent.",
        "sections": [{"id": "cout", "title": "Coût", "advice": "Prévoir une imprimerie."}],
    }
)
EXAMPLES = (
    *(Example(f"trouver un local numero {number}", "local") for number in range(USUAL + 1)),
    *(Example(f"trouver une locale numero {number}", "monnaie") for number in range(USUAL)),
    Example("la subvantion et la subvention", "subvention"),
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(Knowledge(cards={CARD.id: CARD}), EXAMPLES)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("touver un locl", "trouver un local"),
        ("trouvr un nmuero", "trouver un numero"),
        ("trouvver", "trouver"),
    ],
)
def test_a_typo_is_read_as_the_word_that_was_meant(
    vocabulary: Vocabulary, written: str, read: str
) -> None:
    assert vocabulary.repaired(written) == read


def test_of_two_words_the_most_usual_is_meant(vocabulary: Vocabulary) -> None:
    assert vocabulary.repaired("localx") == "local"


@pytest.mark.parametrize(
    "text",
    [
        "la subvantion",  # somebody writes it so among the phrases
        "les billets de l imprimerie",  # known from a card
        "subventoin",  # « subvention » is too rare to be guessed
        "un lo l",
        "trouv3r numer0",
        "zygomatique",
        "",
    ],
)
def test_what_is_known_rare_short_or_no_word_is_left(vocabulary: Vocabulary, text: str) -> None:
    assert vocabulary.repaired(text) == text


def test_what_is_learned_later_replaces_what_was_known() -> None:
    vocabulary = Vocabulary(Knowledge(), ())
    assert vocabulary.repaired("trouvr") == "trouvr"
    vocabulary.update(Knowledge(), EXAMPLES)
    assert vocabulary.repaired("trouvr") == "trouver"


@given(st.text())
def test_any_text_is_read(vocabulary: Vocabulary, text: str) -> None:
    assert len(vocabulary.repaired(text).split()) == len(text.split())
