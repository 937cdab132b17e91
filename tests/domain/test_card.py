import pytest
from pydantic import ValidationError

from bot.domain.card import MAX_SECTION_TEXT, Status
from tests.domain.contents import COST, PUBLISHED, SOURCE, draft, published


def refused(**changes: object) -> str:
    """Why a published card is refused once changed."""
    with pytest.raises(ValidationError) as refusal:
        published(**changes)
    return str(refusal.value)


def test_a_draft_needs_a_title_a_theme_and_questions_only() -> None:
    card = draft()
    assert card.status is Status.DRAFT
    assert card.is_known
    assert not card.is_published


def test_an_archived_card_is_neither_known_nor_published() -> None:
    card = published(status="archivée")
    assert not card.is_known
    assert not card.is_published


NEEDED = (
    *("summary", "simple", "next_step", "sections", "audience"),
    *("sources", "owner", "checked_on", "review_by"),
)


@pytest.mark.parametrize("field", NEEDED)
def test_a_published_card_is_complete(field: str) -> None:
    empty: object = [] if isinstance(PUBLISHED[field], list) else None
    emptied = {field: empty, **({"sections": []} if field == "sources" else {})}
    assert "fiche publiée incomplète, il manque : " in refused(**emptied)
    assert field in refused(**emptied)


def test_everything_that_is_missing_is_told_at_once() -> None:
    assert "il manque : summary, owner" in refused(summary=None, owner=None)


def test_a_card_to_review_may_be_incomplete() -> None:
    assert draft(status="à relire").status is Status.TO_REVIEW


@pytest.mark.parametrize(
    ("section", "why"),
    [
        ({"id": "a", "title": "A"}, "écrire `text` (avec ses sources) ou `advice`"),
        ({"id": "a", "title": "A", "text": "Un fait."}, "citer au moins une source"),
        ({**COST, "sources": ["s2"]}, "source inconnue s2"),
        ({**COST, "advice": "a" * MAX_SECTION_TEXT}, "700 au plus : raccourcir"),
        ({**COST, "id": "a" * 21}, "sections.0.id"),
        ({**COST, "title": "a" * 41}, "sections.0.title"),
        ({**COST, "answers": ["prix"]}, "sections.0.answers.0"),
    ],
)
def test_a_section_is_short_and_sourced(section: dict[str, object], why: str) -> None:
    assert why in refused(sections=[section])


def test_a_section_of_advice_needs_no_source() -> None:
    card = published(sections=[{"id": "a", "title": "A", "advice": "a" * MAX_SECTION_TEXT}])
    assert card.sections[0].text is None


def test_two_sections_do_not_share_an_identifier() -> None:
    assert "même identifiant" in refused(sections=[COST, COST])


def test_a_section_that_no_button_can_open_is_refused() -> None:
    assert "trop long pour un bouton" in refused(id="a" * 48, sections=[{**COST, "id": "b" * 12}])


@pytest.mark.parametrize("review_by", ["2026-11-01", "2026-10-31"])
def test_a_card_is_reviewed_after_it_was_checked(review_by: str) -> None:
    assert "`review_by` doit venir après `checked_on`" in refused(review_by=review_by)


@pytest.mark.parametrize("day", ["2026-02-30", "01/11/2026", "hier"])
def test_a_date_that_does_not_exist_is_refused(day: str) -> None:
    assert "checked_on" in refused(checked_on=day)


@pytest.mark.parametrize("field", ["publisher", "title", "url", "read_on"])
def test_a_source_says_whose_page_it_is_and_when_it_was_read(field: str) -> None:
    source = {key: SOURCE[key] for key in SOURCE if key != field}
    assert f"sources.0.{field}" in refused(sources=[source])


@pytest.mark.parametrize(
    ("field", "length"), [("title", 80), ("summary", 330), ("simple", 400), ("next_step", 130)]
)
def test_what_a_telephone_shows_is_short(field: str, length: int) -> None:
    assert published(**{field: "a" * length})
    assert field in refused(**{field: "a" * (length + 1)})


def test_a_card_has_eight_sections_at_most() -> None:
    many = [{**COST, "id": f"s{number}"} for number in range(9)]
    assert len(published(sections=many[:8]).sections) == 8
    assert "sections" in refused(sections=many)
