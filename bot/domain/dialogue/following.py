"""What goes on with the card being read: a button said in words, a section of it."""

from bot.domain.actions import Action
from bot.domain.buttons import Press
from bot.domain.card import Card, Facet, Section
from bot.domain.dialogue import cards, listening, presses, searches
from bot.domain.dialogue.doors import usual_kinds
from bot.domain.dialogue.listed import BESIDE
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.judging import outside
from bot.domain.lists import Cues
from bot.domain.session import Results
from bot.domain.understanding import ELLIPSIS, SHORT, Candidate

FOUND = 0.45
"""Score from which a section answers a message that names no facet: a rare word or two shared."""

AHEAD = 0.08
"""By how much it must be ahead of the next one."""

STRANGE = 0.95
"""Probability of being out of scope from which words in common with a card are by chance."""

_VAGUE = BESIDE | {Action.EXAMPLES, Action.HELP}
"""What a message seems to ask when it asks it of the card being read: « un exemple ? »."""


def read_on(scene: Scene, reading: Reading) -> Step | None:
    """What goes on with the card being read."""
    session = scene.session
    card = scene.knowledge.published.get(session.card or "")
    if card is None:
        return None
    return _press(scene, reading, card) or _follow_up(scene, reading, card)


def _press(scene: Scene, reading: Reading, card: Card) -> Step | None:
    """What is under the card's buttons, asked in words: « en plus simple », « tes sources »."""
    verb = listening.verb_in(reading.folded, scene.knowledge.cues)
    return presses.answer_press(scene, Press(verb, card.id)) if verb else None


def _follow_up(scene: Scene, reading: Reading, card: Card) -> Step | None:
    """A section of the card being read, unless the message is about something else.

    Whom to call in a place that is named is a search there.
    """
    facet = listening.facet_in(reading.folded, scene.knowledge.cues, card.title)
    part = part_of(scene, card, reading, facet)
    if _is_elsewhere(scene, reading, card, has_facet=facet is not None, has_part=part is not None):
        return None
    if facet is Facet.CONTACT and reading.places.settled:
        kinds = card.contact_kinds or usual_kinds(scene)
        return searches.page(scene, Results(Action.FIND_CONTACT, kinds))
    if part:
        return cards.give_section(scene, card, part)
    if facet and (reading.goal in {card.id, None} or not reading.is_believed):
        return cards.admit_nothing(scene, card)
    return _something_else(scene, reading, card) if reading.goal == card.id else None


def _something_else(scene: Scene, reading: Reading, card: Card) -> Step | None:
    """More of the card that was just read, when nothing in it stands out: not all of it again."""
    near = reading.sections[:1] if reading.is_believed else ()
    known = {it.id: it for it in card.sections}
    if near and near[0].score >= FOUND:
        return cards.give_section(scene, card, known[near[0].goal])
    return None if reading.is_believed else cards.list_sections(scene, card)


def _is_elsewhere(
    scene: Scene, reading: Reading, card: Card, *, has_facet: bool, has_part: bool
) -> bool:
    """Whether a message is about something else than the card being read.

    « Et combien ça coûte ? » goes on with it, « et comment mobiliser les habitants ? » does not.
    """
    if reading.goal == card.id:
        return False
    if reading.words > SHORT:
        return True
    if reading.goal in _VAGUE or not reading.is_believed:
        return not (has_facet or has_part)
    if has_facet and not reading.is_sure:
        return False
    is_brief = reading.words <= ELLIPSIS
    goes_on = is_brief or listening.follows_on(reading.folded, scene.knowledge.cues)
    is_told = has_facet or (has_part and (is_brief or not reading.is_sure))
    return not (goes_on and is_told)


def part_of(scene: Scene, card: Card, reading: Reading, facet: Facet | None) -> Section | None:
    """The section that a message is about: by its title, by the facet asked, by its words."""
    shared = _shared(card, reading, scene.knowledge.cues)
    named = [it for it in card.sections if shared[it.id]]
    asked = [it for it in card.sections if facet in it.answers]
    scores = {it.goal: it.score for it in reading.sections}
    if likely := named or asked:
        return max(likely, key=lambda it: (shared[it.id], scores.get(it.id, 0.0)))
    if outside(reading.interpretation.candidates) >= STRANGE:
        return None  # a word of the card's texts does not make it the card's
    first, second = (*reading.sections, *(Candidate("", 0.0),) * 2)[:2]
    stands_out = first.score >= FOUND and first.score >= second.score + AHEAD
    return next((it for it in card.sections if stands_out and it.id == first.goal), None)


def _shared(card: Card, reading: Reading, cues: Cues) -> dict[str, tuple[int, ...]]:
    """How many telling words of each section's title stand in a message, and where the last does.

    People end by what they ask. Words of the card's title tell nothing.
    """
    common = listening.telling(card.title, cues)
    told = listening.telling(reading.folded, cues)
    stems = [(place, stem) for place, stem in enumerate(told) if stem not in common]
    shared: dict[str, tuple[int, ...]] = {}
    for section in card.sections:
        title = listening.telling(section.title, cues)
        places = [place for place, stem in stems if stem in title]
        shared[section.id] = (len(places), places[-1]) if places else ()
    return shared
