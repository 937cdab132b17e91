"""Figures and punctuation as French readers write them."""

import re

from markupsafe import Markup

from bot.domain.evaluation.shares import Share

_THIN = "\u202f"
"""Between thousands, and before « % »: it never opens a line."""

_UNBREAKABLE = re.compile(r" (?=[;:?!»%]|ms\b)|(?<=«) ")
_SIGNS = str.maketrans({".": ",", "-": "−"})


def typeset(html: Markup) -> Markup:
    """The same HTML, whose punctuation marks and units never open a line."""
    return Markup(_UNBREAKABLE.sub("\u00a0", html))  # noqa: S704 - spaces in what is escaped


def percent(value: float, digits: int = 0) -> str:
    """« 83 % », or « 83,2 % » with a digit."""
    return f"{number(100 * value, digits)}{_THIN}%"


def points(value: float) -> str:
    """A difference of shares: « −1,2 »."""
    rounded = round(100 * value, 1)
    return f"{rounded:+.1f}".translate(_SIGNS) if rounded else "0"


def number(value: float, digits: int = 0) -> str:
    """« 6 144 », « 12,5 »."""
    return f"{value:,.{digits}f}".replace(",", _THIN).translate(_SIGNS)


def interval(share: Share) -> str:
    """« 79 à 86 % »."""
    low, high = share.interval
    return f"{number(100 * low)} à {percent(high)}"
