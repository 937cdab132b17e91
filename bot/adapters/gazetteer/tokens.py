"""A message cut into words that remember where they stood."""

import re
from dataclasses import dataclass

from bot.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|@|\w\.(?:fr|org|com|net|eu|info)\b")
_JOINS = re.compile(r"[ '’.\u2010-\u2013-]*")
_FULL = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as written, folded, and its place in the message (`start` to `end`, excluded).

    `gap` is what stands between it and the word before.
    """

    raw: str
    word: str
    gap: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word as the index of names writes it: « st » in full."""
        return _FULL.get(self.word, self.word)

    @property
    def is_capitalised(self) -> bool:
        """Whether it starts with a capital."""
        return self.raw[0].isupper()

    @property
    def is_joined(self) -> bool:
        """Whether it may belong to the same name as the word before."""
        return _JOINS.fullmatch(self.gap) is not None


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; punctuation is only kept as gaps.

    What web and e-mail addresses hold is not words.
    """
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(_CHUNK.sub(_without_address, text)):
        raw = match.group()
        tokens.append(Token(raw, fold(raw), text[end : match.start()], *match.span()))
        end = match.end()
    return tuple(tokens)


def _without_address(chunk: re.Match[str]) -> str:
    """The same chunk, or, for an address, as many characters and no word."""
    text = chunk.group()
    return "_" * len(text) if _ADDRESS.search(text) else text
