"""Punctuation, dates, distances and telephone numbers as French readers write them."""

import re
from datetime import date

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
    """« à 12 km », to the nearest kilometre."""
    return f"à {km:.0f}\u00a0km" if km >= 1 else "à moins d'un\u00a0kilomètre"


def dialled(number: str) -> str:
    """A number without its spaces and dots: what a `tel:` link holds."""
    return _NOT_DIALLED.sub("", number)
