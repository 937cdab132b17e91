"""Fits the fusion to messages whose goal is known and that the rankings have not learned."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.actions import Action
from bot.domain.understanding import CHOICES, UNLIKELY, Calibration, Fusion, Ranking, Voice, fuse

MAX_WRONG = 0.03
"""Share of the phrases held out that may be answered wrongly and with confidence.

Many are written to be hard: on questions of people, the share is a third of it or less.
"""

WINDOW = 0.1
"""Width of the scores looked at together, to see how often choices hold the goal."""

_MODEL_WEIGHTS = (0.25, 0.5, 0.75, 1.0, 1.25)
_KEYWORD_WEIGHTS = (0.0, 2.0, 4.0, 8.0, 12.0, 16.0, 24.0, 32.0)
_THRESHOLDS = tuple(step / 50 for step in range(1, 50))


@dataclass(frozen=True, slots=True)
class Trial:
    """A message held out: its goal, and what each voice ranked for it."""

    goal: str
    rankings: Mapping[Voice, Ranking]


@dataclass(frozen=True, slots=True)
class Figures:
    """How a fusion does on trials, as shares: answered rightly first; answered wrongly."""

    right: float
    wrong: float


def calibrate(trials: Sequence[Trial]) -> Calibration:
    """The fusions that answer best, with the model and without it; without trials, the first."""
    if not trials:
        return Calibration()
    alone = [
        Trial(trial.goal, {Voice.KEYWORDS: trial.rankings[Voice.KEYWORDS]}) for trial in trials
    ]
    return Calibration(with_model=_fit(trials, _MODEL_WEIGHTS), keywords_only=_fit(alone, (0.0,)))


def measure(trials: Sequence[Trial], fusion: Fusion) -> Figures:
    """What a fusion would have answered."""
    tops = [fuse(trial.rankings, fusion.weights)[:1] for trial in trials]
    pairs = [(trial.goal, top[0]) for trial, top in zip(trials, tops, strict=True) if top]
    right = sum(goal == best.goal for goal, best in pairs)
    wrong = sum(_misleads(goal, best.goal) and best.score >= fusion.accept for goal, best in pairs)
    return Figures(right / max(1, len(trials)), wrong / max(1, len(trials)))


def _misleads(goal: str, answered: str) -> bool:
    """To say that one does not know is a lesser fault than a wrong answer."""
    return answered not in {goal, Action.OUT_OF_SCOPE}


def _fit(trials: Sequence[Trial], model_weights: Sequence[float]) -> Fusion:
    weights = max(
        (
            {Voice.MODEL: model, Voice.KEYWORDS: keywords}
            for model in model_weights
            for keywords in _KEYWORD_WEIGHTS
        ),
        key=lambda weights: _likelihood(trials, weights),
    )
    ranked = [(trial.goal, fuse(trial.rankings, weights)) for trial in trials]
    return Fusion(weights, accept=_accept(ranked), ask=_ask(ranked))


def _likelihood(trials: Sequence[Trial], weights: Mapping[Voice, float]) -> float:
    """Sum of the logarithms of what each trial's own goal was given."""
    return sum(
        math.log(max(UNLIKELY, _given(trial.goal, fuse(trial.rankings, weights))))
        for trial in trials
    )


def _given(goal: str, ranking: Ranking) -> float:
    return next((found.score for found in ranking if found.goal == goal), 0.0)


def _accept(ranked: Sequence[tuple[str, Ranking]]) -> float:
    """The lowest threshold that keeps wrong answers within `MAX_WRONG`."""
    misled = [
        ranking[0].score for goal, ranking in ranked if ranking and _misleads(goal, ranking[0].goal)
    ]
    for threshold in _THRESHOLDS:
        if sum(score >= threshold for score in misled) <= MAX_WRONG * len(ranked):
            return threshold
    return _THRESHOLDS[-1]


def _ask(ranked: Sequence[tuple[str, Ranking]]) -> float:
    """The threshold under which choices hold the goal less than once in two, from above."""
    lowest = _THRESHOLDS[-1]
    for threshold in reversed(_THRESHOLDS):
        near = [
            goal in {candidate.goal for candidate in ranking[:CHOICES]}
            for goal, ranking in ranked
            if ranking and threshold <= ranking[0].score < threshold + WINDOW
        ]
        if near and sum(near) < len(near) / 2:
            break
        lowest = threshold
    return lowest
