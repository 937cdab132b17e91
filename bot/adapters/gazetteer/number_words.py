"""The numbers of départements as people say them: « quarante-six », « neuf trois », « deux A »."""

from collections.abc import Iterable, Iterator

_UNITS = (
    *("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
    *("dix sept", "dix huit", "dix neuf"),
)
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante")
_LETTERED = {"2A": "deux a", "2B": "deux b"}


def spoken(codes: Iterable[str]) -> dict[str, str]:
    """The code of each département by the folded words that say it."""
    return {words: code for code in codes for words in _ways(code)}


def _ways(code: str) -> Iterator[str]:
    if code in _LETTERED:
        yield _LETTERED[code]
        return
    number = int(code)
    yield _hundreds(number)
    yield _hundreds(number).replace(" et ", " ")
    digits = " ".join(_UNITS[int(digit)] for digit in code)
    if number >= len(_UNITS) or code.startswith("0"):
        yield digits


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(number)
    return f"{_UNITS[hundreds]} cent {_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 70:  # noqa: PLR2004 - from there on, French counts by twenties
        tens, unit = divmod(number, 10)
        return _joined(_TENS[tens], unit)
    if number < 80:  # noqa: PLR2004
        return _joined("soixante", number - 60)
    return f"quatre vingt {_below_hundred(number - 80)}" if number > 80 else "quatre vingts"  # noqa: PLR2004


def _joined(tens: str, unit: int) -> str:
    """« vingt et un », « trente deux », « soixante et onze »."""
    if not unit:
        return tens
    link = " et " if unit in {1, 11} else " "
    return f"{tens}{link}{_UNITS[unit]}"
