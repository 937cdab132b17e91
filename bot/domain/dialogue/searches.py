"""Searches: places and contacts around a territory, page by page."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.actions import SEARCHES, Action
from bot.domain.buttons import DECLARE, FEEDBACK, OTHER, Verb, button
from bot.domain.dialogue.doors import doors, first_door, how_far, last_resort, usual_kinds
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.directory import contact_item, is_local, tip
from bot.domain.exchange import Outcome
from bot.domain.nearby import place_item, places_near
from bot.domain.prepositions import at, at_town, of_name
from bot.domain.replies import Button, Found, Item, Question, Statement
from bot.domain.session import Results
from bot.domain.territory import Territory, TerritoryKind
from bot.domain.text import capital

PAGE = 3
"""Results shown at a time: what a telephone shows without scrolling far."""


def search(scene: Scene, goal: str, kinds: Sequence[str], *, anywhere: bool = False) -> Step:
    """The first page of a search; without a territory, asks for one."""
    if scene.session.territory is None and not anywhere:
        return ask_territory(scene, goal, tuple(kinds))
    return page(scene, Results(goal, tuple(kinds)))


def ask_territory(scene: Scene, goal: str, kinds: tuple[str, ...]) -> Step:
    """Where? The search waits for the answer."""
    anywhere = button("Partout en France", Verb.ANYWHERE)
    reply = Question(scene.say.ask_territory, (anywhere, OTHER), asks_where=True)
    session = replace(scene.session, pending=goal, results=Results(goal, kinds), card=None)
    return Step(Outcome(goal, (reply,)), session)


def page(scene: Scene, results: Results) -> Step:
    """The next results of a search, and how to see others."""
    text, items = found_by(scene, results)
    shown = items[results.shown : results.shown + PAGE]
    after = replace(results, shown=results.shown + len(shown))
    session = replace(scene.session, results=after, pending=None)
    if results.goal in SEARCHES:
        session = replace(session, card=None, section=None)
    if not shown:
        return Step(_nothing(scene, results, text), session)
    before = (button("Précédents", Verb.PREVIOUS),) if results.shown else ()
    more = (button("D'autres", Verb.NEXT),) if after.shown < len(items) else ()
    unknown = () if _is_served(scene, results, shown) else (DECLARE,)
    found = Found(text, shown, (*before, *more, *crossing(results.goal), *unknown, *FEEDBACK))
    outcome = Outcome(results.goal, (found,), alternatives=crossed(results.goal), results=shown)
    return Step(outcome, session)


def page_before(scene: Scene, results: Results) -> Step:
    """The results shown before the last ones."""
    last = (results.shown - 1) // PAGE * PAGE
    return page(scene, replace(results, shown=max(0, last - PAGE)))


def show_place(scene: Scene, id_: str) -> Step | None:
    """One place, with where it is; none when it is not known (any more)."""
    place = scene.knowledge.places.get(id_)
    if place is None:
        return None
    item = place_item(place, scene.session.territory)
    found = Found("", (item,), FEEDBACK)
    return Step(Outcome(Action.FIND_PLACE, (found,), results=(item,)), scene.session)


def _is_served(scene: Scene, results: Results, shown: Sequence[Item]) -> bool:
    """Whether somebody who is looked for is known near by; else the reader may be that somebody."""
    if results.goal != Action.FIND_CONTACT or scene.session.territory is None:
        return True
    contacts = scene.knowledge.contacts
    return any(it.id in contacts and is_local(contacts[it.id]) for it in shown)


def nearer(scene: Scene, results: Results) -> Step:
    """What is nearer than the list just shown: of any kind around a commune, else ask for one."""
    territory = scene.session.territory
    if territory is None or territory.kind is not TerritoryKind.COMMUNE:
        asked = ask_territory(scene, results.goal, results.kinds)
        question = Question(scene.say.ask_commune, (OTHER,), asks_where=True)
        return replace(asked, outcome=replace(asked.outcome, replies=(question,)))
    wider = results.kinds if results.anywhere else _nearer_kinds(scene, results)
    if wider is not None:
        return page(scene, Results(results.goal, wider))
    reply = Statement(scene.say.nothing_nearer, buttons=crossing(results.goal))
    shown = crossed(results.goal)
    return Step(Outcome(results.goal, (reply,), alternatives=shown), scene.session)


def _nearer_kinds(scene: Scene, results: Results) -> tuple[str, ...] | None:
    """The kinds among which something nearer is known: any place, the public bodies first."""
    if results.goal != Action.FIND_PLACE:
        nearest = tuple(body.kinds[0] for body in last_resort(scene))[:1]
        is_shown = not nearest or results.kinds[:1] == nearest
        return None if is_shown else (*nearest, *results.kinds)
    territory, today = scene.session.territory, scene.today
    asked = places_near(scene.knowledge, territory, results.kinds, today, 1)
    known = places_near(scene.knowledge, territory, (), today, 1)
    return None if asked.items == known.items else ()


def _nothing(scene: Scene, results: Results, text: str) -> Outcome:
    """No more to show, or nothing at all: somebody to call, and the whole country."""
    anywhere = button("Partout en France", Verb.ANYWHERE)
    if results.shown:
        return Outcome(results.goal, (Statement(scene.say.no_more, buttons=(anywhere,)),))
    first = first_door(scene, usual_kinds(scene))
    buttons = (anywhere, *crossing(results.goal))
    reply = Statement(text, tip(first) if first else None, buttons)
    return Outcome(results.goal, (reply,), alternatives=crossed(results.goal))


def found_by(scene: Scene, results: Results) -> tuple[str, tuple[Item, ...]]:
    """What to say first, and the items up to one more than the page shows."""
    if results.anywhere:
        scene = scene.after(replace(scene.session, territory=None))
    text, items = (
        _places(scene, results) if results.goal == Action.FIND_PLACE else _contacts(scene, results)
    )
    return (scene.say.next_results if results.shown else text), items


def _contacts(scene: Scene, results: Results) -> tuple[str, tuple[Item, ...]]:
    territory, say = scene.session.territory, scene.say
    found = doors(scene, results.kinds)
    items = tuple(contact_item(contact, territory) for contact in found)
    if results.goal not in {Action.FIND_PARTNER, Action.OFFER_PARTNERSHIP}:
        return how_far(scene, found, results.kinds), items
    if territory is None:
        return say.partners_anywhere, items
    return say.partners_near.format(at=at(territory)), items


def _places(scene: Scene, results: Results) -> tuple[str, tuple[Item, ...]]:
    territory, say, kinds = scene.session.territory, scene.say, results.kinds
    count = results.shown + PAGE + 1
    nearby = places_near(scene.knowledge, territory, kinds, scene.today, count)
    plural = _plural(scene, kinds)
    if territory is None:
        return say.places_anywhere.format(Plural=capital(plural)), nearby.items
    if nearby.beyond:
        return say.places_none.format(at=at(territory)), ()
    if nearby.other_kinds:
        return say.places_no_kind.format(of=of_name(plural), at=at(territory)), nearby.items
    if nearby.here:
        sentence = say.places_near.format(Plural=capital(plural), at=at(territory))
        return sentence, nearby.items
    return _far(scene, territory, nearby.items), nearby.items


def _far(scene: Scene, territory: Territory, items: Sequence[Item]) -> str:
    """« Je n'ai rien à Arcambal ; le plus proche est à Cahors, à 8 km »."""
    first = items[0] if items else None
    is_measured = first and first.distance_km is not None and first.town
    if first is None or not is_measured or territory.kind is not TerritoryKind.COMMUNE:
        return scene.say.places_far.format(at=at(territory))
    nearest, km = at_town(first.town), f"{first.distance_km:.0f}"
    return scene.say.places_farther.format(at=at(territory), nearest=nearest, km=km)


def _plural(scene: Scene, kinds: Sequence[str]) -> str:
    known = scene.knowledge.place_kinds
    return known[kinds[0]].plural if kinds and kinds[0] in known else "lieux"


def crossed(goal: str) -> tuple[str, ...]:
    """The other search worth a button under a list."""
    return (Action.FIND_CONTACT,) if goal == Action.FIND_PLACE else (Action.FIND_PLACE,)


def crossing(goal: str) -> tuple[Button, ...]:
    """The button of the other search."""
    other = crossed(goal)[0]
    label = "À qui m'adresser ici" if other == Action.FIND_CONTACT else "Les lieux proches"
    return (button(label, Verb.GOAL, other),)
