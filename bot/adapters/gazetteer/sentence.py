"""A message as the reading sees it: its words, and what stands beside a span of them."""

from dataclasses import dataclass
from functools import cached_property

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.tokens import Token, tokenize

_SENTENCE_ENDS = frozenset(".!?:\n")


@dataclass(frozen=True)
class Sentence:
    """A message and its words; positions are indices of words, the last one excluded.

    `is_answer`: whether it answers « où ? », so that a place is expected.
    """

    text: str
    is_answer: bool = False

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words."""
        return tokenize(self.text)

    @cached_property
    def is_shouted(self) -> bool:
        """Whether it is written in capitals, which then say nothing."""
        return len(self.tokens) > 1 and self.text == self.text.upper()

    @cached_property
    def content(self) -> tuple[int, int]:
        """The span of an answer without the words around the place; empty if there is nothing."""
        first, last = 0, len(self.tokens)
        while first < last and self.word(first) in cues.FILLERS - cues.NAME_STARTS:
            first += 1
        while last > first and self.word(last - 1) in cues.FILLERS:
            last -= 1
        return first, last

    def word(self, position: int) -> str:
        """The folded word there, empty outside the message."""
        return self.tokens[position].word if 0 <= position < len(self.tokens) else ""

    def written(self, first: int, last: int) -> str:
        """The span as it is written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def gap(self, position: int) -> str:
        """What stands before the word there; at the end, what follows the last one."""
        if position < len(self.tokens):
            return self.tokens[position].gap
        return self.text[self.tokens[-1].end :] if self.tokens else self.text

    def is_at(self, position: int) -> bool:
        """Whether the word there is « à »: by its accent, or by what stands around it."""
        raw = self.tokens[position].raw if 0 <= position < len(self.tokens) else ""
        if raw in {"à", "À"} or (self.is_shouted and raw == "A"):
            return True
        if raw != "a":
            return False
        before = self.word(position - 1)
        return before in cues.SITUATED or self._is_before_capital(position, before)

    def _is_before_capital(self, position: int, before: str) -> bool:
        """« basée a Champagne », unlike « il a Champagne pour lui » or « il y a Paris »."""
        if self.is_shouted or position + 1 >= len(self.tokens) or before in cues.HAVING:
            return False
        return self.tokens[position + 1].is_capitalised

    def starts_at(self, position: int) -> bool:
        """Whether a sentence starts there, so that a capital says nothing."""
        return position == 0 or not _SENTENCE_ENDS.isdisjoint(self.gap(position))

    def has_capital(self, first: int, last: int) -> bool:
        """Whether a word of the span has a capital that means something."""
        return not self.is_shouted and any(
            token.is_capitalised and not self.starts_at(first + offset)
            for offset, token in enumerate(self.tokens[first:last])
        )
