"""The cells of open-data files, as producers and spreadsheets write them."""

import html
import math
import re
from datetime import date

from bot.domain.text import clean

_EMPTY = frozenset({"", "nan", "null", "none", "n/a", "na", "-"})
_WHOLE = re.compile(r"(\w+)\.0+")
_POSTCODE = re.compile(r"(?<!\d)\d{4,5}(?!\d)")
_INVERTED = re.compile(r"(.+?)\s*\((l'|le|la|les)\)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")
_CODE = 5
"""Characters of a postcode and of an INSEE code; spreadsheets drop the leading zero."""


def text_of(cell: str) -> str:
    """What a cell says; empty when it says nothing (« », « nan »)."""
    text = clean(html.unescape(cell)).replace("’", "'")
    return "" if text.lower() in _EMPTY else text


def code_of(text: str) -> str:
    """A code that a spreadsheet took for a number: « 491.0 » is « 491 »."""
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text


def insee_of(text: str) -> str:
    """An INSEE code, with its leading zero and Corsica's letter in capitals."""
    code = code_of(text).upper()
    return code.zfill(_CODE) if code else ""


def postcode_of(text: str) -> str:
    """A postcode, with its leading zero and without « CEDEX »; empty when there is none."""
    found = _POSTCODE.search(code_of(text))
    return found[0].zfill(_CODE) if found else ""


def number_of(text: str) -> float | None:
    """A number written with a comma or a point; none when it is no number."""
    try:
        number = float(text.replace(",", ".").replace(" ", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def day_of(text: str) -> date | None:
    """The day of a date or a moment written as in ISO 8601."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def name_of(text: str) -> str:
    """A name in its usual order: « KazLab (La) » is « La KazLab »."""
    inverted = _INVERTED.fullmatch(text)
    if not inverted:
        return text
    article = inverted[2].capitalize()
    return f"{article}{'' if article.endswith(chr(39)) else ' '}{inverted[1]}"


def website_of(text: str) -> str | None:
    """The first address of a list separated by « | », with its scheme; none when it is no address.

    Addresses are often written without their scheme; every browser then tries https first.
    """
    for part in text.split("|"):
        address = part.strip()
        if address and "://" not in address:
            address = f"https://{address}"
        if _URL.fullmatch(address) and "@" not in address:
            return address
    return None


def street_of(text: str, postcode: str) -> str:
    """An address without the postcode and the town that end it."""
    before, found, _ = text.rpartition(postcode) if postcode else (text, "", "")
    return (before if found else text).strip(" ,;-")
