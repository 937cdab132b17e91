"""Places that are misspelt, looked for only where one is expected: never an ordinary word."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from bot.adapters.gazetteer import cues, denials
from bot.adapters.gazetteer.index import NameIndex
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.spelling import Speller, Suggestion
from bot.adapters.gazetteer.tokens import joined_key
from bot.domain.territory import Territory

MIN_LETTERS = 4
"""Letters of the shortest word that is looked up."""

_LONGEST = 7
"""Words of the longest name that is looked up."""

_MOST_LOOKED_UP = 8
"""Spans of a message that are looked up: each costs a few milliseconds."""

_LETTERS_TOLD = 12
"""Letters from which a name of everyday words may be looked up."""

_LETTERS_OF_WORDS = 9
"""Letters that each edit needs in a name of everyday words (« chambon la forte »)."""

_ACRONYM = 5
"""Letters of the longest word in capitals that is taken for an acronym."""

_SURE_MARGIN = 0.8
"""By how much the best suggestion must outdo the second to be taken, aloud: fewer than one in a
hundred is then wrong (`make bench`)."""

_KNOWN = 2000
"""Inhabitants from which a town is taken in a message that does not answer « où ? »."""

_LETTERS_AN_EDIT = 5
"""Letters that each edit needs around it: « Agen » is not « Again » for sure."""

_SAME_SOUND = 1.5
"""Edits of a name that only sounds the same: allowed however short."""

_WHERE = {Cue.AT, Cue.NEAR, Cue.NAMED}

Span = tuple[int, int]
"""The first and last (excluded) words of what may be a name."""


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
        for first, last in itertools.islice(self._spans(sentence), _MOST_LOOKED_UP):
            key = joined_key(sentence.tokens[first:last])
            found = self._suggestions(key) if key else ()
            if found:
                return self._told(found, (first, last), is_answer=sentence.is_answer)
        return self._small(sentence) if sentence.is_answer else None

    def complete(self, sentence: Sentence, mention: Mention) -> Guess | None:
        """The longer name that a mention is a part of, the rest being misspelt.

        « clermont ferran », « Villefranche de Rouergue » written with one letter less.
        """
        if sentence.is_answer:
            return self._whole(sentence, mention)
        starts = (mention.first, *range(max(mention.first - 2, 0), mention.first))
        ends = range(len(sentence.tokens), mention.last - 1, -1)
        for first in dict.fromkeys(starts):
            for last in ends:
                if last - first > _LONGEST or not self._adds(sentence, mention, (first, last)):
                    continue
                key = joined_key(sentence.tokens[first:last])
                found = self._suggestions(key) if key else ()
                if found and found[0].key.count(" ") >= last - first - 1:
                    guess = self._told(found, (first, last), is_answer=False)
                    return guess if guess.is_sure else None
        return None

    def _whole(self, sentence: Sentence, mention: Mention) -> Guess | None:
        """The longer name that an answer is, of which the mention is but a part."""
        first, last = sentence.content
        is_told = mention.first <= first and last <= mention.last
        if first >= last or is_told or last - first > _LONGEST:
            return None
        key = joined_key(sentence.tokens[first:last])
        found = self._suggestions(key) if key else ()
        return self._told(found, (first, last), is_answer=True) if found else None

    def _adds(self, sentence: Sentence, mention: Mention, span: Span) -> bool:
        """Whether a span holds the mention, and words linked to it that may be a part of a name."""
        first, last = span
        around = [*range(first, mention.first), *range(mention.last, last)]
        words = [sentence.word(position) for position in around]
        links = cues.OF | cues.ARTICLES | {"sur", "sous", "en"}
        saints = cues.NAME_STARTS - cues.ARTICLES
        named = [
            it
            for it in words
            if it in saints
            or (it not in cues.OF_PLACE and (self._is_unknown(it) or self.index.places(it)))
        ]
        return bool(named) and all(word in links or word in named for word in words)

    def _spans(self, sentence: Sentence) -> Iterator[Span]:
        """Where to look: an answer without its fillers, then what follows « à » or « près de »."""
        if sentence.is_answer:
            first, last = sentence.content
            is_name = last - first > 1 or self._has_unknown(sentence, first, last)
            if last - first <= _LONGEST and is_name:
                yield first, last
        for first in range(len(sentence.tokens)):
            if not self._is_looked_up(sentence, first):
                continue
            start = first - 1 if sentence.word(first - 1) in cues.NAME_STARTS else first
            if _is_expected(sentence, start, first):
                yield from ((start, last) for last in self._ends(sentence, first))

    def _ends(self, sentence: Sentence, first: int) -> Iterator[int]:
        """The ends of the names that may start there, the longest first."""
        longest = min(first + _LONGEST, len(sentence.tokens))
        for last in range(longest, first, -1):
            if last == first + 1 or sentence.gap(last - 1) == "-":
                yield last

    def _has_unknown(self, sentence: Sentence, first: int, last: int) -> bool:
        return any(self._is_looked_up(sentence, position) for position in range(first, last))

    def _is_looked_up(self, sentence: Sentence, position: int) -> bool:
        raw = sentence.tokens[position].raw
        is_acronym = raw.isupper() and len(raw) <= _ACRONYM and not sentence.is_shouted
        return self._is_unknown(sentence.word(position)) and not is_acronym

    def _is_unknown(self, word: str) -> bool:
        return word.isalpha() and len(word) >= MIN_LETTERS and word not in self.vocabulary

    def _suggestions(self, key: str) -> tuple[Suggestion, ...]:
        """Those near enough for the length of the word; of everyday words, fewer are."""
        is_everyday = all(
            len(word) < MIN_LETTERS or word in self.vocabulary for word in key.split()
        )
        most = max(_SAME_SOUND, len(key) // MIN_LETTERS)
        if is_everyday:
            most = len(key) // _LETTERS_OF_WORDS if len(key) >= _LETTERS_TOLD else 0
        return tuple(it for it in self.speller.suggest(key) if it.edits <= most)

    def _told(self, found: tuple[Suggestion, ...], span: Span, *, is_answer: bool) -> Guess:
        best, *others = found
        margin = others[0].cost - best.cost if others else _SURE_MARGIN
        is_near = best.edits * _LETTERS_AN_EDIT <= max(
            len(best.key), _LETTERS_AN_EDIT * _SAME_SOUND
        )
        is_known = is_answer or (self._largest(best.key).population or 0) >= _KNOWN
        mention = Mention(best.key, *span, *span, self.index.places(best.key))
        nearby = dict.fromkeys(self._largest(it.key) for it in others)
        is_sure = is_near and is_known and margin >= _SURE_MARGIN
        return Guess(mention, is_sure, tuple(it for it in nearby if it not in mention.places))

    def _small(self, sentence: Sentence) -> Guess | None:
        """A small commune whose name is a word (« bio »): asked rather than taken."""
        first, last = sentence.content
        key = joined_key(sentence.tokens[first:last]) if first < last else None
        places = self.index.places(key) if key else ()
        if key is None or not places or key in cues.FILLERS | denials.NEVER_ALONE:
            return None
        return Guess(Mention(key, first, last, first, last, places), is_sure=False)

    def _largest(self, key: str) -> Territory:
        return max(self.index.places(key), key=lambda place: place.population or 0)


def _is_expected(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a place may stand there: after « à », an « a » without its accent, « j'habite »."""
    before = sentence.word(start - 1)
    return before in cues.LIVING | {"a"} or introduction(sentence, start, first + 1).cue in _WHERE
