"""Which of the places mentioned the request is about."""

from collections.abc import Sequence

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence

_LOOK_BACK = 4
"""Words before a mention in which it is denied, or said to be where one comes from."""


def chosen(sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """The last mention that is neither denied, nor an origin, nor only there to situate another."""
    wanted = [mention for mention in mentions if not _is_denied(sentence, mentions, mention)]
    if not wanted:
        return None
    towns = [mention for mention in wanted if not _situates(mention, wanted)]
    goals = [mention for mention in towns if not _is_origin(sentence, mentions, mention)]
    return (goals or towns)[-1]


def _words_before(sentence: Sentence, mentions: Sequence[Mention], mention: Mention) -> list[str]:
    """The words before it, back to the mention before or the start of the clause."""
    ends = [other.last for other in mentions if other.last <= mention.first]
    start = max((mention.name_first - _LOOK_BACK, *ends, 0))
    words: list[str] = []
    for position in range(start, mention.name_first):
        if words and not set(sentence.gap(position)).isdisjoint(",;.!?"):
            words.clear()
        words.append(sentence.word(position))
    return words


def _is_denied(sentence: Sentence, mentions: Sequence[Mention], mention: Mention) -> bool:
    words = _words_before(sentence, mentions, mention)
    if words[-3:-1] == ["a", "pas"]:  # « il n'y en a pas à Figeac » is about Figeac
        return False
    near = set(words[-2:])
    if not near.isdisjoint(cues.NEGATIONS) or words[-3:-1] == ["au", "lieu"]:
        return True
    earlier = (token.word for token in sentence.tokens[: mention.first])
    return not near.isdisjoint({"qu", "que"}) and "plutot" in earlier


def _is_origin(sentence: Sentence, mentions: Sequence[Mention], mention: Mention) -> bool:
    words = _words_before(sentence, mentions, mention)
    comes_from = words[-2:] in (["suis", "de"], ["suis", "d"], ["sommes", "de"], ["sommes", "d"])
    return comes_from or not set(words).isdisjoint(cues.ORIGINS | cues.LIKENESS)


def _situates(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether it is the département or the postcode of another (« Saint-Denis, dans le 93 »)."""
    if not (mention.is_wide or mention.is_number):
        return False
    codes = {code for place in mention.places for code in place.departements}
    return any(
        not other.is_wide and not other.is_number and codes & set(place.departements)
        for other in others
        for place in other.places
    )
