"""The turn of a pressed button, or of a shared position."""

from dataclasses import replace

from bot.domain.actions import SEARCHES, Action
from bot.domain.buttons import Press, Verb
from bot.domain.card import Card
from bot.domain.dialogue import cards, declaring, goals, places, searches, talk
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.replies import Statement
from bot.domain.territory import Position, Territory


def answer_press(scene: Scene, press: Press) -> Step:
    """What a button opens; one from an older version is told so."""
    scene = scene.after(replace(scene.session, declaring=False))
    results = scene.session.results
    match press.verb:
        case Verb.CARD | Verb.PART | Verb.MORE | Verb.SOURCES | Verb.PLAIN | Verb.FULL:
            step = _open(scene, press)
        case Verb.GOAL if press.target in set(Action):
            step = _start(scene, Action(press.target))
        case Verb.NEXT if results:
            step = searches.page(scene, results)
        case Verb.ANYWHERE if results:
            step = searches.page(scene, replace(results, shown=0, anywhere=True))
        case Verb.DECLARE:
            step = declaring.ask(scene)
        case Verb.NONE:
            step = _leave(scene)
        case _:
            step = None
    return step or old_button(scene)


def _leave(scene: Scene) -> Step:
    """« Autre chose »: another place than those offered, else another subject."""
    if scene.session.choices:
        return places.ask_otherwise(scene)
    return talk.small_talk(goals.drop(scene), Action.AGREE)


def answer_position(scene: Scene, territory: Territory | None, position: Position) -> Step:
    """A shared position: the commune there, and distances from about that point."""
    near = replace(territory, position=position.about()) if territory else None
    return answer_place(scene, near)


def answer_place(scene: Scene, territory: Territory | None) -> Step:
    """A place chosen among homonyms, or found from a shared position."""
    if territory is None:
        reply = Statement(scene.say.place_too_far, talk.whom(scene), talk.suggestions(scene))
        return talk.said(scene, Action.TELL_TERRITORY, reply)
    return places.resume(scene.after(replace(scene.session, territory=territory)))


def old_button(scene: Scene) -> Step:
    """The button belongs to something that is no more."""
    reply = Statement(scene.say.old_button, buttons=talk.suggestions(scene))
    return talk.said(scene, Action.HELP, reply)


def _open(scene: Scene, press: Press) -> Step | None:
    id_, _, part = press.target.partition("/")
    card = scene.knowledge.published.get(id_)
    if card is None:
        return None
    section = next((item for item in card.sections if item.id == part), None)
    match press.verb:
        case Verb.PART:
            return cards.give_section(scene, card, section) if section else None
        case Verb.MORE:
            return cards.list_sections(scene, card)
        case Verb.SOURCES:
            return cards.list_sources(scene, card)
        case _:
            return _say_card(scene, card, press.verb)


def _say_card(scene: Scene, card: Card, verb: Verb) -> Step:
    """The card, in very plain French or in full once that was asked."""
    plain = {Verb.PLAIN: True, Verb.FULL: False}.get(verb, scene.session.plain)
    return cards.give_card(scene.after(replace(scene.session, plain=plain)), card)


def _start(scene: Scene, action: Action) -> Step:
    """An action chosen by its button: a search keeps the kinds of the card being read."""
    if action not in SEARCHES:
        return goals.act(scene, action)
    card = scene.knowledge.published.get(scene.session.card or "")
    if card and action == Action.FIND_CONTACT and card.contact_kinds:
        return searches.search(scene, action, card.contact_kinds)
    if card and action == Action.FIND_PLACE and card.place_kinds:
        return searches.search(scene, action, card.place_kinds)
    return searches.search(scene, action, searches.kinds_wanted(scene, action))
