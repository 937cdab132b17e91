"""Messages typed fast or by ear, read as they would be written (« c koi » : « c'est quoi »)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from bot.domain.content import Content, Text
from bot.domain.text import fold, without_accents

_WORD = re.compile(r"[a-z0-9]+'?|[\u2600-\u27bf\U0001f300-\U0001faff]")
"""A word, with the apostrophe that ends it (« c' » is not « c »); or an emoji."""

Words = tuple[str, ...]


class Spelling(Content):
    """What is read, and what people type for it."""

    word: Annotated[Text, Field(title="Ce qui est lu à la place")]
    variants: Annotated[tuple[Text, ...], Field(title="Ce que les gens tapent", min_length=1)]


class Spellings(Content):
    """The quick and phonetic spellings (`spellings.yml`)."""

    spellings: tuple[Spelling, ...] = ()


class Speller:
    """Reads messages: folded, with usual spellings in the place of those of the table."""

    def __init__(self, spellings: Iterable[Spelling] = ()) -> None:
        self._by_first: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for spelling in spellings:
            # What is well written stands for itself: « c'est » is never read « c'est est ».
            for written in (*spelling.variants, spelling.word, fold(spelling.word)):
                words = _words(written)
                if words:
                    self._by_first[words[0]].append((words, fold(spelling.word)))
        for known in self._by_first.values():
            known.sort(key=lambda it: -len(it[0]))

    def read(self, text: str) -> str:
        """The text folded, the longest spellings known replaced first."""
        words = _words(text)
        read: list[str] = []
        position = 0
        while position < len(words):
            length, usual = self._match(words, position)
            read.append(usual)
            position += length
        return fold(" ".join(read))

    def _match(self, words: Words, position: int) -> tuple[int, str]:
        word = words[position]
        after_number = position > 0 and words[position - 1].isdigit()
        if len(word) == 1 and after_number:
            return 1, word  # « 500 g » is a weight
        for variant, usual in self._by_first.get(word, ()):
            if words[position : position + len(variant)] == variant:
                return len(variant), usual
        return 1, word


def _words(text: str) -> Words:
    return tuple(_WORD.findall(without_accents(text).lower()))
