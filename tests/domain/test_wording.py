import re
import string

import pytest
from pydantic import ValidationError

from bot.domain.knowledge import Knowledge
from bot.domain.wording import Wording

NAMES = sorted(Wording.model_fields)


class Anything(dict[str, str]):
    """Gives a word for whatever is asked."""

    def __missing__(self, key: str) -> str:
        return f"le {key}"


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_can_be_said(knowledge: Knowledge, name: str) -> None:
    for wording in (Wording(), knowledge.wording):
        sentence = str(getattr(wording, name))
        said = string.Formatter().vformat(sentence, (), Anything())
        assert said.strip()
        assert not set("{}") & set(said)


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_fits_in_a_first_reply(knowledge: Knowledge, name: str) -> None:
    assert len(str(getattr(knowledge.wording, name))) < 600


def test_a_sentence_may_be_said_otherwise_with_fewer_words_filled() -> None:
    assert Wording(place_noted="C'est noté.").place_noted == "C'est noté."
    assert Wording(thanks="Merci à vous.").greeting == Wording().greeting


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("Noté : {commune}", "{at}"),
        ("Noté : {at", "{at}"),
        ("Noté : at}", "{at}"),
        ("Noté } {at}", "{at}"),
        ("Noté : {{at}}", "{at}"),
        ("Noté : {at!r}", "{at}"),
        ("Noté : {at.name}", "{at}"),
        ("Noté : {at:>500}", "{at}"),
        ("Noté : {}", "{at}"),
        ("Noté : {0}", "{at}"),
    ],
)
def test_a_sentence_that_could_not_be_said_is_refused_with_the_words_it_may_use(
    sentence: str, known: str
) -> None:
    expected = re.escape(f"place_noted : mots entre accolades possibles : {known}")
    with pytest.raises(ValidationError, match=expected):
        Wording(place_noted=sentence)


def test_a_sentence_without_words_to_fill_says_so() -> None:
    with pytest.raises(ValidationError, match="thanks : mots entre accolades possibles : aucun"):
        Wording(thanks="Merci {name}")


@pytest.mark.parametrize("sentence", ["", "   ", 12])
def test_a_sentence_is_never_empty(sentence: object) -> None:
    with pytest.raises(ValidationError, match="thanks"):
        Wording.model_validate({"thanks": sentence})


def test_a_sentence_that_nobody_says_is_refused() -> None:
    with pytest.raises(ValidationError, match="bienvenue"):
        Wording.model_validate({"bienvenue": "Bonjour"})
