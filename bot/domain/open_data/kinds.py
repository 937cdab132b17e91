"""Our kinds of place beside the families and typologies of open data."""

from collections.abc import Collection, Iterable, Sequence

from bot.domain.text import fold

TIERS_LIEU = "tiers-lieu"
DIGITAL = "mediation-numerique"

_FAMILIES = (
    ("fablab", ("fablab", "fab lab", "makerspace", "maker", "hackerspace")),
    ("coworking", ("coworking", "co working", "bureaux", "teletravail")),
    ("cafe-associatif", ("cafe", "bistrot", "buvette")),
    ("nourricier", ("nourricier", "agricole", "cuisine", "cuisines", "foodlab", "alimentation")),
    ("culturel", ("culturel", "culturelle", "culture", "artistique", "artistes")),
    ("vie-sociale", ("social", "sociale", "evs")),
    ("ressourcerie", ("ressourcerie", "recyclerie", "reparation", "reemploi")),
    ("habitat", ("habitat", "coliving")),
    ("manufacture", ("manufacture", "manufactures", "artisanat", "artisanaux")),
    (DIGITAL, ("mediation numerique", "inclusion numerique")),
)
"""Words of the families that the censuses of tiers-lieux write in full."""

_TYPOLOGIES = {
    "TIERS_LIEUX": TIERS_LIEU,
    "FABLAB": "fablab",
    "RESSOURCERIE": "ressourcerie",
    "EVS": "vie-sociale",
    "FABRIQUE": "manufacture",
    "EPN": DIGITAL,
}
"""Codes of the national standard that are kinds of ours, one for one."""

_CODES = {kind: code for code, kind in _TYPOLOGIES.items()}


def kinds_of_families(families: str, known: Collection[str]) -> tuple[str, ...]:
    """The known kinds that a list of families names, `tiers-lieu` being always one."""
    text = f" {fold(families)} "
    found = (kind for kind, words in _FAMILIES if any(f" {word} " in text for word in words))
    return _among((*found, TIERS_LIEU), known)


def kinds_of_typologies(codes: str, known: Collection[str]) -> tuple[str, ...]:
    """The known kinds of codes separated by « | »; none when none is ours."""
    wanted = {code.strip().upper() for code in codes.split("|")}
    return _among((kind for code, kind in _TYPOLOGIES.items() if code in wanted), known)


def typologies_of(kinds: Sequence[str]) -> str:
    """The codes of the standard for kinds of ours: a place of any other kind is a tiers-lieu."""
    wanted = {_CODES.get(kind, "TIERS_LIEUX") for kind in kinds}
    return "|".join(code for code in _TYPOLOGIES if code in wanted)


def _among(kinds: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(kind for kind in kinds if kind in known)
