"""When the model is so sure that the other voices would change nothing: they need not be heard.

Hearing them costs most of the time that an answer takes.
"""

from collections.abc import Collection, Sequence

from bot.domain.judging import is_doubtful
from bot.domain.understanding import Calibration, Fusion, Ranking

AGREED = 0.99
"""Share of the messages of which the model is as sure, that all voices must be sure of alike."""

NEVER = 1.01
"""More than any probability."""

Heard = tuple[Ranking, Ranking]
"""The rankings of the model and of all voices for a message."""

_THRESHOLDS = tuple(step / 100 for step in range(50, 100))


def suffices(
    model: Ranking, fusion: Fusion, calibration: Calibration, cards: Collection[str]
) -> bool:
    """Whether the model's ranking may be answered from; `cards` are those that may be meant.

    A card that the model has not learned is found by the other voices only.
    """
    if not model or model[0].score < calibration.alone or is_doubtful(model, fusion):
        return False
    return calibration.goals.issuperset(cards)


def least_sure(heard: Sequence[Heard], fusion: Fusion) -> float:
    """The lowest probability from which the model may be heard alone.

    `heard`: messages held out.
    """
    agreed = [(model[0].score, _is_agreed(model, whole, fusion)) for model, whole in heard]
    for threshold in _THRESHOLDS:
        as_sure = [alike for score, alike in agreed if score >= threshold]
        if as_sure and sum(as_sure) >= AGREED * len(as_sure):
            return threshold
    return NEVER


def _is_agreed(model: Ranking, whole: Ranking, fusion: Fusion) -> bool:
    best = whole[0]
    is_sure = best.score >= fusion.accept and not is_doubtful(whole, fusion)
    return best.goal == model[0].goal and is_sure
