import pytest
from pydantic import ValidationError

from bot.domain.emergency import Danger, EmergencyNumber
from tests.domain.contents import DANGER, NUMBER, emergency


def test_a_situation_cannot_give_a_number_that_is_not_described() -> None:
    with pytest.raises(ValidationError, match="numéro sans fiche : 114, 17"):
        emergency({**DANGER, "numbers": ["17", "112", "114"]})


def test_the_usual_numbers_are_described_too() -> None:
    with pytest.raises(ValidationError, match="numéro sans fiche : 3114"):
        emergency(DANGER, default=("112", "3114"))


@pytest.mark.parametrize("field", ["patterns", "unless"])
def test_a_pattern_that_does_not_compile_is_refused_in_french(field: str) -> None:
    with pytest.raises(ValidationError, match="expression régulière illisible"):
        Danger.model_validate({**DANGER, field: ["au (feu"]})


@pytest.mark.parametrize("field", ["numbers", "patterns"])
def test_a_situation_without_numbers_or_words_is_refused(field: str) -> None:
    with pytest.raises(ValidationError, match=field):
        Danger.model_validate({**DANGER, field: []})


def test_a_number_without_quotes_is_refused() -> None:
    with pytest.raises(ValidationError, match="entre guillemets"):
        EmergencyNumber.model_validate({**NUMBER, "number": 112})


@pytest.mark.parametrize("field", ["use", "hours", "source", "lien_source", "checked_on"])
def test_a_number_tells_its_use_and_its_source(field: str) -> None:
    with pytest.raises(ValidationError, match=field):
        EmergencyNumber.model_validate({key: NUMBER[key] for key in NUMBER if key != field})
