"""Fits the fusions to messages whose goal is known and that the rankings have not learned."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.actions import Action
from bot.domain.understanding import (
    CHOICES,
    Calibration,
    Candidate,
    Fusion,
    Ranking,
    Rankings,
    Voice,
    fuse,
)
from bot.domain.weighing import weigh

MAX_WRONG = 0.008
"""Share of messages that may be answered wrongly without anything else being offered."""

MAX_MISLED = 0.012
"""Share that may be answered by a goal when neither it nor what is offered beside it is right."""

MAX_TAKEN = 0.02
"""Share of the messages out of scope that may be answered by a card or an action."""

WINDOW = 0.1
"""Width of the scores looked at together, to see how often choices hold the goal."""

_THRESHOLDS = tuple(step / 100 for step in range(5, 100))

SETS = (
    (Voice.MODEL, Voice.KEYWORDS, Voice.MEANING),
    (Voice.MODEL, Voice.KEYWORDS),
    (Voice.KEYWORDS, Voice.MEANING),
    (Voice.KEYWORDS,),
)
"""The voices that may be at hand together: keywords always are."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A message held out: its goal, and what each voice ranked for it."""

    goal: str
    rankings: Rankings


@dataclass(frozen=True, slots=True)
class Figures:
    """How a fusion does: shares of right first goals, and of answers that show nothing right."""

    right: float
    wrong: float


def calibrate(trials: Sequence[Trial]) -> Calibration:
    """The fusions that answer best, for each set of voices heard; without trials, the first."""
    if not trials:
        return Calibration()
    heard = set.intersection(*(set(trial.rankings) for trial in trials))
    return Calibration(tuple(_fit(trials, voices) for voices in SETS if heard >= set(voices)))


def measure(trials: Sequence[Trial], fusion: Fusion) -> Figures:
    """What a fusion would have answered."""
    pairs = _fused(trials, fusion)
    answered = [(goal, ranking) for goal, ranking in pairs if ranking[0].score >= fusion.lean]
    right = sum(goal == ranking[0].goal for goal, ranking in pairs)
    wrong = sum(_misleads(goal, _shown(ranking, fusion.accept)) for goal, ranking in answered)
    return Figures(right / max(1, len(trials)), wrong / max(1, len(trials)))


def outcomes(trials: Sequence[Trial], fusion: Fusion) -> tuple[bool, ...]:
    """Whether the likeliest goal of each trial is the right one, in their order."""
    ranked = [fuse(trial.rankings, fusion.weights)[:1] for trial in trials]
    return tuple(
        bool(top) and top[0].goal == trial.goal for trial, top in zip(trials, ranked, strict=True)
    )


def _fit(trials: Sequence[Trial], voices: Sequence[Voice]) -> Fusion:
    told = [
        Trial(trial.goal, {voice: trial.rankings[voice] for voice in voices}) for trial in trials
    ]
    weights = weigh([(trial.goal, trial.rankings) for trial in told], voices)
    ranked = _fused(told, Fusion(weights, 1.0, 1.0, 1.0))
    accept = _accept(ranked)
    return Fusion(weights, accept, min(accept, _lean(ranked)), _ask(ranked))


def _fused(trials: Sequence[Trial], fusion: Fusion) -> list[tuple[str, Ranking]]:
    pairs = [(trial.goal, fuse(trial.rankings, fusion.weights)) for trial in trials]
    return [(goal, ranking) for goal, ranking in pairs if ranking]


def _shown(ranking: Ranking, accept: float) -> Ranking:
    """The goal answered, and those offered beside it when it is only likely."""
    return ranking[:1] if ranking[0].score >= accept else ranking[:CHOICES]


def _misleads(goal: str, shown: Sequence[Candidate]) -> bool:
    """To say that one does not know is a lesser fault than a wrong answer."""
    return shown[0].goal != Action.OUT_OF_SCOPE and goal not in {it.goal for it in shown}


def _accept(ranked: Sequence[tuple[str, Ranking]]) -> float:
    """The lowest threshold that keeps lonely wrong answers within `MAX_WRONG`."""
    misled = [ranking[0].score for goal, ranking in ranked if _misleads(goal, ranking[:1])]
    return _lowest(misled, MAX_WRONG * len(ranked))


def _lean(ranked: Sequence[tuple[str, Ranking]]) -> float:
    """The lowest threshold from which an answer misleads few, and few strangers get one."""
    misled = [ranking[0].score for goal, ranking in ranked if _misleads(goal, ranking[:CHOICES])]
    strangers = [ranking for goal, ranking in ranked if goal == Action.OUT_OF_SCOPE]
    taken = [it[0].score for it in strangers if it[0].goal != Action.OUT_OF_SCOPE]
    return max(
        _lowest(misled, MAX_MISLED * len(ranked)), _lowest(taken, MAX_TAKEN * len(strangers))
    )


def _lowest(faults: Sequence[float], most: float) -> float:
    """The lowest threshold that at most `most` faults reach."""
    return next(
        (it for it in _THRESHOLDS if sum(score >= it for score in faults) <= most), _THRESHOLDS[-1]
    )


def _ask(ranked: Sequence[tuple[str, Ranking]]) -> float:
    """The threshold under which choices hold the goal less than once in two, from above."""
    lowest = _THRESHOLDS[-1]
    for threshold in reversed(_THRESHOLDS):
        near = [
            goal in {candidate.goal for candidate in ranking[:CHOICES]}
            for goal, ranking in ranked
            if threshold <= ranking[0].score < threshold + WINDOW
        ]
        if near and sum(near) < len(near) / 2:
            break
        lowest = threshold
    return lowest
