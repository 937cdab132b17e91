"""Rankings of goals, and how they become one verdict."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

UNLIKELY = 1e-4
"""The probability given to a goal that a ranking does not name."""

CHOICES = 3
"""Goals named in a question, beside « autre chose »."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A goal (a card's id or an action's) with a score: a probability in a fused ranking."""

    goal: str
    score: float


Ranking = tuple[Candidate, ...]
"""Candidates, best first, a goal at most once."""


class Voice(StrEnum):
    """Who ranks."""

    MODEL = "model"
    KEYWORDS = "keywords"


@dataclass(frozen=True, slots=True)
class Fusion:
    """How a set of rankings is weighed, and when the result is believed.

    `accept`: probability from which the first goal is answered; `ask`: from which it is offered
    among choices; below, the message is not understood. Fitted after each training.
    """

    weights: Mapping[Voice, float]
    accept: float
    ask: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fusions of a model: with it, and by keywords alone when it does not answer.

    `goals`: those that the model has learned; keywords alone speak for the others. The figures
    below are those of a first training, for the time before one ends here.
    """

    with_model: Fusion = field(
        default_factory=lambda: Fusion({Voice.MODEL: 1.0, Voice.KEYWORDS: 4.0}, 0.5, 0.2)
    )
    keywords_only: Fusion = field(default_factory=lambda: Fusion({Voice.KEYWORDS: 8.0}, 0.5, 0.2))
    goals: frozenset[str] = frozenset()


class Verdict(StrEnum):
    """How far the first candidate is believed."""

    SURE = "sure"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a message most likely asks. `degraded`: made without the model."""

    candidates: Ranking = ()
    verdict: Verdict = Verdict.UNKNOWN
    degraded: bool = False

    @property
    def best(self) -> Candidate | None:
        """The first candidate."""
        return self.candidates[0] if self.candidates else None


def fuse(rankings: Mapping[Voice, Ranking], weights: Mapping[Voice, float]) -> Ranking:
    """One ranking with probabilities that add up to 1, from those at hand.

    The model speaks by the logarithm of its probabilities, keywords by a score between 0 and 1;
    a weighted sum goes through a softmax.
    """
    scores: dict[str, float] = {}
    goals = {candidate.goal for ranking in rankings.values() for candidate in ranking}
    floor = math.log(UNLIKELY) * weights.get(Voice.MODEL, 0.0) if Voice.MODEL in rankings else 0.0
    for goal in goals:
        scores[goal] = floor
    for candidate in rankings.get(Voice.MODEL, ()):
        likely = math.log(max(candidate.score, UNLIKELY))
        scores[candidate.goal] = weights.get(Voice.MODEL, 0.0) * likely
    for candidate in rankings.get(Voice.KEYWORDS, ()):
        scores[candidate.goal] += weights.get(Voice.KEYWORDS, 0.0) * candidate.score
    return _softmax(scores)


def fuse_all(rankings: Mapping[Voice, Ranking], calibration: Calibration) -> Ranking:
    """One ranking of every goal: those that the model knows, and those too new for it.

    Keywords alone tell how likely a newcomer is; the others share what is left.
    """
    if Voice.MODEL not in rankings:
        return fuse(rankings, calibration.keywords_only.weights)
    keywords = rankings.get(Voice.KEYWORDS, ())
    known = calibration.goals or {candidate.goal for candidate in keywords}
    by_keywords = fuse({Voice.KEYWORDS: keywords}, calibration.keywords_only.weights)
    new = [candidate for candidate in by_keywords if candidate.goal not in known]
    old = tuple(candidate for candidate in keywords if candidate.goal in known)
    fused = fuse({**rankings, Voice.KEYWORDS: old}, calibration.with_model.weights)
    left = 1.0 - sum(candidate.score for candidate in new)
    shared = [Candidate(candidate.goal, candidate.score * left) for candidate in fused]
    return tuple(sorted((*shared, *new), key=lambda it: (-it.score, it.goal)))


def judge(ranking: Ranking, fusion: Fusion, *, degraded: bool) -> Interpretation:
    """Believe, ask or give up, by the thresholds of the fusion."""
    best = ranking[0].score if ranking else 0.0
    if best >= fusion.accept:
        verdict = Verdict.SURE
    elif best >= fusion.ask:
        verdict = Verdict.UNSURE
    else:
        verdict = Verdict.UNKNOWN
    return Interpretation(ranking, verdict, degraded)


def _softmax(scores: Mapping[str, float]) -> Ranking:
    if not scores:
        return ()
    top = max(scores.values())
    powers = {goal: math.exp(score - top) for goal, score in scores.items()}
    total = sum(powers.values())
    ranked = sorted(powers.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Candidate(goal, power / total) for goal, power in ranked)
