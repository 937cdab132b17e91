"""A message as the reading sees it: its words, and what stands beside a span of them."""

from dataclasses import dataclass
from functools import cached_property

from bot.adapters.gazetteer.tokens import Token, tokenize

_SENTENCE_ENDS = frozenset(".!?:\n")


@dataclass(frozen=True)
class Sentence:
    """A message and its words; positions are indices of words, the last one excluded."""

    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words."""
        return tokenize(self.text)

    @cached_property
    def is_shouted(self) -> bool:
        """Whether it is written in capitals, which then say nothing."""
        return len(self.tokens) > 1 and self.text == self.text.upper()

    def word(self, position: int) -> str:
        """The folded word there, empty outside the message."""
        return self.tokens[position].word if 0 <= position < len(self.tokens) else ""

    def gap(self, position: int) -> str:
        """What stands before the word there; at the end, what follows the last one."""
        if position < len(self.tokens):
            return self.tokens[position].gap
        return self.text[self.tokens[-1].end :] if self.tokens else self.text

    def is_at(self, position: int) -> bool:
        """Whether the word there is « à », told from the verb by its accent."""
        raw = self.tokens[position].raw if 0 <= position < len(self.tokens) else ""
        return raw in {"à", "À"} or (self.is_shouted and raw == "A")

    def starts_at(self, position: int) -> bool:
        """Whether a sentence starts there, so that a capital says nothing."""
        return position == 0 or not _SENTENCE_ENDS.isdisjoint(self.gap(position))

    def has_capital(self, first: int, last: int) -> bool:
        """Whether a word of the span has a capital that means something."""
        return not self.is_shouted and any(
            token.is_capitalised and not self.starts_at(first + offset)
            for offset, token in enumerate(self.tokens[first:last])
        )
