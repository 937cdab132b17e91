"""Weights found by the likelihood of what is right."""

import math

import pytest

from bot.domain.understanding import Candidate, Rankings, Voice, fuse
from bot.domain.weighing import weigh

BOTH = (Voice.KEYWORDS, Voice.MEANING)


def trial(right: str, keywords: float, meaning: float) -> tuple[str, Rankings]:
    """Two goals; how much each voice puts the right one before the other."""
    other = "b" if right == "a" else "a"
    told = {Voice.KEYWORDS: keywords, Voice.MEANING: meaning}
    return right, {
        voice: tuple(
            sorted(
                (Candidate(right, 0.5 + lead / 2), Candidate(other, 0.5 - lead / 2)),
                key=lambda it: -it.score,
            )
        )
        for voice, lead in told.items()
    }


def likelihood(trials: list[tuple[str, Rankings]], weights: dict[Voice, float]) -> float:
    given = [
        next(it.score for it in fuse(told, weights) if it.goal == goal) for goal, told in trials
    ]
    return sum(map(math.log, given))


MIXED = [trial("a", 0.4, 0.1), trial("b", -0.2, 0.3), trial("a", 0.3, -0.1), trial("b", 0.1, 0.2)]


def test_no_other_weights_make_the_right_goals_likelier() -> None:
    found = weigh(MIXED * 50, BOTH)
    best = likelihood(MIXED, found)
    for voice in BOTH:
        for change in (0.8, 1.2):
            assert likelihood(MIXED, {**found, voice: found[voice] * change}) < best + 1e-3


def test_a_voice_that_is_wrong_more_often_than_right_is_not_heard() -> None:
    found = weigh([trial("a", 0.4, -0.3), trial("b", 0.3, -0.2)] * 20, BOTH)
    assert found[Voice.MEANING] == 0.0
    assert found[Voice.KEYWORDS] > 0


def test_a_voice_that_is_never_wrong_keeps_a_finite_weight() -> None:
    found = weigh([trial("a", 0.9, 0.1)] * 100, BOTH)
    assert all(math.isfinite(weight) for weight in found.values())


@pytest.mark.parametrize("trials", [[], [("a", {Voice.KEYWORDS: (), Voice.MEANING: ()})]])
def test_without_anything_to_tell_voices_apart_they_weigh_the_same(
    trials: list[tuple[str, Rankings]],
) -> None:
    found = weigh(trials, BOTH)
    assert found[Voice.KEYWORDS] == found[Voice.MEANING]
