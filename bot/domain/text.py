"""Text as people type it: cleaned, folded, cut and redacted. Lengths are in characters."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

Told = TypeVar("Told", bound=str)

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "ß": "ss", "’": "'"})
_TAG = re.compile(r"<(?:[/?]?[A-Za-z]|!)[^<>]{0,200}>")  # « < 3500 … > » is no tag
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")

_PERSONAL = (
    # A run of letters is tried from its first only: else one of 60,000 would take seconds.
    (re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+"), "[courriel]"),
    (re.compile(r"https?://\S+|www\.\S+"), "[lien]"),
    (re.compile(r"(?<!\w)@\w{3,}"), "[compte]"),
    (re.compile(r"(?<!\d)0\d(?:[ ./-]?\d{2}){4}(?!\d)"), "[téléphone]"),
    (
        # From abroad, « (0) » kept or not: +33 6 and eight digits, +590 690 and six.
        re.compile(r"(?<!\d)(?:\+|00)\d{2,3}[ ./-]?(?:\(0\) ?)?\d{1,3}(?:[ ./-]?\d{2}){3,4}(?!\d)"),
        "[téléphone]",
    ),
    # Social security, bank account, bank card.
    (
        re.compile(r"(?<!\d)[12](?: ?\d{2}){2} ?(?:\d{2}|2[AB])(?: ?\d{3}){2}(?: ?\d{2})?(?!\d)"),
        "[numéro]",
    ),
    (
        re.compile(
            r"\b(?:[A-Za-z]{2} ?)?\d{2}(?: ?\d{4}){2}(?: ?[\dA-Z]{4}){1,4}(?: ?[\dA-Z]{1,3})?\b"
        ),
        "[numéro]",
    ),
    (re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)"), "[numéro]"),
)


def clean(raw: str) -> str:
    """What a person meant to write: no control or direction mark, no tag, single spaces."""
    visible = "".join(
        " " if char.isspace() else char
        for char in raw
        if char.isspace()
        or char == "\u200d"
        or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    # Composed last: a mark that was removed no longer stands between a letter and its accent.
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _TAG.sub(" ", visible)).strip())


def without_accents(text: str) -> str:
    """The same text without its accents and ligatures; case and punctuation stay."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Lower case, no accents, anything else than letters and digits as one space."""
    return _NOT_WORD.sub(" ", without_accents(text).lower()).strip()


def mentioned(phrases: Iterable[str], folded: str) -> str | None:
    """The longest of `phrases` that stands in `folded` as whole words, if any does."""
    padded = f" {folded} "
    found = [phrase for phrase in phrases if f" {fold_known(phrase)} " in padded]
    return max(found, key=len, default=None)


def told_by(cues: Iterable[tuple[Told, Sequence[str]]], folded: str) -> Told | None:
    """The one whose words stand longest in the message; between equals, the last by name."""
    found = [(mentioned(words, folded), id_) for id_, words in cues]
    named = [(len(words), id_) for words, id_ in found if words]
    return max(named)[1] if named else None


def capital(text: str) -> str:
    """The same text with a capital at its start."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=8192)
def fold_known(phrase: str) -> str:
    """`fold` for phrases of the knowledge base, remembered; what people write never is."""
    return fold(phrase)


def has_words(text: str) -> bool:
    """Whether something can be read in it: emojis and punctuation alone cannot."""
    return any(char.isalnum() for char in text)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut after a sentence if one ends late enough, else a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    sentence = max(cut.rfind(mark) for mark in (". ", "! ", "? "))
    if sentence > limit // 2:
        return cut[: sentence + 1]
    return cut[: max(cut.rfind(" "), limit // 2)].rstrip(" ,;:") + "…"


def redact(text: str) -> str:
    """The same text without what names or reaches a person, before it is kept."""
    for pattern, stand_in in _PERSONAL:
        text = pattern.sub(stand_in, text)
    return text
