"""The same question as other people would type it: pure, and the same each time."""

import hashlib
import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from bot.domain.text import has_words, without_accents

SEED = "trait d'union"
"""What draws begin with: another seed makes other mistakes."""

EVERY = 10
"""Words for one mistake."""

LONG = 4
"""Letters of a word that can hold one: a shorter word becomes another."""

_KEYS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
"""The letters of a French keyboard, row by row."""

_GLUED = re.compile(r"['’ʼ]")
_MARK = re.compile(r"[^\w\s]|_")
_SPACES = re.compile(r"(\s+)")


class Variation(StrEnum):
    """Another way to write a question."""

    NO_ACCENTS = "sans-accents"
    CAPITALS = "capitales"
    NO_PUNCTUATION = "sans-ponctuation"
    TYPOS = "fautes-de-frappe"


def perturb(text: str, variation: Variation) -> str:
    """The same question, written otherwise."""
    match variation:
        case Variation.NO_ACCENTS:
            return without_accents(text)
        case Variation.CAPITALS:
            return text.upper()
        case Variation.NO_PUNCTUATION:
            return without_punctuation(text)
        case Variation.TYPOS:
            return mistyped(text)


def without_punctuation(text: str) -> str:
    """Without any mark: « j'ai » becomes « jai », « tiers-lieu » two words."""
    return " ".join(_MARK.sub(" ", _GLUED.sub("", text)).split())


def mistyped(text: str) -> str:
    """With a slip of the finger every ten words; the last words have their share of a chance."""
    pieces = _SPACES.split(text)
    words = [place for place, piece in enumerate(pieces) if has_words(piece)]
    for start in range(0, len(words), EVERY):
        block = words[start : start + EVERY]
        long = [place for place in block if sum(map(str.isalpha, pieces[place])) >= LONG]
        if long and _draw(f"whether {start} {text}", EVERY) < len(block):
            place = long[_draw(f"where {start} {text}", len(long))]
            pieces[place] = _mistype(pieces[place], f"{start} {text}")
    return "".join(pieces)


def _mistype(word: str, key: str) -> str:
    """A letter after the first doubled, forgotten, swapped with the one before, or missed."""
    spots = [at for at in range(1, len(word)) if word[at - 1 : at + 1].isalpha()]
    if not spots:
        return word
    at = spots[_draw(f"letter {key}", len(spots))]
    first = _draw(f"mistake {key}", len(_MISTAKES))
    tries = (*_MISTAKES[first:], *_MISTAKES[:first])
    return next((made for mistake in tries if (made := mistake(word, at)) != word), word)


def _double(word: str, at: int) -> str:
    return word[: at + 1] + word[at:]


def _forget(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def _swap(word: str, at: int) -> str:
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _miss(word: str, at: int) -> str:
    """The key beside, on the same row."""
    letter = without_accents(word[at])
    row = next((row for row in _KEYS if letter.lower() in row), "")
    if not row:
        return word
    place = row.index(letter.lower())
    beside = row[place - 1] if place else row[1]
    return word[:at] + (beside.upper() if letter.isupper() else beside) + word[at + 1 :]


_MISTAKES: Sequence[Callable[[str, int], str]] = (_double, _forget, _swap, _miss)


def _draw(key: str, sides: int) -> int:
    """A number under `sides`, as good as any, and always the same for a key."""
    digest = hashlib.sha256(f"{SEED} {key}".encode()).digest()
    return int.from_bytes(digest[:8]) % sides
