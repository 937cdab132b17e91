"""The turn of a typed message: the place, then what goes on, then the question."""

from dataclasses import replace

from bot.domain.actions import CLARIFY, Action
from bot.domain.dialogue import (
    declaring,
    following,
    goals,
    homonyms,
    listed,
    places,
    presses,
    speaking,
    talk,
)
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.exchange import Outcome
from bot.domain.replies import Statement
from bot.domain.understanding import ELLIPSIS, SHORT, Interpretation, Verdict

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
    return reading.is_sure and reading.goal == Action.AGREE


def _go_on(scene: Scene, reading: Reading) -> Step | None:
    """The turn if the message goes on with what is under way, none if it opens something."""
    session = scene.session
    if reading.places.alone and reading.places.settled:
        return places.resume(scene)
    if reading.places.alone and reading.places.choices:
        return places.wait(scene)
    if session.results and (turn := listed.go_on(scene, reading, session.results)):
        return turn
    return following.read_on(scene, reading)


def _understand(scene: Scene, reading: Reading) -> Step:
    found = reading.interpretation
    if found.best is None:
        return places.insist(scene, reading.places) or talk.not_understood(scene)
    if _is_nonsense(reading) and (asked := _asked_again(scene, reading)):
        return asked
    match found.verdict:
        case Verdict.SURE | Verdict.LIKELY:
            turn = goals.answer(scene, reading)
        case Verdict.UNSURE:
            turn = _ask(scene, reading)
        case Verdict.UNKNOWN:
            turn = places.insist(scene, reading.places) or talk.not_understood(scene)
    return replace(turn, outcome=replace(turn.outcome, confidence=found.best.score))


def _presents_oneself(scene: Scene, reading: Reading) -> bool:
    """« Bonjour, je suis maire de Crest »: nothing is asked yet."""
    role = speaking.role_in(reading.folded, scene.knowledge.cues)
    return reading.words <= SHORT and role is not None


def _asked_again(scene: Scene, reading: Reading) -> Step | None:
    """What was asked and not answered: where, or whether all is to be erased."""
    if scene.session.pending == Action.FORGET:
        return talk.small_talk(scene, Action.FORGET)
    return places.insist(scene, reading.places)


def _is_nonsense(reading: Reading) -> bool:
    """Whether a few words are out of scope: typed by mistake, or a place that is not known."""
    return reading.words <= ELLIPSIS and reading.goal == Action.OUT_OF_SCOPE


def _ask(scene: Scene, reading: Reading) -> Step:
    """Which of the likeliest goals? Likely danger is not discussed, what is not ours admitted."""
    candidates = reading.interpretation.candidates
    if candidates[0].goal == Action.DANGER and candidates[0].score >= ALERT:
        return goals.give_alert(scene, None)
    asked_where = places.insist(scene, reading.places)
    if asked_where:
        return asked_where
    if reading.places.settled and _presents_oneself(scene, reading):
        return talk.note_place(scene)
    question = talk.clarify(scene, candidates)
    if question is None or candidates[0].goal == Action.OUT_OF_SCOPE:
        return talk.not_understood(scene, candidates)
    offered = tuple(choice.value.partition(":")[2] for choice in question.buttons[:-1])
    outcome = Outcome(CLARIFY, (question,), alternatives=offered)
    return Step(outcome, replace(scene.session, pending=None))


def tell_degraded(step: Step, interpretation: Interpretation, scene: Scene) -> Step:
    """Say once that answers are poorer, and be ready to say it again another time."""
    degraded = interpretation.degraded
    if interpretation.best is None and not degraded:
        return step  # nothing was read: it tells nothing of the model
    outcome = replace(step.outcome, degraded=degraded)
    if degraded and not step.session.told_degraded:
        warning = Statement(scene.say.degraded)
        outcome = replace(outcome, replies=(*outcome.replies, warning))
    return replace(step, outcome=outcome, session=replace(step.session, told_degraded=degraded))
