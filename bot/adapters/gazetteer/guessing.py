"""Places that are misspelt, looked for only where one is expected: never an ordinary word."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.index import NameIndex
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.spelling import Speller, Suggestion
from bot.adapters.gazetteer.tokens import joined_key
from bot.domain.territory import Territory

MIN_LETTERS = 4
"""Letters of the shortest word that is looked up."""

_LONGEST = 5
"""Words of the longest name that is looked up."""

_SURE_MARGIN = 0.45
"""By how much the best suggestion must outdo the second to be taken, aloud."""

_KNOWN = 2000
"""Inhabitants from which a town is taken in a message that does not answer « où ? »."""

_LETTERS_AN_EDIT = 5
"""Letters that each edit needs around it: « Agen » is not « Again » for sure."""

_WHERE = {Cue.AT, Cue.NEAR, Cue.NAMED}


@dataclass(frozen=True, slots=True)
class Guess:
    """A place that may be meant: sure, or to be asked about; `others` are the next likeliest."""

    mention: Mention
    is_sure: bool
    others: tuple[Territory, ...] = ()


@dataclass(frozen=True, slots=True)
class Guesser:
    """Guesses places; `vocabulary` holds the folded words that are none."""

    speller: Speller
    index: NameIndex
    vocabulary: frozenset[str]

    def guess(self, sentence: Sentence) -> Guess | None:
        """The likeliest place that the message misspells, where one is expected."""
        for first, last in self._spans(sentence):
            key = joined_key(sentence.tokens[first:last])
            found = self._suggestions(key) if key else ()
            if found:
                return self._told(found, first, last, is_answer=sentence.is_answer)
        return None

    def _spans(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Where to look: an answer without its fillers, or what follows « à » or « près de »."""
        if sentence.is_answer:
            first, last = _content(sentence)
            if last - first <= _LONGEST and self._has_unknown(sentence, first, last):
                yield first, last
            return
        for first, token in enumerate(sentence.tokens):
            if not self._is_unknown(token.word) or token.raw.isupper():
                continue
            start = first - 1 if sentence.word(first - 1) in cues.NAME_STARTS else first
            if introduction(sentence, start, first + 1).cue in _WHERE:
                yield from ((start, last) for last in self._ends(sentence, first))

    def _ends(self, sentence: Sentence, first: int) -> Iterator[int]:
        """The ends of the names that may start there, the longest first."""
        longest = min(first + _LONGEST, len(sentence.tokens))
        for last in range(longest, first, -1):
            if last == first + 1 or sentence.gap(last - 1) == "-":
                yield last

    def _has_unknown(self, sentence: Sentence, first: int, last: int) -> bool:
        return any(self._is_unknown(sentence.word(position)) for position in range(first, last))

    def _is_unknown(self, word: str) -> bool:
        return word.isalpha() and len(word) >= MIN_LETTERS and word not in self.vocabulary

    def _suggestions(self, key: str) -> tuple[Suggestion, ...]:
        """Those near enough for the length of the word."""
        most = max(1, len(key) // MIN_LETTERS)
        return tuple(it for it in self.speller.suggest(key) if it.edits <= most)

    def _told(
        self, found: tuple[Suggestion, ...], first: int, last: int, *, is_answer: bool
    ) -> Guess:
        best, *others = found
        margin = others[0].cost - best.cost if others else _SURE_MARGIN
        is_near = best.edits * _LETTERS_AN_EDIT <= len(best.key)
        mention = Mention(best.key, first, last, first, last, self.index.places(best.key))
        is_known = is_answer or (self._largest(best.key).population or 0) >= _KNOWN
        is_sure = is_near and is_known and margin >= _SURE_MARGIN
        return Guess(mention, is_sure, tuple(self._largest(it.key) for it in others))

    def _largest(self, key: str) -> Territory:
        return max(self.index.places(key), key=lambda place: place.population or 0)


def _content(sentence: Sentence) -> tuple[int, int]:
    """The span of an answer without the words around the place."""
    first, last = 0, len(sentence.tokens)
    while first < last and sentence.word(first) in cues.FILLERS - cues.NAME_STARTS:
        first += 1
    while last > first and sentence.word(last - 1) in cues.FILLERS:
        last -= 1
    return first, last
