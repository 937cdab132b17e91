"""Punctuation, dates, distances and telephone numbers as French readers write them."""

import re
from datetime import date

from bot.domain.distances import how_far

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_UNBREAKABLE = re.compile(r" (?=[;:?!»%€])|(?<=«) ")
_NOT_DIALLED = re.compile(r"[^\d+]")


def typeset(text: str) -> str:
    """The same text, whose punctuation marks never open a line."""
    return _UNBREAKABLE.sub("\u00a0", text)


def long_date(day: date) -> str:
    """« 25 novembre 2026 », « 1er mai 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


def distance(km: float) -> str:
    """« à 12 km », whose unit is never alone on a line."""
    before, _, unit = how_far(km).rpartition(" ")
    return f"{before}\u00a0{unit}"


def dialled(number: str) -> str:
    """A number without its spaces and dots: what a `tel:` link holds."""
    return _NOT_DIALLED.sub("", number)
