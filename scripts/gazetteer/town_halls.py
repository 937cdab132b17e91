"""The public address of each town hall, without what could be a person's."""

import re
from collections.abc import Iterable, Mapping

from bot.adapters.gazetteer.records import TOWN_HALL_COLUMNS
from bot.domain.text import fold

_GENERIC = frozenset(
    fold(
        "mairi maire commune comune cne accueil acceuil contact secretariat secretaire info vill"
        " hotel courrier admin dgs dga cabinet etatcivil munici bourg bienvenue conseil association"
        " public general direction standard communication services agglo mdp"
    ).split()
)
"""What the local part of a town hall's own e-mail holds, whoever reads it."""

_LEGAL = frozenset({"saint", "sainte", "sur", "sous", "les", "des", "aux", "bois", "mont"})
_MIN_WORD = 4
_PHONE = re.compile(r"(?:\+\d{1,3} ?)?\d[\d ]{6,14}\d")
_SITE = re.compile(r"https?://[^\s;,]+\.[^\s;,]+")


def town_hall_rows(
    rows: Mapping[str, dict[str, str]], names: Mapping[str, str], first_names: Iterable[str]
) -> list[tuple[str, ...]]:
    """One row for each commune or arrondissement of `names` that has something to say."""
    people = frozenset(first_names)
    found = [_row(code, name, rows[code], people) for code, name in names.items() if code in rows]
    return sorted(row for row in found if any(row[1:]))


def _row(code: str, name: str, record: dict[str, str], people: frozenset[str]) -> tuple[str, ...]:
    values = {
        "code": code,
        "address": ", ".join(filter(None, map(str.strip, record["mairie_adresse"].split("\n")))),
        "phone": _phone(record["mairie_telephone"]),
        "email": _email(record["mairie_email"], name, people),
        "site": _site(record["mairie_site"]),
    }
    return tuple(values[column] for column in TOWN_HALL_COLUMNS)


def _phone(text: str) -> str:
    return text if _PHONE.fullmatch(text) else ""


def _site(text: str) -> str:
    return text if _SITE.fullmatch(text) else ""


def _email(text: str, name: str, people: frozenset[str]) -> str:
    """The address if its local part names the town hall: otherwise it may be somebody's own."""
    address = text.strip().lower()
    local, at, domain = address.partition("@")
    if not at or "." not in domain or " " in address:
        return ""
    folded = fold(local)
    written = folded.replace(" ", "")
    if any(word in written for word in _GENERIC):
        return address
    if set(folded.split()) & people:
        return ""
    return address if any(part in written for part in _parts(name)) else ""


def _parts(name: str) -> list[str]:
    """The words of a commune's name, or their beginnings, that an address can be made of."""
    words = [word for word in fold(name).split() if word not in _LEGAL]
    return [word[:5] for word in words if len(word) >= _MIN_WORD] or ["".join(words)]
