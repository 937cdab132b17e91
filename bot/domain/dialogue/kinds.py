"""The kinds of place and of contact that a message is after."""

from collections.abc import Sequence

from bot.domain.actions import Action
from bot.domain.dialogue.doors import usual_kinds
from bot.domain.dialogue.scene import Reading, Scene
from bot.domain.directory import kinds_in

NEED = 0.1
"""Probability from which the subject of a card tells whom to call."""

GENERIC = "tiers-lieu"
"""The kind that every tiers-lieu is, whatever else it is."""


def kinds_wanted(scene: Scene, goal: str, reading: Reading | None = None) -> tuple[str, ...]:
    """The kinds of place or contact that a message names; those usual for its goal if none."""
    known, cues = scene.knowledge.kinds, scene.knowledge.cues
    folded = reading.folded if reading else ""
    match goal:
        case Action.FIND_PLACE:
            return place_kinds(kinds_in(folded, known.places))
        case Action.FIND_PARTNER | Action.OFFER_PARTNERSHIP:
            return cues.partner_kinds
        case _:
            return kinds_in(folded, known.contacts) or _kinds_needed(scene, reading)


def place_kinds(named: Sequence[str]) -> tuple[str, ...]:
    """The kinds of place to look for among those named; any tiers-lieu when no other is."""
    return tuple(kind for kind in named if kind != GENERIC) or (GENERIC,)


def _kinds_needed(scene: Scene, reading: Reading | None) -> tuple[str, ...]:
    """Whom to call for what the message is about, by the card that it is nearest to."""
    needs, usual = scene.knowledge.needs_of_cards, usual_kinds(scene)
    candidates = reading.interpretation.candidates if reading else ()
    near = (it.goal for it in candidates if it.score >= NEED)
    need = next((needs[goal] for goal in near if goal in needs), None)
    return tuple(dict.fromkeys((*need.contact_kinds, *usual))) if need else usual
