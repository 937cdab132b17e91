"""The turn of a typed message: the place, then what goes on, then the question."""

from dataclasses import replace

from bot.domain.actions import CLARIFY, Action
from bot.domain.buttons import Press, Verb
from bot.domain.card import Card, Facet
from bot.domain.dialogue import (
    cards,
    declaring,
    goals,
    homonyms,
    listening,
    places,
    presses,
    searches,
    speaking,
    talk,
)
from bot.domain.dialogue.doors import usual_kinds
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.exchange import Outcome
from bot.domain.lists import Cues
from bot.domain.session import Results
from bot.domain.understanding import Verdict

ALERT = 0.5
"""Probability from which danger is met without asking; below, it is one of the choices."""


def answer_text(scene: Scene, reading: Reading) -> Step:
    """What a message deserves, given all that was said before."""
    choices = scene.session.choices
    reading = homonyms.narrowed(reading, choices, scene.knowledge.cues)
    agreed = places.agreed(scene) if _agrees(reading) else None
    scene = _note(scene, reading)
    if declared := declaring.hear(scene, reading):
        return declared
    if agreed:
        return presses.answer_place(scene, agreed)
    turn = _go_on(scene, reading) or _understand(scene, reading)
    if choices and places.is_unheard(turn, reading.places):
        return places.ask_again(scene, choices)
    return places.settle(turn, scene, reading.places)


def _note(scene: Scene, reading: Reading) -> Scene:
    """Remember the place and whom the person speaks for, once they are clear."""
    role = speaking.role_in(reading.folded, scene.knowledge.cues) or scene.session.role
    territory = reading.places.settled or scene.session.territory
    if reading.places.choices and not reading.places.settled and not reading.places.guessed:
        territory = None  # another place is meant, and will be asked about
    return scene.after(replace(scene.session, role=role, territory=territory, choices=()))


def _agrees(reading: Reading) -> bool:
    best, verdict = reading.interpretation.best, reading.interpretation.verdict
    return verdict is Verdict.SURE and best is not None and best.goal == Action.AGREE


def _go_on(scene: Scene, reading: Reading) -> Step | None:
    """The turn if the message goes on with what is under way, none if it opens something."""
    session = scene.session
    if reading.places.alone and reading.places.settled:
        return places.resume(scene)
    if reading.places.alone and reading.places.choices:
        return places.wait(scene)
    if session.results:
        listed = _press_list(scene, reading, session.results) or _move(scene, reading)
        return listed or _read_on(scene, reading)
    return _read_on(scene, reading)


def _press_list(scene: Scene, reading: Reading, results: Results) -> Step | None:
    """What a list can be asked for in words: the rest, what is nearer, the whole country."""
    cues = scene.knowledge.cues
    if listening.asks_for_more(reading.folded, cues):
        return searches.page(scene, results)
    if listening.asks_nearer(reading.folded, cues):
        return searches.nearer(scene, results)
    if listening.asks_anywhere(reading.folded, cues):
        return presses.answer_press(scene, Press(Verb.ANYWHERE))
    return None


def _move(scene: Scene, reading: Reading) -> Step | None:
    """The list again elsewhere: « ah non pardon, Gaillac », « idem à Figeac »."""
    best, verdict = reading.interpretation.best, reading.interpretation.verdict
    is_short = len(reading.folded.split()) <= listening.SHORT
    if not (is_short and reading.places.settled):
        return None
    is_sure = verdict is Verdict.SURE and best is not None and best.goal not in _BESIDE
    return None if is_sure else places.resume(scene)


_BESIDE = frozenset(
    {Action.TELL_TERRITORY, Action.REFUSE, Action.AGREE, Action.OUT_OF_SCOPE, Action.THANK}
)
"""What a message seems to ask when it only corrects the place of a search."""


def _read_on(scene: Scene, reading: Reading) -> Step | None:
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
    """A section of the card being read, unless the message is surely about something else.

    Whom to call in a place that is named is a search there.
    """
    cues = scene.knowledge.cues
    facet = listening.facet_in(reading.folded, cues)
    if len(reading.folded.split()) > listening.SHORT:
        return None
    if _is_elsewhere(reading, card, has_facet=facet is not None, cues=cues):
        return None
    if facet is None:
        return cards.give_found(scene, card, reading.sections)
    if facet is Facet.CONTACT and reading.places.settled:
        kinds = card.contact_kinds or usual_kinds(scene)
        return searches.page(scene, Results(Action.FIND_CONTACT, kinds))
    return cards.give_facet(scene, card, facet) or cards.admit_nothing(scene, card)


def _is_elsewhere(reading: Reading, card: Card, *, has_facet: bool, cues: Cues) -> bool:
    """Whether a short message is about something else than the card being read.

    « Et combien ça coûte ? » goes on with it, « et comment mobiliser les habitants ? » does not.
    """
    best, verdict = reading.interpretation.best, reading.interpretation.verdict
    if best is None or best.goal == card.id or verdict is not Verdict.SURE:
        return False
    words = len(reading.folded.split())
    goes_on = listening.follows_on(reading.folded, cues)
    return not (goes_on and (has_facet or words <= listening.ELLIPSIS))


def _understand(scene: Scene, reading: Reading) -> Step:
    found = reading.interpretation
    if found.best is None:
        return places.insist(scene, reading.places) or talk.not_understood(scene)
    match found.verdict:
        case Verdict.SURE | Verdict.LIKELY:
            turn = goals.answer(scene, reading)
        case Verdict.UNSURE:
            turn = _ask(scene, reading)
        case Verdict.UNKNOWN:
            turn = places.insist(scene, reading.places) or talk.not_understood(scene)
    return replace(turn, outcome=replace(turn.outcome, confidence=found.best.score))


def _ask(scene: Scene, reading: Reading) -> Step:
    """Which of the likeliest goals? Likely danger is not discussed, what is not ours admitted."""
    candidates = reading.interpretation.candidates
    if candidates[0].goal == Action.DANGER and candidates[0].score >= ALERT:
        return goals.give_alert(scene, None)
    asked_where = places.insist(scene, reading.places)
    if asked_where:
        return asked_where
    question = talk.clarify(scene, candidates)
    if question is None or candidates[0].goal == Action.OUT_OF_SCOPE:
        return talk.not_understood(scene, candidates)
    offered = tuple(choice.value.partition(":")[2] for choice in question.buttons[:-1])
    outcome = Outcome(CLARIFY, (question,), alternatives=offered)
    return Step(outcome, replace(scene.session, pending=None))
