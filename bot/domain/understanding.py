"""Rankings of goals, and how they become one verdict."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

UNLIKELY = 1e-4
"""The probability given to a goal that a ranking does not name."""

SHORT = 12
"""Words of a message that may go on with what came before: more tell a story of their own."""

ELLIPSIS = 4
"""Words of a follow-up that needs what came before: more may be a question of its own."""

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
    MEANING = "meaning"


Rankings = Mapping[Voice, Ranking]
"""What each voice at hand ranked."""


@dataclass(frozen=True, slots=True)
class Fusion:
    """How a set of rankings is weighed, and how far the result is believed.

    The first goal is answered alone from a probability of `accept`, with what else was likely from
    `lean`, offered among choices from `ask`; below, the message is not understood. Where it is out
    of scope with a probability of more than `foreign`, nothing is answered without asking.
    """

    weights: Mapping[Voice, float]
    accept: float
    lean: float
    ask: float
    foreign: float = 1.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fusions fitted for a model, one for each set of voices that may be at hand.

    `goals`: those that the model has learned; the other voices speak for the rest. `alone`: the
    probability from which the model is heard alone, for the others would change nothing. The
    figures below are those of a first training, for the time before one ends here.
    """

    fusions: tuple[Fusion, ...] = (
        Fusion({Voice.MODEL: 0.7, Voice.KEYWORDS: 4.0, Voice.MEANING: 8.0}, 0.75, 0.5, 0.2, 0.05),
        Fusion({Voice.MODEL: 1.0, Voice.KEYWORDS: 4.0}, 0.75, 0.5, 0.2, 0.05),
        Fusion({Voice.KEYWORDS: 12.0, Voice.MEANING: 10.0}, 0.75, 0.5, 0.2, 0.05),
        Fusion({Voice.KEYWORDS: 16.0}, 0.75, 0.5, 0.2, 0.05),
    )
    goals: frozenset[str] = frozenset()
    alone: float = 0.95

    def fusion(self, voices: Collection[Voice]) -> Fusion:
        """The fusion of the most voices among those at hand."""
        heard = [it for it in self.fusions if it.weights.keys() <= set(voices)]
        silent = Fusion({}, 1.0, 1.0, 1.0)
        return max(heard, key=lambda it: len(it.weights), default=silent)


class Verdict(StrEnum):
    """How far the first candidate is believed."""

    SURE = "sure"
    LIKELY = "likely"
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


def fuse(rankings: Rankings, weights: Mapping[Voice, float]) -> Ranking:
    """One ranking with probabilities that add up to 1, from those at hand.

    The model speaks by the logarithm of its probabilities, keywords by a score between 0 and 1,
    meaning by a cosine; a weighted sum goes through a softmax.
    """
    goals = {candidate.goal for ranking in rankings.values() for candidate in ranking}
    scores = dict.fromkeys(goals, 0.0)
    for voice, ranking in rankings.items():
        weight = weights.get(voice, 0.0)
        told = {it.goal: strength(voice, it.score) for it in ranking}
        unnamed = silence(voice, ranking)
        for goal in goals:
            scores[goal] += weight * told.get(goal, unnamed)
    return _softmax(scores)


def strength(voice: Voice, score: float) -> float:
    """What a voice's score counts for, before its weight."""
    return math.log(max(score, UNLIKELY)) if voice is Voice.MODEL else score


def silence(voice: Voice, ranking: Ranking) -> float:
    """What it counts for that a voice does not name a goal."""
    if voice is Voice.MODEL:
        return math.log(UNLIKELY)
    return min(0.0, ranking[-1].score) if ranking else 0.0


def fuse_all(rankings: Rankings, calibration: Calibration) -> Ranking:
    """One ranking of every goal: those that the model knows, and those too new for it.

    The other voices tell how likely a newcomer is; the goals known share what is left.
    """
    weights = calibration.fusion(rankings.keys()).weights
    others: Rankings = {voice: it for voice, it in rankings.items() if voice is not Voice.MODEL}
    named = {candidate.goal for ranking in others.values() for candidate in ranking}
    known = calibration.goals or named
    if Voice.MODEL not in rankings or named <= known:
        return fuse(rankings, weights)
    without = fuse(others, calibration.fusion(others.keys()).weights)
    new = [candidate for candidate in without if candidate.goal not in known]
    old: Rankings = {voice: _only(known, ranking) for voice, ranking in others.items()}
    fused = fuse({**rankings, **old}, weights)
    left = 1.0 - sum(candidate.score for candidate in new)
    shared = [Candidate(candidate.goal, candidate.score * left) for candidate in fused]
    return tuple(sorted((*shared, *new), key=lambda it: (-it.score, it.goal)))


def _only(goals: Collection[str], ranking: Ranking) -> Ranking:
    return tuple(candidate for candidate in ranking if candidate.goal in goals)


def _softmax(scores: Mapping[str, float]) -> Ranking:
    if not scores:
        return ()
    top = max(scores.values())
    powers = {goal: math.exp(score - top) for goal, score in scores.items()}
    total = sum(powers.values())
    ranked = sorted(powers.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Candidate(goal, power / total) for goal, power in ranked)
