"""Telephones and e-mails of places: a structure's are kept, what may be a person's is not."""

import re

from bot.domain.text import fold

_FRANCE = re.compile(r"(?:\+33|0033)?0?([1-9]\d{8})")
_OVERSEAS = re.compile(r"(?:\+|00)(?:590|594|262|596|269)0?([1-9]\d{8})")
_PACIFIC = re.compile(r"(?:\+|00)(687[234]\d{5}|68940\d{6}|508041\d{4}|50841\d{4}|68172\d{4})")
_MOBILE = "67"
"""First digits of mobiles (06, 07), overseas too (0690, 0692, 0694, 0696…: ARCEP's numbering)."""
_PREFIXES = {"590": "590", "594": "594", "262": "262", "269": "262", "596": "596"}
"""The country code of the overseas numbers that begin so (Mayotte's is that of La Réunion)."""

_GENERIC = frozenset(
    [
        "accueil",
        "administration",
        "adherents",
        "adhesion",
        "agence",
        "animation",
        "asso",
        "association",
        "atelier",
        "ateliers",
        "bienvenue",
        "bonjour",
        "bureau",
        "cafe",
        "centre",
        "club",
        "collectif",
        "communication",
        "contact",
        "contacts",
        "coordination",
        "coworking",
        "culture",
        "direction",
        "equipe",
        "espace",
        "fablab",
        "formation",
        "gestion",
        "hello",
        "info",
        "infos",
        "information",
        "inscription",
        "lab",
        "location",
        "lieu",
        "lieux",
        "mairie",
        "mediatheque",
        "mediation",
        "numerique",
        "partenariat",
        "reservation",
        "reservations",
        "residence",
        "secretariat",
        "tierslieu",
        "tierslieux",
        "tiers",
        "vie",
        "vieasso",
    ]
)
"""What public mailboxes are called; one whose name is anything else may be a person's."""

_EMAIL = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")


def public_phone(text: str) -> str | None:
    """The first land line of a list separated by « | » or « / », as « 05 65 00 00 00 »."""
    for part in re.split(r"[|/;,]", text):
        digits = re.sub(r"\(0\)|[^\d+]", "", part)
        local = _FRANCE.fullmatch(digits) or _OVERSEAS.fullmatch(digits)
        if local and local[1][0] not in _MOBILE:
            number = f"0{local[1]}"
            return " ".join(number[at : at + 2] for at in range(0, len(number), 2))
        pacific = _PACIFIC.fullmatch(digits)
        if pacific:
            return f"+{pacific[1][:3]} {pacific[1][3:]}"
    return None


def international(phone: str) -> str:
    """A telephone with its country code and without spaces; empty for short numbers."""
    digits = re.sub(r"[^\d+]", "", phone)
    if digits.startswith("+"):
        return digits
    local = _FRANCE.fullmatch(digits)
    return f"+{_PREFIXES.get(local[1][:3], '33')}{local[1]}" if local else ""


def public_email(text: str, name: str) -> str | None:
    """The first e-mail of a list that is a public mailbox: « contact », « accueil.<name> »."""
    own = {*fold(name).split(), fold(name).replace(" ", "")}
    for part in re.split(r"[|/;,\s]", text):
        found = _EMAIL.fullmatch(part)
        words = set(fold(found[1]).split()) if found else set()
        if words & _GENERIC and words <= _GENERIC | own:
            return part.lower()
    return None
