"""What a message says beside its question: which facet, whether it follows on."""

import re
from collections.abc import Iterable

from bot.domain.buttons import Verb
from bot.domain.card import Facet
from bot.domain.lists import Cues
from bot.domain.text import fold, fold_known, mentioned, told_by
from bot.domain.understanding import SHORT

TELLING = 5
"""Letters of a word that can tell what a section is about."""

STEM = 6
"""First letters by which words of one family are known: « convoque », « convoquer »."""

_DIRECT = frozenset(
    {
        *(Facet.COST, Facet.DELAY, Facet.DECIDER, Facet.CONTACT),
        *(Facet.MODEL, Facet.PITFALLS, Facet.LEGAL),
    }
)
"""Facets precise enough to be answered at once; « comment faire » is the card itself."""


def facet_in(folded: str, cues: Cues, title: str = "") -> Facet | None:
    """The facet of the subject that is asked about, by the longest words that tell it.

    Not by those of the card's title: « budget participatif » asks no price.
    """
    alone = (cue.id for cue in cues.facets if _is_one_of(folded, cue.alone))
    titled = set(fold_known(title).split())
    said = " ".join(word for word in folded.split() if word not in titled)
    words = {cue.id: cue.words for cue in cues.facets}
    vague = words.pop(Facet.DEFINITION, ())  # « c'est quoi les tarifs »
    told = next(alone, None) or told_by(words.items(), said)
    return told or (Facet.DEFINITION if mentioned(vague, said) else None)


def telling(text: str, cues: Cues) -> tuple[str, ...]:
    """The beginnings of the words of a text that can tell what a section is about, in order."""
    common = {fold_known(word)[:STEM] for word in cues.common}
    stems = (word[:STEM] for word in fold(text).split() if len(word) >= TELLING)
    return tuple(stem for stem in stems if stem not in common)


def is_direct(facet: Facet | None) -> bool:
    """Whether a facet named in a first question gets its section rather than the card."""
    return facet in _DIRECT


def follows_on(folded: str, cues: Cues) -> bool:
    """Whether a message is short and begins as the rest of a conversation."""
    begins = any(f"{folded} ".startswith(f"{words} ") for words in map(fold_known, cues.follow_up))
    return begins and len(folded.split()) <= SHORT


def verb_in(folded: str, cues: Cues) -> Verb | None:
    """The button of a card that a message asks for in words, and nothing else."""
    asked = {Verb.PLAIN: cues.plain, Verb.SOURCES: cues.sources, Verb.MORE: cues.more}
    return next((verb for verb, words in asked.items() if _is_one_of(folded, words)), None)


def asks_for_more(folded: str, cues: Cues) -> bool:
    """Whether a message asks for the rest of a list, and nothing else."""
    return _is_one_of(folded, cues.more)


def asks_nearer(folded: str, cues: Cues) -> bool:
    """Whether a message asks for something nearer than the list shown."""
    return _is_one_of(folded, cues.nearer)


def asks_anywhere(folded: str, cues: Cues) -> bool:
    """Whether a message asks to search the whole country."""
    return _is_one_of(folded, cues.anywhere)


def asks_wider(folded: str, cues: Cues) -> bool:
    """Whether a message asks to search the whole département."""
    return _is_one_of(folded, cues.wider)


def rank_in(folded: str, cues: Cues) -> int | None:
    """Which of the items shown is asked about, from 0: « le deuxième »."""
    return next((rank for rank, words in enumerate(cues.ranks) if _is_one_of(folded, words)), None)


def asks_to_declare(folded: str, cues: Cues) -> bool:
    """Whether a message asks that a structure be made known, and nothing else."""
    asked = folded.removeprefix("je voudrais ").removeprefix("on voudrait ")
    return _is_one_of(asked.removeprefix("je veux "), cues.declare)


_POLITE = re.compile(r"(?: (?:stp|svp|s il (?:te|vous) plait|la|merci))+$")


def _is_one_of(folded: str, phrases: Iterable[str]) -> bool:
    known = set(map(fold_known, phrases))
    return folded in known or _POLITE.sub("", folded.removeprefix("et ")) in known
