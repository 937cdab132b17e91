"""What a message says beside its question: which facet, whether it follows on."""

from collections.abc import Iterable

from bot.domain.buttons import Verb
from bot.domain.card import Facet
from bot.domain.lists import Cues
from bot.domain.text import fold_known, told_by

ELLIPSIS = 4
"""Words of a follow-up that needs what came before: more may be a question of its own."""

SHORT = 9
"""Words of a message that can be a follow-up: more tell a story of their own."""

_DIRECT = frozenset(
    {
        *(Facet.COST, Facet.DELAY, Facet.DECIDER, Facet.CONTACT),
        *(Facet.MODEL, Facet.PITFALLS, Facet.LEGAL),
    }
)
"""Facets precise enough to be answered at once; « comment faire » is the card itself."""


def facet_in(folded: str, cues: Cues) -> Facet | None:
    """The facet of the subject that is asked about, by the longest words that tell it."""
    return told_by(((cue.id, cue.words) for cue in cues.facets), folded)


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


def asks_to_declare(folded: str, cues: Cues) -> bool:
    """Whether a message asks that a structure be made known, and nothing else."""
    asked = folded.removeprefix("je voudrais ").removeprefix("on voudrait ")
    return _is_one_of(asked.removeprefix("je veux "), cues.declare)


def _is_one_of(folded: str, phrases: Iterable[str]) -> bool:
    known = set(map(fold_known, phrases))
    return folded in known or folded.removeprefix("et ").removesuffix(" s il vous plait") in known
