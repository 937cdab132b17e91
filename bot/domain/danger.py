"""Danger is recognised by rule, before and without any model."""

import re

from bot.domain.emergency import Danger, Emergency
from bot.domain.replies import Alert, Number
from bot.domain.text import clean, fold


def find_danger(folded: str, emergency: Emergency) -> Danger | None:
    """The first situation whose words stand in the message, unless it is only talked about."""
    for danger in emergency.dangers:
        if _any(danger.patterns, folded) and not _any(danger.unless, folded):
            return danger
    return None


def hear_danger(text: str, emergency: Emergency) -> Danger | None:
    """The danger that a message tells of, as it was written.

    Between chevrons too, which are tidied away as a tag: danger comes before tidiness.
    """
    reads = dict.fromkeys((fold(clean(text)), fold(text)))
    return next(filter(None, (find_danger(read, emergency) for read in reads)), None)


def alert(danger: Danger | None, emergency: Emergency, default_text: str) -> Alert:
    """What to do and whom to call, the rescue number first."""
    wanted = danger.numbers if danger else emergency.default
    known = {number.number: number for number in emergency.numbers}
    numbers = tuple(
        Number(number.number, number.name, number.use, number.hours)
        for number in (known[code] for code in wanted)
    )
    return Alert(text=danger.advice if danger else default_text, numbers=numbers)


def _any(patterns: tuple[str, ...], folded: str) -> bool:
    return any(re.search(pattern, folded) for pattern in patterns)
