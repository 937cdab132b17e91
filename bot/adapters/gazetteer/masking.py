"""A message with a neutral word in the place of each name, its preposition kept readable."""

from collections.abc import Sequence

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence
from bot.domain.territory import PLACE_WORD

_AT = f"à {PLACE_WORD}"
_OF = f"de {PLACE_WORD}"
_CONTRACTIONS = {"au": _AT, "aux": _AT, "du": _OF, "des": _OF}


def masked(sentence: Sentence, mentions: Sequence[Mention]) -> str:
    """« un fablab au Mans » becomes « un fablab à Villeneuve », as does « dans le Lot »."""
    pieces: list[str] = []
    end = 0
    for mention in mentions:
        first, stand_in = _stand_in(sentence, mention)
        pieces += [sentence.text[end : sentence.tokens[first].start], stand_in]
        end = sentence.tokens[mention.last - 1].end
        if mention.hints and sentence.text[end : end + 1] == ")":
            end += 1
    return "".join(pieces) + sentence.text[end:]


def is_alone(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether the message holds places, and nothing else but the words that introduce them."""
    named = {i for mention in mentions for i in range(mention.first, mention.last)}
    return bool(mentions) and all(
        token.word in cues.FILLERS for i, token in enumerate(sentence.tokens) if i not in named
    )


def _stand_in(sentence: Sentence, mention: Mention) -> tuple[int, str]:
    """The first word to replace, and what replaces it all."""
    first = mention.first
    word, before = sentence.word(first), sentence.word(first - 1)
    if word in _CONTRACTIONS and mention.name_last - mention.name_first > 1:
        return first, _CONTRACTIONS[word]
    if before == "d":
        return first - 1, _OF
    if before == "en":
        return first - 1, _AT
    if not mention.may_be_wide:
        return first, PLACE_WORD
    if before in cues.ARTICLES:
        return _with_article(sentence, first - 1)
    return (first - 1, _CONTRACTIONS[before]) if before in _CONTRACTIONS else (first, PLACE_WORD)


def _with_article(sentence: Sentence, article: int) -> tuple[int, str]:
    """« dans le Lot », « de la Creuse », « le Lot »."""
    match sentence.word(article - 1):
        case "dans":
            return article - 1, _AT
        case "de":
            return article - 1, _OF
        case _:
            return article, PLACE_WORD
