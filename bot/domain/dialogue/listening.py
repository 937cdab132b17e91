"""What a message says beside its question: who speaks, which facet, whether it follows on."""

from bot.domain.buttons import Verb
from bot.domain.card import Facet
from bot.domain.lists import Cues, Role
from bot.domain.text import fold_known, mentioned

SHORT = 9
"""Words of a message that can be a follow-up: more tell a story of their own."""

_DIRECT = frozenset(
    {
        *(Facet.COST, Facet.DELAY, Facet.DECIDER, Facet.CONTACT),
        *(Facet.MODEL, Facet.PITFALLS, Facet.LEGAL),
    }
)
"""Facets precise enough to be answered at once; « comment faire » is the card itself."""


def role_in(folded: str, cues: Cues) -> Role | None:
    """Whom the person says to speak for, by the longest words that tell it."""
    found = [(mentioned(cue.words, folded), cue.id) for cue in cues.roles]
    named = [(len(words), role) for words, role in found if words]
    return max(named)[1] if named else None


def facet_in(folded: str, cues: Cues) -> Facet | None:
    """The facet of the subject that is asked about, by the longest words that tell it."""
    found = [(mentioned(cue.words, folded), cue.id) for cue in cues.facets]
    named = [(len(words), facet) for words, facet in found if words]
    return max(named)[1] if named else None


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
    return next((verb for verb, words in asked.items() if folded in map(fold_known, words)), None)


def asks_for_more(folded: str, cues: Cues) -> bool:
    """Whether a message asks for the rest of a list, and nothing else."""
    return folded in set(map(fold_known, cues.more))
