"""A message read for its places: found, chosen, settled, or guessed when they are misspelt."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.adapters.gazetteer.choosing import chosen
from bot.adapters.gazetteer.guessing import Guess, Guesser
from bot.adapters.gazetteer.masking import is_alone, masked
from bot.adapters.gazetteer.mentions import Mention, MentionFinder
from bot.adapters.gazetteer.sentence import Sentence
from bot.adapters.gazetteer.settling import settle
from bot.domain.territory import Territory, TerritoryReading


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads messages."""

    finder: MentionFinder
    guesser: Guesser

    def read(self, sentence: Sentence, near: Territory | None) -> TerritoryReading:
        """The places that a message speaks of; `near`, the territory of the conversation."""
        mentions = self.finder.find(sentence)
        wanted = chosen(sentence, mentions)
        guess = self._guess(sentence, mentions, wanted)
        if guess:
            return _guessed(sentence, guess, near)
        if not wanted:
            return TerritoryReading(masked=masked(sentence, mentions))
        first, *others = (
            settle(sentence, it, [other for other in mentions if other is not it], near)
            for it in wanted
        )
        joined = dict.fromkeys((first.choices[0], *(other.choices[0] for other in others)))
        return TerritoryReading(
            masked=masked(sentence, mentions),
            choices=tuple(joined) if others else first.choices,
            assumed=first.assumed and not others,
            former="" if others else first.former,
            alone=is_alone(sentence, mentions),
        )

    def _guess(
        self, sentence: Sentence, mentions: Sequence[Mention], wanted: Sequence[Mention]
    ) -> Guess | None:
        """What is misspelt: a longer name than was found, or, when none was, any expected one."""
        if wanted:
            return self.guesser.complete(sentence, wanted[-1])
        return None if mentions else self.guesser.guess(sentence)


def _guessed(sentence: Sentence, guess: Guess, near: Territory | None) -> TerritoryReading:
    settled = settle(sentence, guess.mention, (), near)
    is_sure = guess.is_sure and (len(settled.choices) == 1 or settled.assumed)
    is_masked = is_sure or sentence.is_answer
    return TerritoryReading(
        masked=masked(sentence, (guess.mention,) if is_masked else ()),
        choices=(*settled.choices, *guess.others),
        assumed=is_sure,
        former=settled.former,
        alone=is_alone(sentence, (guess.mention,)),
        guessed=True,
    )
