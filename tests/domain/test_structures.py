import math

import pytest
from pydantic import ValidationError

from tests.domain.contents import CONTACT, PLACE, contact, place


def refused(**changes: object) -> str:
    """Why a contact is refused once changed."""
    with pytest.raises(ValidationError) as refusal:
        contact(**changes)
    return str(refusal.value)


@pytest.mark.parametrize(
    "coverage",
    [
        {"level": "national", "codes": ["46"]},
        {"level": "commune"},
        {"level": "région", "codes": []},
    ],
)
def test_a_coverage_has_codes_unless_it_is_the_country(coverage: dict[str, object]) -> None:
    assert "`codes` : aucun à l'échelle nationale, au moins un sinon" in refused(coverage=coverage)


@pytest.mark.parametrize("level", ["region", "canton", "", None])
def test_a_coverage_is_at_a_known_level(level: object) -> None:
    assert "coverage.level" in refused(coverage={"level": level, "codes": ["46"]})


def test_a_code_of_coverage_without_quotes_is_refused() -> None:
    coverage = {"level": "département", "codes": [46]}
    assert "entre guillemets" in refused(coverage=coverage)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(91, 2), (-91, 2), (44, 181), (44, -181), (math.nan, 2), ("nord", 2)],
)
def test_a_position_is_on_earth(latitude: object, longitude: object) -> None:
    assert "itude" in refused(latitude=latitude, longitude=longitude)


@pytest.mark.parametrize("field", ["nom", "description", "source", "date_maj", "kinds", "coverage"])
def test_a_contact_says_who_it_is_whom_it_serves_and_who_says_so(field: str) -> None:
    with pytest.raises(ValidationError, match=field):
        type(contact()).model_validate({key: CONTACT[key] for key in CONTACT if key != field})


@pytest.mark.parametrize("field", ["kinds", "departement"])
def test_a_place_says_what_it_is_and_where(field: str) -> None:
    with pytest.raises(ValidationError, match=field):
        type(place()).model_validate({key: PLACE[key] for key in PLACE if key != field})


def test_a_structure_is_of_one_kind_at_least() -> None:
    assert "kinds" in refused(kinds=[])


@pytest.mark.parametrize(("field", "length"), [("nom", 100), ("description", 300), ("notice", 200)])
def test_what_is_said_of_a_structure_is_short(field: str, length: int) -> None:
    assert contact(**{field: "a" * length})
    assert field in refused(**{field: "a" * (length + 1)})


def test_a_telephone_without_quotes_is_refused() -> None:
    assert "entre guillemets" in refused(telephone=3114)


def test_the_name_of_a_person_has_no_field() -> None:
    assert "contact_nom" in refused(contact_nom="Marie")
