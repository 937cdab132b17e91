"""Fits the fusions to messages whose goal is known and that the rankings have not learned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.domain.actions import Action
from bot.domain.judging import is_doubtful, outside
from bot.domain.sufficing import least_sure
from bot.domain.understanding import CHOICES, Calibration, Fusion, Ranking, Rankings, Voice, fuse
from bot.domain.weighing import weigh

MAX_WRONG = 0.1
"""Share of wrong ones among the answers given alone that were as likely."""

MIN_SHOWN = 0.8
"""Share of those among which a right one is shown, when an answer comes with other readings."""

MIN_FIRST = 0.5
"""Share of right ones among the answers that come with other readings."""

MIN_OFFERED = 0.5
"""Share of the questions with choices that must offer what was meant."""

MAX_TAKEN = 0.025
"""Share of the messages out of scope that may be answered by a card or an action."""

NO_DOUBT = 0.01
"""The probability of being out of scope that keeps no goal from being answered."""

WINDOW = 0.1
"""Width of the probabilities counted as « as likely »."""

_THRESHOLDS = tuple(step / 100 for step in range(5, 100))

SETS = (
    (Voice.MODEL, Voice.KEYWORDS, Voice.MEANING),
    (Voice.MODEL, Voice.KEYWORDS),
    (Voice.KEYWORDS, Voice.MEANING),
    (Voice.KEYWORDS,),
)
"""The voices that may be at hand together: keywords always are."""


Answered = tuple[str, Ranking]
"""A goal, and the probabilities of all goals for a message that meant it."""


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
    fitted = Calibration(tuple(_fit(trials, voices) for voices in SETS if heard >= set(voices)))
    return replace(fitted, alone=_alone(trials, fitted.fusion(heard)))


def measure(trials: Sequence[Trial], fusion: Fusion) -> Figures:
    """What a fusion would have answered."""
    pairs = _fused(trials, fusion)
    right = sum(goal == ranking[0].goal for goal, ranking in pairs)
    wrong = sum(_misleads(goal, _answer(ranking, fusion)) for goal, ranking in pairs)
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
    ask = _lowest(ranked, _may_be_asked)
    lean = max(ask, _lowest(ranked, _may_be_leaned_on))
    accept = max(lean, _lowest(ranked, _may_be_alone))
    return Fusion(weights, accept, lean, ask, _foreign(ranked, lean))


def _alone(trials: Sequence[Trial], fusion: Fusion) -> float:
    """From which probability the model is heard alone."""
    told = [(it.rankings.get(Voice.MODEL, ()), fuse(it.rankings, fusion.weights)) for it in trials]
    return least_sure([(model, whole) for model, whole in told if model and whole], fusion)


def _fused(trials: Sequence[Trial], fusion: Fusion) -> list[Answered]:
    pairs = [(trial.goal, fuse(trial.rankings, fusion.weights)) for trial in trials]
    return [(goal, ranking) for goal, ranking in pairs if ranking]


def _answer(ranking: Ranking, fusion: Fusion) -> Ranking:
    """The goal answered, and those offered beside it when it is only likely; none at all below."""
    if ranking[0].score < fusion.lean or is_doubtful(ranking, fusion):
        return ()
    return ranking[:1] if ranking[0].score >= fusion.accept else ranking[:CHOICES]


def _misleads(goal: str, shown: Ranking) -> bool:
    """To say that one does not know is a lesser fault than a wrong answer."""
    named = {it.goal for it in shown}
    return bool(shown) and shown[0].goal != Action.OUT_OF_SCOPE and goal not in named


def _may_be_alone(near: Sequence[Answered]) -> bool:
    wrong = sum(_misleads(goal, ranking[:1]) for goal, ranking in near)
    return wrong <= MAX_WRONG * len(near)


def _may_be_leaned_on(near: Sequence[Answered]) -> bool:
    first = sum(goal == ranking[0].goal for goal, ranking in near)
    return first >= MIN_FIRST * len(near) and _shown(near) >= MIN_SHOWN * len(near)


def _may_be_asked(near: Sequence[Answered]) -> bool:
    return _shown(near) >= MIN_OFFERED * len(near)


def _shown(near: Sequence[Answered]) -> int:
    """How many hold what was meant among the goals that can be shown together."""
    return sum(goal in {it.goal for it in ranking[:CHOICES]} for goal, ranking in near)


def _lowest(ranked: Sequence[Answered], allows: Callable[[Sequence[Answered]], bool]) -> float:
    """The lowest threshold from which all that is as likely is allowed, seen from above."""
    lowest = _THRESHOLDS[-1]
    for threshold in reversed(_THRESHOLDS):
        near = [it for it in ranked if threshold <= it[1][0].score < threshold + WINDOW]
        if not allows(near):
            break
        lowest = threshold
    return lowest


def _foreign(ranked: Sequence[Answered], lean: float) -> float:
    """The highest doubt that lets few of the messages out of scope be answered."""
    strangers = [ranking for goal, ranking in ranked if goal == Action.OUT_OF_SCOPE]
    answered = [it for it in strangers if it[0].score >= lean and it[0].goal != Action.OUT_OF_SCOPE]
    doubts = sorted(outside(it) for it in answered)
    most = int(MAX_TAKEN * len(strangers))
    return max(NO_DOUBT, doubts[most] * 0.999) if len(doubts) > most else 1.0
