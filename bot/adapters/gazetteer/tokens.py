"""A message cut into words that remember where they stood."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|@|\w\.(?:fr|org|com|net|eu|info)\b")
_JOINS = re.compile(r"[ '’.&\u2010-\u2013-]*(/?) *-?")
_FULL = {
    "st": "saint",
    "ste": "sainte",
    "sts": "saints",
    "stes": "saintes",
    "s": "sur",
    "ss": "sous",
}
"""Abbreviations in names: « St-Denis », « Chalon s/ Saône »."""

_OVER = {"s", "ss", "sur", "sous"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as written, folded, and its place in the message (`start` to `end`, excluded).

    `gap` is what stands between it and the word before; `key`, the word as names write it: « st »
    in full.
    """

    raw: str
    word: str
    gap: str
    start: int
    end: int
    key: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it starts with a capital."""
        return self.raw[0].isupper()


def joined_keys(tokens: Sequence[Token], first: int, count: int) -> Iterator[str]:
    """The folded names that the word `first` makes alone, then with those that follow it.

    At most `count` words, and none beyond what keeps words apart. « Chalon/Saône » is read « Chalon
    sur Saône ».
    """
    key = tokens[first].key
    yield key
    for before, token in itertools.pairwise(tokens[first : first + count]):
        joint = " "
        if token.gap != " ":
            joins = _JOINS.fullmatch(token.gap)
            if joins is None:
                return
            joint = " sur " if joins[1] and before.word not in _OVER else " "
        key = f"{key}{joint}{token.key}"
        yield key


def joined_key(tokens: Sequence[Token]) -> str | None:
    """The folded name that these words make, if nothing between them keeps them apart."""
    keys = tuple(joined_keys(tokens, 0, len(tokens)))
    return keys[-1] if len(keys) == len(tokens) else None


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; punctuation is only kept as gaps.

    What web and e-mail addresses hold is not words.
    """
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(_CHUNK.sub(_without_address, text)):
        raw = match.group()
        word = fold(raw)
        gap = text[end : match.start()]
        tokens.append(Token(raw, word, gap, *match.span(), _FULL.get(word, word)))
        end = match.end()
    return tuple(tokens)


def _without_address(chunk: re.Match[str]) -> str:
    """The same chunk, or, for an address, as many characters and no word."""
    text = chunk.group()
    return "_" * len(text) if _ADDRESS.search(text) else text
