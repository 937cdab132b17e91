"""Searches: places and contacts around a territory, page by page."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.actions import SEARCHES, Action
from bot.domain.buttons import FEEDBACK, OTHER, Verb, button, territory_button
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.directory import contact_item, contacts_for, kinds_in, places_near
from bot.domain.exchange import Outcome
from bot.domain.replies import Button, Found, Item, Question, Statement
from bot.domain.session import Results
from bot.domain.structures import Contact, CoverageLevel
from bot.domain.territory import Territory, TerritoryKind, at

PAGE = 3
"""Results shown at a time: what a telephone shows without scrolling far."""

MAX_HOMONYMS = 5
"""Homonyms offered as buttons; with more, the département or postcode is asked."""


def kinds_wanted(scene: Scene, goal: str, folded: str) -> tuple[str, ...]:
    """The kinds of place or contact that a message names; those usual for its goal if none."""
    known, cues = scene.knowledge.kinds, scene.knowledge.cues
    match goal:
        case Action.FIND_PLACE:
            named = kinds_in(folded, known.places)
            return tuple(kind for kind in named if kind != GENERIC) or (GENERIC,)
        case Action.FIND_PARTNER | Action.OFFER_PARTNERSHIP:
            return cues.partner_kinds
        case _:
            return kinds_in(folded, known.contacts) or usual_kinds(scene)


GENERIC = "tiers-lieu"
"""The kind that every tiers-lieu is, whatever else it is."""


def usual_kinds(scene: Scene) -> tuple[str, ...]:
    """The contacts for whoever speaks: a mayor and a treasurer are not sent to the same door."""
    cues = scene.knowledge.cues
    role = next((cue for cue in cues.roles if cue.id == scene.session.role), None)
    return (*(role.contact_kinds if role else ()), *cues.human_kinds)


def search(scene: Scene, goal: str, kinds: Sequence[str], *, anywhere: bool = False) -> Step:
    """The first page of a search; without a territory, asks for one."""
    if scene.session.territory is None and not anywhere:
        return ask_territory(scene, goal, tuple(kinds))
    return page(scene, Results(goal, tuple(kinds)))


def ask_territory(scene: Scene, goal: str, kinds: tuple[str, ...]) -> Step:
    """Where? The search waits for the answer."""
    anywhere = button("Partout en France", Verb.ANYWHERE)
    reply = Question(scene.say.ask_territory, (anywhere, OTHER))
    session = replace(scene.session, pending=goal, results=Results(goal, kinds), card=None)
    return Step(Outcome(goal, (reply,)), session)


def page(scene: Scene, results: Results) -> Step:
    """The next results of a search, and how to see others."""
    text, items = _found(scene, results)
    shown = items[results.shown : results.shown + PAGE]
    after = replace(results, shown=results.shown + len(shown))
    session = replace(scene.session, results=after, pending=None)
    if results.goal in SEARCHES:
        session = replace(session, card=None, section=None)
    if not shown:
        reply = Statement(scene.say.no_more, buttons=(button("Partout en France", Verb.ANYWHERE),))
        return Step(Outcome(results.goal, (reply,)), session)
    more = (button("D'autres", Verb.NEXT),) if after.shown < len(items) else ()
    found = Found(text, shown, (*more, *_crossing(results.goal), *FEEDBACK))
    outcome = Outcome(results.goal, (found,), alternatives=_crossed(results.goal), results=shown)
    return Step(outcome, session)


def ask_which(scene: Scene, choices: Sequence[Territory]) -> Question:
    """Several places share a name, or a postcode."""
    buttons = tuple(
        territory_button(choice, told_apart(choice)) for choice in choices[:MAX_HOMONYMS]
    )
    names = {choice.name for choice in choices}
    named = scene.say.which_place.format(name=choices[0].name)
    text = named if len(names) == 1 else scene.say.which_of
    return Question(text, (*buttons, OTHER))


def told_apart(territory: Territory) -> str:
    """A place with what distinguishes it from its homonyms."""
    departement = ", ".join(territory.departements)
    population = f"{territory.population:,}".replace(",", " ") if territory.population else ""
    inhabitants = f", {population} hab." if population else ""
    return f"{territory.name} ({departement}{inhabitants})"


def _found(scene: Scene, results: Results) -> tuple[str, tuple[Item, ...]]:
    if results.goal == Action.FIND_PLACE:
        return _places(scene, results.kinds)
    found = contacts_for(scene.knowledge, scene.session.territory, results.kinds, scene.today)
    items = tuple(contact_item(contact) for contact in found)
    say, territory = scene.say, scene.session.territory
    partner = results.goal in {Action.FIND_PARTNER, Action.OFFER_PARTNERSHIP}
    if territory is None:
        return (say.partners_anywhere if partner else say.contacts_anywhere), items
    sentence = say.partners_near if partner else _reach(scene, found)
    return sentence.format(at=at(territory)), items


def _reach(scene: Scene, found: Sequence[Contact]) -> str:
    """How wide one had to look, said aloud."""
    say, territory = scene.say, scene.session.territory
    level = found[0].coverage.level if found else CoverageLevel.COUNTRY
    if level is CoverageLevel.COUNTRY:
        return say.contacts_far
    regional = level is CoverageLevel.REGION
    wanted_region = territory is not None and territory.kind is TerritoryKind.REGION
    return say.contacts_wider if regional and not wanted_region else say.contacts_near


def _places(scene: Scene, kinds: Sequence[str]) -> tuple[str, tuple[Item, ...]]:
    territory, say = scene.session.territory, scene.say
    nearby = places_near(scene.knowledge, territory, kinds, scene.today)
    plural = _plural(scene, kinds)
    if territory is None:
        return say.places_anywhere.format(Plural=_capital(plural)), nearby.items
    if nearby.other_kinds:
        return say.places_no_kind.format(plural=plural, at=at(territory)), nearby.items
    if nearby.here:
        sentence = say.places_near.format(Plural=_capital(plural), at=at(territory))
        return sentence, nearby.items
    return say.places_far.format(at=at(territory)), nearby.items


def _plural(scene: Scene, kinds: Sequence[str]) -> str:
    known = scene.knowledge.place_kinds
    return known[kinds[0]].plural if kinds and kinds[0] in known else "lieux"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _crossed(goal: str) -> tuple[str, ...]:
    """The other search worth a button under a list."""
    return (Action.FIND_CONTACT,) if goal == Action.FIND_PLACE else (Action.FIND_PLACE,)


def _crossing(goal: str) -> tuple[Button, ...]:
    other = _crossed(goal)[0]
    label = "À qui m'adresser ici" if other == Action.FIND_CONTACT else "Les lieux proches"
    return (button(label, Verb.GOAL, other),)
