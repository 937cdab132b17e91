"""Whether the words before a place rule it out: « pas à Albi », « ailleurs qu'à Albi »."""

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence

_NEAR = 2
"""Words before a mention in which it is denied."""

_AFTER = frozenset({"exclu", "exclue", "excepte", "exceptee"})
_LINKS = (
    cues.OF
    | cues.INSIDE
    | cues.ARTICLES
    | cues.CONTRACTED
    | cues.LOCATIVE
    | {"a", "aller", "venir", "jusqu"}
)


def is_denied(sentence: Sentence, mention: Mention, words: list[str]) -> bool:
    """Whether `words`, those before the mention, rule it out."""
    if sentence.word(mention.last) in _AFTER:
        return True
    near = words[-_NEAR:]
    if words[-3:-1] == ["pourquoi", "pas"] or ("pas" in near and not _is_ruled_out(words)):
        return False
    is_negated = not cues.NEGATIONS.isdisjoint(near) or _is_left(words)
    return is_negated or _is_excepted(words) or _is_replaced(sentence, mention, words)


def _is_ruled_out(words: list[str]) -> bool:
    """« pas à Albi », « mais pas à Albi », unlike « il n'existe pas à Albi », « pas si Albi »."""
    position = len(words) - 1 - words[::-1].index("pas")
    before, after = words[:position][-1:], words[position + 1 :]
    is_placed = not before or before[0] in cues.PLACING
    return is_placed and all(word in _LINKS for word in after)


def _is_left(words: list[str]) -> bool:
    """« nous ne sommes plus à Albi »."""
    return "plus" in words[-_NEAR:] and not {"n", "ne"}.isdisjoint(words)


def _is_excepted(words: list[str]) -> bool:
    """« sauf Albi », « à l'exception d'Albi », « pas jusqu'à Albi »."""
    is_too_far = "jusqu" in words[-_NEAR:] and "pas" in words
    return "sauf" in words or "exception" in words[-3:] or is_too_far


def _is_replaced(sentence: Sentence, mention: Mention, words: list[str]) -> bool:
    """« au lieu d'Albi », « ailleurs qu'à Albi », « plutôt Rodez qu'Albi »."""
    near = words[-_NEAR:]
    if words[-3:-1] == ["au", "lieu"]:
        return True
    if {"qu", "que"}.isdisjoint(near):
        return False
    position = max(at for at, word in enumerate(words) if word in {"qu", "que"})
    if words[:position][-1:] == ["ailleurs"]:
        return words[:position][-2:-1] not in (["par"], ["d"])
    return any(token.word == "plutot" for token in sentence.tokens[: mention.first])
