"""What each goal is answered with, once it is sure."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.actions import SEARCHES, Action
from bot.domain.card import Card, Section
from bot.domain.danger import alert
from bot.domain.dialogue import cards, following, listening, searches, speaking, talk
from bot.domain.dialogue.kinds import kinds_wanted
from bot.domain.dialogue.labels import labels_of
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.emergency import Danger
from bot.domain.exchange import Outcome
from bot.domain.replies import Statement
from bot.domain.understanding import CHOICES, SHORT, Verdict


def answer(scene: Scene, reading: Reading) -> Step:
    """The answer to the likeliest goal: a card, a search, or a word of conversation."""
    best = speaking.by_role(reading.interpretation.candidates, scene)
    if best == Action.OUT_OF_SCOPE and reading.interpretation.verdict is Verdict.LIKELY:
        return talk.not_understood(scene, reading.interpretation.candidates)
    card = scene.knowledge.cards.get(best)
    if card:
        return _answer_card(scene, reading, card)
    if best in SEARCHES:
        return searches.search(scene, best, kinds_wanted(scene, best, reading))
    return _with_others(act(scene, Action(best)), scene, reading)


def _with_others(step: Step, scene: Scene, reading: Reading) -> Step:
    """What else may have been meant, as buttons, when a word of conversation is only likely."""
    said = step.outcome.replies[-1]
    if reading.interpretation.verdict is not Verdict.LIKELY or not isinstance(said, Statement):
        return step
    named = labels_of(scene, reading.interpretation.candidates[1:])
    shown = tuple(named)[: CHOICES - 1]
    reply = replace(said, buttons=(*(named[goal] for goal in shown), *said.buttons))
    replies = (*step.outcome.replies[:-1], reply)
    offered = tuple(dict.fromkeys((*shown, *step.outcome.alternatives)))
    return replace(step, outcome=replace(step.outcome, replies=replies, alternatives=offered))


def act(scene: Scene, goal: Action) -> Step:
    """The answer to an action that needs nothing of the message but its goal."""
    answers: dict[Action, Callable[[Scene], Step]] = {
        Action.DANGER: lambda scene: give_alert(scene, None),
        Action.TALK_TO_HUMAN: talk.human,
        Action.COMPLAIN: talk.apologise,
        Action.TELL_TERRITORY: talk.note_place,
        Action.EXAMPLES: talk.examples,
        Action.DIAGNOSIS: talk.diagnosis,
        Action.REFUSE: lambda scene: talk.small_talk(talk.drop(scene), goal),
    }
    known = answers.get(goal)
    return known(scene) if known else talk.small_talk(scene, goal)


def give_alert(scene: Scene, danger: Danger | None) -> Step:
    """Emergency numbers before anything else; nothing of the conversation is lost."""
    reply = alert(danger, scene.knowledge.emergency, scene.say.danger_default)
    return Step(Outcome(Action.DANGER, (reply,)), scene.session)


def _answer_card(scene: Scene, reading: Reading, card: Card) -> Step:
    if not card.is_published:
        return cards.admit_draft(scene, card)
    part = _exact_part(scene, reading, card) if reading.is_sure else None
    if part:
        return cards.give_section(scene, card, part)
    found = reading.interpretation
    return cards.give_card(
        scene, card, found.candidates[1:], doubtful=found.verdict is Verdict.LIKELY
    )


def _exact_part(scene: Scene, reading: Reading, card: Card) -> Section | None:
    """The section that a first question asks for exactly: by a precise facet, or by its title."""
    facet = listening.facet_in(reading.folded, scene.knowledge.cues, card.title)
    if reading.words > SHORT and not listening.is_direct(facet):
        return None
    return following.part_of(scene, card, replace(reading, sections=()), facet)
