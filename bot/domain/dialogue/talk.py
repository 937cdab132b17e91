"""Replies about the conversation itself: welcome, thanks, help, who answers, what is kept."""

from dataclasses import replace

from bot.domain.actions import Action
from bot.domain.buttons import OTHER, Verb, button, card_button
from bot.domain.dialogue.doors import first_door, usual_kinds
from bot.domain.dialogue.labels import PLAUSIBLE, label_of, labels_of
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.directory import tip
from bot.domain.exchange import Outcome
from bot.domain.prepositions import at
from bot.domain.replies import Button, Question, Reply, Statement, Tip
from bot.domain.understanding import CHOICES, Ranking

DANGER_PLAUSIBLE = 0.1
"""Probability from which danger is one of the choices: nobody is asked about it for nothing."""


def said(scene: Scene, goal: str, *replies: Reply, alternatives: tuple[str, ...] = ()) -> Step:
    """A turn that only says something."""
    return Step(Outcome(goal, replies, alternatives=alternatives), scene.session)


def welcome(scene: Scene) -> Step:
    """Who publishes the assistant, what it is, and three things to ask."""
    text = scene.say.welcome.format(publisher=scene.publisher)
    return said(scene, Action.GREET, Statement(text, buttons=suggestions(scene)))


def open_with(scene: Scene, asked: Step | None) -> Step:
    """The first words, then what a link asked for, when that exists (any more)."""
    hello = welcome(scene)
    if asked is None or asked.outcome.goal == Action.HELP:
        return replace(hello, kept=False)
    first = [replace(it, buttons=()) for it in hello.outcome.replies]
    replies = (*first, *asked.outcome.replies)
    return replace(asked, outcome=replace(asked.outcome, replies=replies))


def refuse(scene: Scene, sentence: str) -> Step:
    """What cannot be read, and things to ask instead."""
    return said(scene, Action.HELP, Statement(sentence, buttons=suggestions(scene)))


def suggestions(scene: Scene) -> tuple[Button, ...]:
    """Things to ask, as buttons: those whose card is published."""
    return tuple(
        replace(offer, label=suggestion.label)
        for suggestion in scene.knowledge.cues.suggestions
        if (offer := label_of(scene, suggestion.opens))
    )


DATA = (button("Tout effacer", Verb.FORGET), button("Recevoir une copie", Verb.EXPORT))
"""What one can do with what is kept."""


def small_talk(scene: Scene, goal: str) -> Step:
    """The answer to a message that asks nothing of the knowledge base."""
    if goal == Action.FORGET:
        scene = scene.after(replace(scene.session, pending=Action.FORGET))
    return said(scene, goal, _small_talk(scene, goal))


def _small_talk(scene: Scene, goal: str) -> Reply:
    say, days, ideas = scene.say, scene.retention_days, suggestions(scene)
    sentences = {
        Action.GREET: say.greeting,
        Action.THANK: say.thanks,
        Action.LEAVE: say.goodbye,
        Action.AGREE: say.agreed,
        Action.REFUSE: say.refused,
        Action.IDENTITY: say.identity.format(publisher=scene.publisher),
        Action.OUT_OF_SCOPE: say.out_of_scope,
    }
    match goal:
        case Action.PRIVACY:
            return Statement(say.privacy.format(days=days), buttons=DATA)
        case Action.FORGET:
            return Question(say.forget_choice.format(days=days), (*DATA, OTHER))
        case _:
            return Statement(sentences.get(Action(goal), say.help), buttons=ideas)


def stop(scene: Scene) -> Step:
    """What is under way is left, and nobody will be written to who does not write."""
    return said(drop(scene), Action.REFUSE, Statement(scene.say.stopped))


def drop(scene: Scene) -> Scene:
    """Leave what is under way; the place and the role stay."""
    session = replace(scene.session, pending=None, results=None, card=None, section=None)
    return scene.after(session)


def human(scene: Scene) -> Step:
    """Names somebody to call, nearest first."""
    if scene.session.territory:
        return _name_somebody(scene, Action.TALK_TO_HUMAN, scene.say.human)
    waiting = scene.after(replace(scene.session, pending=Action.TALK_TO_HUMAN))
    return _name_somebody(waiting, Action.TALK_TO_HUMAN, scene.say.human_without_place)


