"""The public address of each town hall, without what could be a person's."""

import re
from collections.abc import Mapping

from bot.adapters.gazetteer.records import TOWN_HALL_COLUMNS
from bot.domain.text import fold

_GENERIC = sorted(
    [
        "mairie",
        "mairies",
        "mairi",
        "commune",
        "communes",
        "comune",
        "communaute",
        "cne",
        "accueil",
        "acceuil",
        "contact",
        "contacts",
        "secretariat",
        "secretaire",
        "secretgeneral",
        "info",
        "infos",
        "information",
        "ville",
        "village",
        "hotel",
        "hoteldeville",
        "courrier",
        "courriel",
        "administration",
        "administratif",
        "administrative",
        "admin",
        "dgs",
        "dga",
        "cabinet",
        "etat",
        "civil",
        "etatcivil",
        "municipal",
        "municipale",
        "municipalite",
        "bourg",
        "bienvenue",
        "conseil",
        "association",
        "associations",
        "associative",
        "vie",
        "vieassociative",
        "public",
        "publics",
        "general",
        "generale",
        "generaux",
        "direction",
        "directiongenerale",
        "standard",
        "communication",
        "service",
        "services",
        "agglo",
        "mail",
        "email",
        "compta",
        "comptabilite",
        "la",
        "le",
        "les",
        "de",
        "des",
        "du",
        "d",
        "l",
        "et",
        "en",
        "sur",
        "sous",
        "a",
        "aux",
        "st",
        "ste",
        "saint",
        "sainte",
        "sts",
        "stes",
        "notre",
        "dame",
        "nd",
        "mr",
        "mme",
    ],
    key=lambda word: -len(word),
)
"""What the local part of a town hall's own e-mail is made of, besides the name of the commune."""

_MIN_PREFIX = 4
"""Letters of the beginning of a word of the commune's name that are told from chance."""

_LEFT = 2
"""Letters that may be left once all is explained: initials of the commune, not a name."""

_PHONE = re.compile(r"(?:\+\d{1,3} ?)?\d[\d ]{6,14}\d")
_MOBILE = re.compile(r"(?:0|\+33 ?|\+26\d ?|\+59\d ?)[67]")
_SITE = re.compile(r"https?://[^\s;,]+\.[^\s;,]+")


def town_hall_rows(
    rows: Mapping[str, dict[str, str]], names: Mapping[str, str]
) -> list[tuple[str, ...]]:
    """One row for each commune or arrondissement of `names` that has something to say."""
    found = [_row(code, name, rows[code]) for code, name in names.items() if code in rows]
    return sorted(row for row in found if any(row[1:]))


def _row(code: str, name: str, record: dict[str, str]) -> tuple[str, ...]:
    values = {
        "code": code,
        "address": ", ".join(filter(None, map(str.strip, record["mairie_adresse"].split("\n")))),
        "phone": _phone(record["mairie_telephone"]),
        "email": _email(record["mairie_email"], name),
        "site": _site(record["mairie_site"]),
    }
    return tuple(values[column] for column in TOWN_HALL_COLUMNS)


def _phone(text: str) -> str:
    """The number, unless it is that of a mobile telephone, which is somebody's."""
    return text if _PHONE.fullmatch(text) and not _MOBILE.match(text) else ""


def _site(text: str) -> str:
    return text.strip() if _SITE.fullmatch(text.strip()) else ""


def _email(text: str, name: str) -> str:
    """The address if its local part says nothing but the town hall: else it may be somebody's."""
    address = text.strip().lower()
    local, at, domain = address.partition("@")
    if not at or "." not in domain or " " in address:
        return ""
    return address if len(_unexplained(fold(local), name)) <= _LEFT else ""


def _unexplained(local: str, name: str) -> str:
    """What is left of a local part without the commune's name, numbers and generic words."""
    left = re.sub(r"\d+", " ", local)
    for part in sorted(_parts(name), key=lambda part: -len(part)):
        left = left.replace(part, " ")
    for word in _GENERIC:
        left = (
            re.sub(rf"\b{word}\b", " ", left)
            if len(word) < _MIN_PREFIX
            else left.replace(word, " ")
        )
    return "".join(left.split())


def _parts(name: str) -> set[str]:
    """The name, its words, and the beginnings of the long ones."""
    words = fold(name).split()
    starts = {word[:size] for word in words for size in range(_MIN_PREFIX, len(word))}
    return {"".join(words), *words, *starts}
