"""The fusion is fitted on made-up trials, where it is known which voice is right."""

import random
from collections.abc import Sequence

import pytest

from bot.domain.actions import Action
from bot.domain.calibrating import (
    MAX_TAKEN,
    MAX_WRONG,
    MIN_SHOWN,
    Trial,
    calibrate,
    measure,
)
from bot.domain.judging import judge
from bot.domain.understanding import Calibration, Candidate, Fusion, Ranking, Verdict, Voice, fuse
from tests.fakes import ranked

GOALS = tuple(f"fiche-{letter}" for letter in "abcdefghijkl")


def heard(goal: str, skill: float, dice: random.Random) -> Ranking:
    """A ranking whose first goal is right as often as `skill`, and then more at ease."""
    right = dice.random() < skill
    best = goal if right else dice.choice([other for other in GOALS if other != goal])
    top = dice.uniform(0.5, 0.95) if right else dice.uniform(0.15, 0.6)
    rest = (1 - top) / (len(GOALS) - 1)
    others = [Candidate(other, rest) for other in GOALS if other != best]
    return (Candidate(best, top), *others)


def trials(model: float, keywords: float, *, seed: int = 1, count: int = 300) -> list[Trial]:
    """Messages of every goal, heard with these skills."""
    dice = random.Random(seed)
    return [
        Trial(
            goal := dice.choice(GOALS),
            {
                Voice.MODEL: heard(goal, model, dice),
                Voice.KEYWORDS: heard(goal, keywords, dice),
            },
        )
        for _ in range(count)
    ]


def right(messages: Sequence[Trial], fusion: Fusion) -> float:
    return measure(messages, fusion).right


def alone(voice: Voice) -> Fusion:
    return Fusion({voice: 1.0}, accept=0.5, lean=0.5, ask=0.2)


MOST = max(MAX_WRONG, 1 - MIN_SHOWN)
"""Share of the answers, as likely as one another, that may show nothing right."""

HEARD = (Voice.MODEL, Voice.KEYWORDS)


def _both(messages: Sequence[Trial]) -> Fusion:
    return calibrate(messages).fusion(HEARD)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("model", "keywords"), [(0.9, 0.7), (0.6, 0.6), (0.8, 0.1), (0.2, 0.8)])
def test_wrong_answers_stay_few_on_what_it_was_fitted_to(
    model: float, keywords: float, seed: int
) -> None:
    messages = trials(model, keywords, seed=seed)
    fusion = _both(messages)
    assert measure(messages, fusion).wrong <= MOST
    assert 0 < fusion.ask < 1
    assert 0 < fusion.accept < 1


@pytest.mark.parametrize(("model", "keywords"), [(0.7, 0.7), (0.8, 0.6), (0.6, 0.8)])
def test_both_voices_together_are_right_more_often_than_either(
    model: float, keywords: float
) -> None:
    messages = trials(model, keywords)
    together = right(messages, _both(messages))
    assert together > max(right(messages, alone(voice)) for voice in HEARD)


def test_what_was_fitted_also_holds_for_messages_not_seen() -> None:
    fusion = _both(trials(0.75, 0.75, seed=1))
    new = trials(0.75, 0.75, seed=2)
    assert right(new, fusion) > max(right(new, alone(voice)) for voice in HEARD)
    assert measure(new, fusion).wrong <= 2 * MOST


def test_keywords_that_are_always_wrong_are_not_heard() -> None:
    fusion = _both(trials(0.8, 0.0))
    assert fusion.weights[Voice.KEYWORDS] == 0


def test_without_the_model_keywords_are_fitted_for_themselves() -> None:
    messages = trials(0.9, 0.7)
    fusion = calibrate(messages).fusion({Voice.KEYWORDS})
    without = [
        Trial(trial.goal, {Voice.KEYWORDS: trial.rankings[Voice.KEYWORDS]}) for trial in messages
    ]
    assert right(without, fusion) == right(without, alone(Voice.KEYWORDS))
    assert measure(without, fusion).wrong <= MOST


def test_voices_less_sure_of_themselves_are_answered_less() -> None:
    poor, good = (_alone(trials(skill, skill)) for skill in (0.3, 0.95))
    assert poor < good


def test_few_messages_out_of_scope_are_answered() -> None:
    """One in three is heard as a card, with what remains for « out of scope » told by chance."""
    dice = random.Random(7)
    strangers = [_stranger(dice) for _ in range(300)]
    messages = [*trials(0.9, 0.9), *strangers]
    fusion = _both(messages)
    ranked = [fuse(it.rankings, fusion.weights) for it in strangers]
    verdicts = [(it[0].goal, judge(it, fusion, degraded=False).verdict) for it in ranked]
    answered = [
        goal
        for goal, verdict in verdicts
        if goal != Action.OUT_OF_SCOPE and verdict in {Verdict.SURE, Verdict.LIKELY}
    ]
    assert sum(goal != Action.OUT_OF_SCOPE for goal, _ in verdicts) > 30
    assert len(answered) <= MAX_TAKEN * len(strangers)


def _stranger(dice: random.Random) -> Trial:
    doubt = dice.uniform(0.3, 0.9) if dice.random() < 1 / 3 else 0.98
    rest = Candidate(dice.choice(GOALS), 1 - doubt)
    ranking = sorted((Candidate(Action.OUT_OF_SCOPE, doubt), rest), key=lambda it: -it.score)
    return Trial(Action.OUT_OF_SCOPE, dict.fromkeys(HEARD, tuple(ranking)))


def _alone(messages: Sequence[Trial]) -> int:
    """How many get an answer alone."""
    fusion = _both(messages)
    ranked = [fuse(it.rankings, fusion.weights) for it in messages]
    return sum(judge(it, fusion, degraded=False).verdict is Verdict.SURE for it in ranked)


def test_the_same_trials_give_the_same_calibration() -> None:
    assert calibrate(trials(0.7, 0.7)) == calibrate(trials(0.7, 0.7))


def test_a_message_that_nobody_ranks_is_neither_right_nor_wrong() -> None:
    silent = Trial("fiche-a", {Voice.MODEL: (), Voice.KEYWORDS: ()})
    figures = measure([silent], alone(Voice.MODEL))
    assert (figures.right, figures.wrong) == (0, 0)
    assert calibrate([silent, *trials(0.8, 0.8)])


def test_without_trials_there_is_nothing_to_measure() -> None:
    figures = measure([], alone(Voice.MODEL))
    assert (figures.right, figures.wrong) == (0, 0)
    assert calibrate([]) == Calibration()


@pytest.mark.parametrize(
    ("score", "goal", "wrong"),
    [
        (0.9, "fiche-a", 0),
        (0.9, "fiche-b", 1),
        (0.4, "fiche-b", 0),
        (0.9, Action.OUT_OF_SCOPE, 0),
    ],
)
def test_only_a_confident_answer_to_something_else_is_wrong(
    score: float, goal: str, wrong: int
) -> None:
    rest = (1 - score) / 2
    ranking = (Candidate(goal, score), *ranked(fiche_c=rest, fiche_d=rest))
    figures = measure([Trial("fiche-a", {Voice.MODEL: ranking})], alone(Voice.MODEL))
    assert figures.wrong == wrong
