"""Which of the places mentioned the request is about."""

import itertools
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from bot.adapters.gazetteer import cues
from bot.adapters.gazetteer.denying import is_denied
from bot.adapters.gazetteer.introducing import Cue, introduction
from bot.adapters.gazetteer.mentions import Mention
from bot.adapters.gazetteer.sentence import Sentence

_LOOK_BACK = 6
"""Words before a mention in which its part is told: denied, where one comes from…"""


class Part(IntEnum):
    """What a mention is there for, the least wanted first.

    DENIED: « pas à Albi ». COMPARED: « comme à Albi ». ORIGIN: « je viens d'Albi ». LANDMARK:
    « près d'Albi », beside another place. LOOSE: « une asso d'Albi ».
    """

    DENIED = 0
    COMPARED = 1
    ORIGIN = 2
    LANDMARK = 3
    LOOSE = 4
    WANTED = 5


def chosen(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mention that the request is about, the last of the most wanted.

    Several when they are joined (« Alès ou Nîmes »); none when all are denied or only compared.
    """
    parts = _parts(sentence, mentions)
    meant = [it for it, part in zip(mentions, parts, strict=True) if part > Part.COMPARED]
    towns = Counter(code for it in meant if _is_town(it) for code in _held_by(it))
    kept = [position for position, it in enumerate(mentions) if not _situates(it, towns)]
    best = max((parts[position] for position in kept), default=Part.DENIED)
    if best <= Part.COMPARED:
        return ()
    first = last = max(index for index, position in enumerate(kept) if parts[position] is best)
    told = [mentions[position] for position in kept]
    while first and _are_joined(sentence, told[first - 1], told[first]):
        first -= 1
    return tuple(told[first : last + 1])


def _parts(sentence: Sentence, mentions: Sequence[Mention]) -> list[Part]:
    """The part of each mention; one joined to the one before it has the same."""
    parts: list[Part] = []
    for position, mention in enumerate(mentions):
        before = mentions[position - 1] if position else None
        is_joined = before is not None and _are_joined(sentence, before, mention)
        parts.append(parts[-1] if is_joined else _part(sentence, before, mention))
    return parts


def _part(sentence: Sentence, before: Mention | None, mention: Mention) -> Part:
    words = _words_before(sentence, before, mention)
    if is_denied(sentence, mention, words):
        return Part.DENIED
    told = _since_seeking(words)
    if _is_compared(sentence, mention, told):
        return Part.COMPARED
    if _is_origin(told):
        return Part.ORIGIN
    if not cues.NEARNESS.isdisjoint(told[-3:]):
        return Part.LANDMARK
    cue = introduction(sentence, mention.name_first, mention.name_last).cue
    return Part.LOOSE if cue is Cue.OF else Part.WANTED


def _is_compared(sentence: Sentence, mention: Mention, words: list[str]) -> bool:
    """« comme à Albi », unlike « faire pareil à Albi »."""
    likeness = cues.LIKENESS.intersection(words)
    if not likeness or "pas" in words:
        return False
    is_at = introduction(sentence, mention.name_first, mention.name_last).cue is Cue.AT
    return not (likeness == {"pareil"} and is_at and "qu" not in words)


def _words_before(sentence: Sentence, before: Mention | None, mention: Mention) -> list[str]:
    """The words before it, back to the mention before or the start of the clause."""
    start = max(mention.name_first - _LOOK_BACK, before.last if before else 0, 0)
    words: list[str] = []
    for position in range(start, mention.name_first):
        if words and _breaks(sentence, position):
            words.clear()
        words.append(sentence.word(position))
    return [] if words and _breaks(sentence, mention.name_first) else words


def _breaks(sentence: Sentence, position: int) -> bool:
    return not set(sentence.gap(position)).isdisjoint(",;.!?(")


def _since_seeking(words: list[str]) -> list[str]:
    """The words after the last that says what is wanted."""
    seeking = [position for position, word in enumerate(words) if word in cues.SEEKING]
    return words[seeking[-1] + 1 :] if seeking else words


def _is_origin(words: list[str]) -> bool:
    comes_from = words[-2:] in (["suis", "de"], ["suis", "d"], ["sommes", "de"], ["sommes", "d"])
    born = ("suis", "ne") in itertools.pairwise(words)
    travels = words[-1:] in (["pour"], ["vers"]) and not cues.TRANSPORT.isdisjoint(words)
    return comes_from or born or travels or not cues.ORIGINS.isdisjoint(words)


def _are_joined(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """« Alès ou Nîmes », « entre Cahors et Figeac », « à Metz ou à Nancy », « Figeac/Capdenac »."""
    if one.last == other.first and not (one.is_number or other.is_number):
        return sentence.gap(other.first).strip() in {"", "/"}
    between = [sentence.word(position) for position in range(one.last, other.first)]
    links = cues.OF | cues.INSIDE | cues.ARTICLES | cues.CONTRACTED | {"a"}
    is_linked = bool(between) and between[0] in cues.JOINING
    return is_linked and all(word in links for word in between[1:])


def _situates(mention: Mention, towns: Counter[str]) -> bool:
    """Whether it is the département or the postcode of another (« Saint-Denis, dans le 93 »).

    `towns`: how many of the towns meant may lie in each département.
    """
    if not (mention.is_wide or mention.is_number or mention.is_qualifier):
        return False
    own = _held_by(mention) if _is_town(mention) else set()
    codes = {code for place in mention.areas for code in place.departements}
    return any(towns[code] > (code in own) for code in codes)


def _is_town(mention: Mention) -> bool:
    return not mention.is_wide and not mention.is_number


def _held_by(mention: Mention) -> set[str]:
    """The départements in which a place of that name lies."""
    places = (*mention.places, *(former.commune for former in mention.former))
    return {code for place in places for code in place.departements}
