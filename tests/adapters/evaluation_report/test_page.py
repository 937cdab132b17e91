import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.adapters.evaluation_report.page import render_page
from bot.domain.evaluation.learning import LearningCurve
from bot.domain.evaluation.results import Evaluation, measure, unquoted
from tests.adapters.evaluation_report.evaluations import AT, EMPTY, WHOLE
from tests.domain.evaluation.answering import answered, confident

SECTIONS = {
    "keys": "Chiffres clés",
    "slices": "Par sorte de question",
    "reliability": "Peut-on croire sa confiance ?",
    "confusions": "Ce qui est pris pour autre chose",
    "robustness": "Les mêmes questions, écrites autrement",
    "learning": "Plus de phrases aideraient-elles ?",
    "model": "Le modèle en service",
}
VOID = {"meta", "link", "br"}


class Outline(HTMLParser):
    """The tags of a page, whether each is closed in its turn, its ids and its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def note(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def words(page: str) -> str:
    """What is read, with plain spaces."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())


@pytest.mark.parametrize("evaluation", [WHOLE, EMPTY], ids=["whole", "empty"])
def test_a_page_closes_what_it_opens_and_names_each_thing_once(evaluation: Evaluation) -> None:
    outline = Outline(render_page(evaluation))
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    labels = {value for name, value in outline.attributes if name == "aria-labelledby"}
    assert labels <= set(outline.ids)


def test_a_page_needs_nothing_else_and_runs_nothing() -> None:
    page = render_page(WHOLE)
    outline = Outline(page)
    assert not {"script", "link", "img", "iframe", "object", "use"} & set(outline.tags)
    assert not {name for name, _ in outline.attributes if name in {"src", "href", "style"}}
    assert not [name for name, _ in outline.attributes if name.startswith("on")]
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page


def test_everything_measured_has_its_section() -> None:
    outline, page = Outline(render_page(WHOLE)), words(render_page(WHOLE))
    for id_, title in SECTIONS.items():
        assert id_ in outline.ids
        assert title in page


def test_what_was_not_measured_has_no_section() -> None:
    ids = Outline(render_page(EMPTY)).ids
    assert [id_ for id_ in SECTIONS if id_ in ids] == ["keys", "confusions"]
    assert "Aucune confusion" in words(render_page(EMPTY))
    assert "–" in words(render_page(EMPTY))


def test_a_curve_without_points_is_not_drawn() -> None:
    page = render_page(replace(WHOLE, learning=LearningCurve(())))
    assert "learning" not in Outline(page).ids


def test_shares_are_told_with_their_interval_in_french() -> None:
    page = words(render_page(WHOLE))
    assert "28,6 %" in page
    assert "de 8 à 64 %, sur 7" in page
    assert "6 144" in page
    assert "25 novembre 2026" in page


def test_what_people_wrote_is_shown_as_they_wrote_it() -> None:
    page = render_page(WHOLE)
    assert "&lt;fablab&gt; &amp; combien" in page
    assert "<fablab>" not in page


def test_questions_are_quoted_only_if_they_may_be() -> None:
    assert "à l&#39;aide" in render_page(WHOLE)
    assert "à l&#39;aide" not in render_page(unquoted(WHOLE))


def test_marks_and_units_never_open_a_line() -> None:
    page = render_page(WHOLE)
    body = page[page.index("<body>") :]
    assert not re.findall(r"(?<=\w) [;:?!»%]", body)
    assert " ms" not in body


def test_a_danger_that_is_missed_more_often_is_told() -> None:
    robust = WHOLE.robustness[0]
    worse = replace(WHOLE, robustness=(replace(robust, danger_missed=3),))
    assert "3 urgences manquées" in words(render_page(worse))
    assert "urgences manquées" not in words(render_page(WHOLE))


def test_answers_made_without_the_model_are_owned_up_to() -> None:
    answers = [answered("fablab", "fablab")]
    alone = [replace(it, outcome=replace(it.outcome, degraded=True)) for it in answers]
    page = words(render_page(Evaluation(AT, "q.jsonl", measure(alone))))
    assert "1 réponses sur 1" not in page
    assert "sans le modèle : 1 sur 1" in page
    assert "sans le modèle" not in words(render_page(WHOLE))


def test_a_share_of_every_confidence_is_a_dot() -> None:
    answers = [confident(step / 10, "a", "a") for step in range(10)]
    page = render_page(Evaluation(AT, "q.jsonl", measure(answers)))
    assert page.count('class="dot"') == 10


@pytest.mark.parametrize(
    ("verdicts", "told"),
    [({}, "75,0 % Sur les phrases"), ({"a": True, "b": False}, "50,0 % de 9 à 91 %, sur 2")],
    ids=["not kept", "kept"],
)
def test_the_model_is_judged_on_phrases_held_out(verdicts: dict[str, bool], told: str) -> None:
    assert WHOLE.model
    model = replace(WHOLE.model, verdicts=verdicts)
    assert told in words(render_page(replace(WHOLE, model=model)))
