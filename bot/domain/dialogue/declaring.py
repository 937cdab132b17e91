"""A structure that makes itself known: asked for in one message, kept for the team to review."""

from dataclasses import replace

from bot.domain.actions import Action
from bot.domain.buttons import OTHER
from bot.domain.dialogue import talk
from bot.domain.dialogue.listening import asks_to_declare
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.exchange import Outcome
from bot.domain.replies import Question, Statement

_ABOUT_IT = frozenset({Action.PRIVACY, Action.IDENTITY, Action.HELP, Action.THANK})
"""What is asked before one declares anything."""


def ask(scene: Scene) -> Step:
    """What to write, and what not to."""
    question = Question(scene.say.declare, (OTHER,))
    session = replace(scene.session, declaring=True, pending=None, results=None)
    return Step(Outcome(Action.OFFER_PARTNERSHIP, (question,)), session)


def hear(scene: Scene, reading: Reading) -> Step | None:
    """The declaration, kept for the team; none when the message is something else."""
    if not scene.session.declaring:
        return ask(scene) if asks_to_declare(reading.folded, scene.knowledge.cues) else None
    if reading.is_believed and reading.goal in _ABOUT_IT:
        return talk.small_talk(scene, reading.goal)  # and the declaration is still waited for
    scene = scene.after(replace(scene.session, declaring=False))
    if reading.is_sure and reading.goal == Action.REFUSE:
        return talk.small_talk(scene, Action.REFUSE)
    reply = Statement(scene.say.declared, buttons=talk.suggestions(scene))
    outcome = Outcome(Action.OFFER_PARTNERSHIP, (reply,), to_review=True)
    return Step(outcome, scene.session)
