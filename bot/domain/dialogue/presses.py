"""The turn of a pressed button, or of a shared position."""

from dataclasses import replace

from bot.domain.actions import SEARCHES, Action
from bot.domain.buttons import Press, Verb
from bot.domain.card import Card
from bot.domain.dialogue import cards, declaring, goals, places, searches, talk
from bot.domain.dialogue.kinds import kinds_wanted
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.replies import Statement
from bot.domain.territory import Position, Territory

_OF_CARDS = frozenset(
    {Verb.CARD, Verb.BACK, Verb.PART, Verb.MORE, Verb.SOURCES, Verb.PLAIN, Verb.FULL}
)


def answer_press(scene: Scene, press: Press) -> Step:
    """What a button opens; one from an older version is told so."""
    scene = scene.after(replace(scene.session, declaring=False))
    if press.verb in _OF_CARDS:
        step = _open(scene, press)
    else:
        step = _turn_page(scene, press) or _press(scene, press)
    return step or old_button(scene)


def _turn_page(scene: Scene, press: Press) -> Step | None:
    """Other results of the list that was shown."""
    results = scene.session.results
    if results is None:
        return None
    match press.verb:
        case Verb.NEXT:
            return searches.page(scene, results)
        case Verb.PREVIOUS:
            return searches.page_before(scene, results)
        case Verb.ANYWHERE:
            return searches.page(scene, replace(results, shown=0, anywhere=True))
        case _:
            return None


def _press(scene: Scene, press: Press) -> Step | None:
    if press.verb is Verb.GOAL and press.target in set(Action):
        return _start(scene, Action(press.target))
    match press.verb:
        case Verb.PLACE:
            return searches.show_place(scene, press.target)
        case Verb.WHERE:
            return talk.tell_place(scene)
        case Verb.DECLARE:
            return declaring.ask(scene)
        case Verb.NONE:
            return _leave(scene)
    return None


def _leave(scene: Scene) -> Step:
    """« Autre chose »: another place than those offered, else another subject."""
    if scene.session.choices:
        return places.ask_otherwise(scene)
    return talk.small_talk(talk.drop(scene), Action.AGREE)


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
    return searches.search(scene, action, kinds_wanted(scene, action))