def apologise(scene: Scene) -> Step:
    """The answers were bad: somebody will do better."""
    return _name_somebody(scene, Action.COMPLAIN, scene.say.sorry)


def _name_somebody(scene: Scene, goal: Action, text: str) -> Step:
    more = button("D'autres contacts", Verb.GOAL, Action.FIND_CONTACT)
    reply = Statement(text, whom(scene), (more,))
    return said(scene, goal, reply, alternatives=(Action.FIND_CONTACT,))


def whom(scene: Scene) -> Tip | None:
    """The body to call when nothing more precise is known: there is always one."""
    first = first_door(scene, usual_kinds(scene))
    return tip(first) if first else None


def not_understood(scene: Scene, candidates: Ranking = ()) -> Step:
    """Says so, offers what may have been meant, names somebody; the team gets the question."""
    named = labels_of(scene, candidates)
    buttons = tuple(named.values())[:CHOICES] or suggestions(scene)
    reply = Statement(scene.say.not_understood, whom(scene), buttons)
    return said(scene, Action.OUT_OF_SCOPE, reply, alternatives=tuple(named)[:CHOICES])


def clarify(scene: Scene, candidates: Ranking) -> Question | None:
    """At most three named choices and « autre chose »; none when there is nothing to offer.

    Danger alone, and hardly likely, is no question to ask a stranger.
    """
    plausible = [item.goal for item in candidates if item.score >= _least(item.goal)]
    named = [(goal, label) for goal in plausible if (label := _choice(scene, goal))][:CHOICES]
    if {goal for goal, _ in named} <= {Action.DANGER}:
        return None
    choices = tuple(label for _, label in named)
    text = scene.say.clarify if len(choices) > 1 else scene.say.clarify_one
    return Question(text, (*choices, OTHER))


def _least(goal: str) -> float:
    return DANGER_PLAUSIBLE if goal == Action.DANGER else PLAUSIBLE


def _choice(scene: Scene, goal: str) -> Button | None:
    """A goal as a choice: danger is one too, when it may have been meant."""
    if goal == Action.DANGER:
        return button("Quelqu'un est en danger", Verb.GOAL, goal)
    return label_of(scene, goal)


def note_place(scene: Scene) -> Step:
    """The territory is remembered; what can be found there is offered."""
    territory = scene.session.territory
    if territory is None:
        waiting = scene.after(replace(scene.session, pending=Action.TELL_TERRITORY))
        return said(waiting, Action.TELL_TERRITORY, _ask_where(scene))
    buttons = (
        button("Les tiers-lieux proches", Verb.GOAL, Action.FIND_PLACE),
        button("À qui m'adresser ici", Verb.GOAL, Action.FIND_CONTACT),
    )
    reply = Statement(scene.say.place_noted.format(at=at(territory)), buttons=buttons)
    shown = (Action.FIND_PLACE, Action.FIND_CONTACT)
    return said(scene, Action.TELL_TERRITORY, reply, alternatives=shown)


def tell_place(scene: Scene) -> Step:
    """Where the person is understood to be, and how to change it."""
    territory = scene.session.territory
    if territory is None:
        return note_place(scene)
    waiting = scene.after(replace(scene.session, pending=Action.TELL_TERRITORY))
    text = scene.say.place_now.format(at=at(territory))
    return said(waiting, Action.TELL_TERRITORY, Question(text, (OTHER,), asks_where=True))


def _ask_where(scene: Scene) -> Question:
    return Question(scene.say.ask_territory, (OTHER,), asks_where=True)


def examples(scene: Scene) -> Step:
    """The cards that tell an example."""
    cards = [card for card in scene.knowledge.published.values() if card.theme == "exemples"][:6]
    reply = Question(scene.say.examples, tuple(card_button(card) for card in cards))
    return said(scene, Action.EXAMPLES, reply, alternatives=tuple(card.id for card in cards))


def diagnosis(scene: Scene) -> Step:
    """Not yet guided: the cards that help to take stock, and somebody."""
    published = scene.knowledge.published
    cards = [published[id_] for id_ in scene.knowledge.cues.diagnosis_cards if id_ in published]
    reply = Statement(scene.say.diagnosis, whom(scene), tuple(card_button(card) for card in cards))
    return said(scene, Action.DIAGNOSIS, reply, alternatives=tuple(card.id for card in cards))
