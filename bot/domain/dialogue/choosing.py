"""A button said in words: its label, its rank, or « oui » when there is but one."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.actions import Action
from bot.domain.buttons import FEEDBACK, OTHER, Press, Verb, read_press
from bot.domain.dialogue.scene import Scene
from bot.domain.exchange import Outcome
from bot.domain.lists import Cues
from bot.domain.replies import Button, Question
from bot.domain.session import Session
from bot.domain.text import fold, fold_known

SAID = 2
"""Words of a label from which its beginning alone is understood."""

_ERASE = ("effac", "supprim", "efac")

_COPY = ("copie", "export", "recevoir", "telecharg")

_YES = frozenset({"oui", "ok", "d accord", "c est ca", "exactement", "oui c est ca", "oui voila"})


def shown(outcome: Outcome, session: Session) -> Session:
    """The session once these replies are seen: their buttons can be said."""
    replies = [reply for reply in outcome.replies if getattr(reply, "buttons", ())]
    last = replies[-1] if replies else None
    return replace(
        session,
        buttons=tuple(it for reply in replies for it in reply.buttons if it not in FEEDBACK),
        asked=isinstance(last, Question),
    )


def said(scene: Scene, folded: str) -> Press | None:
    """The button of the last reply that a message says, if it says one."""
    session, cues = scene.session, scene.knowledge.cues
    if session.pending == Action.FORGET and (press := _about_data(folded)):
        return press
    choices = [it for it in session.buttons if it.value != OTHER.value]
    named = _by_label(folded, session.buttons)
    if named is None and session.asked and not session.choices:
        named = _by_rank(folded, choices, cues)
    return read_press(named.value) if named else None


def _about_data(folded: str) -> Press | None:
    """What is to be done of the data, once it was asked."""
    if any(word.startswith(_ERASE) for word in folded.split()) or folded == "oui tout":
        return Press(Verb.FORGET)
    if any(word.startswith(_COPY) for word in folded.split()):
        return Press(Verb.EXPORT)
    return None


def _by_label(folded: str, buttons: Sequence[Button]) -> Button | None:
    labels = [(fold(button.label), button) for button in buttons]
    exact = next((button for label, button in labels if label == folded), None)
    if exact or len(folded.split()) < SAID:
        return exact
    begun = [button for label, button in labels if label.startswith(f"{folded} ")]
    return begun[0] if len(begun) == 1 else None


def _by_rank(folded: str, choices: Sequence[Button], cues: Cues) -> Button | None:
    """« La deuxième », « 2 », « la dernière »; « oui » when one thing alone was offered."""
    if folded in (numbers := [str(rank + 1) for rank in range(len(choices))]):
        return choices[numbers.index(folded)]
    for choice, words in zip(choices, cues.ranks, strict=False):
        if folded in map(fold_known, words):
            return choice
    if choices and folded in map(fold_known, cues.last):
        return choices[-1]
    return choices[0] if len(choices) == 1 and folded in _YES else None
