import json
from dataclasses import asdict, replace
from datetime import UTC, datetime

from bot.domain.evaluation.document import document
from bot.domain.evaluation.learning import LearningCurve, LearningPoint
from bot.domain.evaluation.results import Evaluation, measure
from bot.domain.evaluation.robustness import compare
from bot.domain.perturbing import Variation
from tests.adapters.shelves import a_record
from tests.domain.evaluation.answering import mixed

BARE = Evaluation(datetime(2026, 11, 25, 12, tzinfo=UTC), "questions.jsonl", measure(mixed()))
WHOLE = replace(
    BARE,
    robustness=(compare(Variation.TYPOS, mixed(), mixed()[:-1] + mixed()[:1]),),
    model=replace(a_record("m1"), verdicts={"a": True, "b": True, "c": True, "d": False}),
    learning=LearningCurve((LearningPoint(100, 0.5), LearningPoint(200, 0.75))),
)


def test_the_figures_are_flat_keys_as_they_always_were() -> None:
    told = document(BARE)
    figures = asdict(BARE.measures.figures)
    assert list(told)[: len(figures)] == list(figures)
    assert {key: told[key] for key in figures} == figures


def test_what_is_unknown_is_null_and_what_was_not_measured_empty() -> None:
    told = document(BARE)
    assert (told["model"], told["learning_curve"], told["robustness"]) == (None, None, [])


def test_json_holds_the_whole_of_it() -> None:
    told = json.loads(json.dumps(document(WHOLE)))
    assert told["intervals"].keys() == {
        *("top1", "offered", "false_accept", "false_reject", "wrong_confident")
    }
    assert (told["model"]["right"], told["model"]["held_out"]) == (0.75, 4)
    assert told["model"]["interval"] == [0.3006, 0.9544]
    assert told["learning_curve"] == [
        {"phrases": 100, "top1": 0.5},
        {"phrases": 200, "top1": 0.75},
    ]
    assert told["robustness"][0]["variation"] == "fautes-de-frappe"
    assert told["confusions"][0]["examples"] == ["à l'aide"]
    assert told["at"] == "2026-11-25T12:00:00+00:00"


def test_a_share_of_no_question_is_left_out_of_its_slice() -> None:
    told = json.loads(json.dumps(document(WHOLE)))
    slices = {it["name"]: it for it in told["slices"]}
    assert "false_accept" in slices["hors-sujet"]
    assert "false_accept" not in slices["fiche"]
    assert "false_accept" not in slices["fiche"]["intervals"]


def test_each_bin_tells_how_far_it_can_be_trusted() -> None:
    told = json.loads(json.dumps(document(WHOLE)))
    assert told["reliability"]["n"] == sum(it["n"] for it in told["reliability"]["bins"])
    first = told["reliability"]["bins"][0]
    assert (first["from"], first["confidence"]) == (0.4, 0.42)
    low, high = first["interval"]
    assert low <= first["right"] <= high


def test_a_model_that_kept_no_verdict_has_no_interval() -> None:
    silent = replace(a_record("m1"), verdicts={})
    told = json.loads(json.dumps(document(replace(BARE, model=silent))))
    assert (told["model"]["held_out"], told["model"]["interval"]) == (None, None)
