"""How far a ranking of probabilities is believed."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.actions import Action
from bot.domain.understanding import Candidate, Fusion, Interpretation, Ranking, Verdict

CONTINUED = 5.0
"""How much likelier the card being read is to be meant than it would be at first."""


def judge(ranking: Ranking, fusion: Fusion, *, degraded: bool) -> Interpretation:
    """Believe, lean, ask or give up, by the thresholds of the fusion."""
    best = ranking[0].score if ranking else 0.0
    steps = {
        Verdict.SURE: fusion.accept,
        Verdict.LIKELY: fusion.lean,
        Verdict.UNSURE: fusion.ask,
    }
    reached = (verdict for verdict, least in steps.items() if ranking and best >= least)
    verdict = next(reached, Verdict.UNKNOWN)
    if verdict is not Verdict.UNKNOWN and is_doubtful(ranking, fusion):
        verdict = Verdict.UNSURE
    return Interpretation(ranking, verdict, degraded)


def in_context(ranking: Ranking, subject: str) -> Ranking:
    """The ranking of a short message in a conversation about `subject`, a card.

    Such a message most often goes on with what is being read.
    """
    odds = {subject: CONTINUED}
    told = [Candidate(it.goal, it.score * odds.get(it.goal, 1.0)) for it in ranking]
    total = sum(it.score for it in told)
    return _best_first(Candidate(it.goal, it.score / total) for it in told)


def mixed(one: Ranking, other: Ranking) -> Ranking:
    """The mean of two rankings of probabilities: either reading is as likely to be right."""
    scores: dict[str, float] = {}
    for it in (*one, *other):
        scores[it.goal] = scores.get(it.goal, 0.0) + it.score / 2
    return _best_first(Candidate(goal, score) for goal, score in scores.items())


def _best_first(candidates: Iterable[Candidate]) -> Ranking:
    return tuple(sorted(candidates, key=lambda it: (-it.score, it.goal)))


def trusting(fusion: Fusion) -> Fusion:
    """The fusion in a conversation under way: what is said there is rarely out of scope."""
    return replace(fusion, foreign=min(1.0, fusion.foreign * CONTINUED))


def is_doubtful(ranking: Ranking, fusion: Fusion) -> bool:
    """Whether a message that a goal would answer may well be out of scope."""
    return ranking[0].goal != Action.OUT_OF_SCOPE and outside(ranking) > fusion.foreign


def outside(ranking: Ranking) -> float:
    """The probability that a message is out of scope."""
    return next((it.score for it in ranking if it.goal == Action.OUT_OF_SCOPE), 0.0)
