"""Which doors to knock at: bodies near by, the public ones of the place, the country's."""

from collections.abc import Sequence

from bot.domain.dialogue.scene import Scene
from bot.domain.directory import contacts_for, is_local, is_reachable
from bot.domain.lists import Role
from bot.domain.prepositions import at
from bot.domain.structures import Contact, CoverageLevel
from bot.domain.territory import Territory, TerritoryKind

_LEVELS = {
    TerritoryKind.COMMUNE: CoverageLevel.COMMUNE,
    TerritoryKind.EPCI: CoverageLevel.EPCI,
    TerritoryKind.DEPARTEMENT: CoverageLevel.DEPARTEMENT,
    TerritoryKind.LAND: CoverageLevel.DEPARTEMENT,
    TerritoryKind.REGION: CoverageLevel.REGION,
}
_WIDEST_FIRST = tuple(CoverageLevel)


def usual_kinds(scene: Scene) -> tuple[str, ...]:
    """The contacts for whoever speaks: a mayor and a treasurer are not sent to the same door."""
    cues = scene.knowledge.cues
    role = next((cue for cue in cues.roles if cue.id == scene.session.role), None)
    return (*(role.contact_kinds if role else ()), *cues.human_kinds)


def doors(scene: Scene, kinds: Sequence[str]) -> tuple[Contact, ...]:
    """The bodies of these kinds that serve the territory, the nearest first.

    The public bodies of the place are a last resort: before the country's networks when nobody in
    particular was asked for, after them otherwise; first only when they are what was asked for.
    """
    found = contacts_for(scene.knowledge, scene.session.territory, kinds, scene.today)
    near = [contact for contact in found if is_local(contact)]
    far = [contact for contact in found if not is_local(contact)]
    asked = [body for body in _bodies(scene) if body.kinds[0] in kinds[:1]]
    others = [body for body in last_resort(scene) if body not in asked]
    is_usual = tuple(kinds) == usual_kinds(scene)
    rest = (*others, *far) if is_usual else (*far, *others)
    return (*asked, *near, *rest)


def last_resort(scene: Scene) -> tuple[Contact, ...]:
    """The town hall; for who speaks for it, or has none, what stands above."""
    around = scene.around
    if around.town_hall and scene.session.role is not Role.TOWN_HALL:
        return (around.town_hall,)
    return tuple(body for body in (around.intercommunalite, around.prefecture) if body)


def first_door(scene: Scene, kinds: Sequence[str], named: Sequence[Contact] = ()) -> Contact | None:
    """The one body to call: near by, else `named`, else the public one, else the country's.

    Among the first of each, one that says how to reach it.
    """
    territory, today = scene.session.territory, scene.today
    found = contacts_for(scene.knowledge, territory, kinds, today)
    near = [contact for contact in found if is_local(contact)]
    known = (*near, *named, *last_resort(scene), *found)
    return next(filter(is_reachable, known), known[0] if known else None)


def how_far(scene: Scene, found: Sequence[Contact], kinds: Sequence[str]) -> str:
    """How wide one had to look, said aloud."""
    say, territory = scene.say, scene.session.territory
    if territory is None:
        return say.contacts_anywhere
    first = found[0] if found else None
    if first is None or not is_local(first):
        kind = scene.knowledge.contact_kinds.get(next(iter(kinds), ""))
        unknown = f"{kind.when_unknown} " if kind and kind.when_unknown else ""
        return unknown + say.contacts_far.format(at=at(territory))
    if first.kinds[0] in kinds[:1] and first in _bodies(scene):
        return say.contacts_near.format(at=at(territory))
    if first in last_resort(scene):
        is_town_hall = first == scene.around.town_hall
        sentence = say.contacts_town_hall if is_town_hall else say.contacts_above
        follow = "" if all(map(is_local, found)) else f" {say.contacts_follow}"
        return sentence.format(at=at(territory)) + follow
    wider = _wider(scene, first.coverage.level, territory)
    if wider is None or wider == territory:
        return say.contacts_near.format(at=at(territory))
    return say.contacts_wider.format(at=at(territory), wider=at(wider))


def _bodies(scene: Scene) -> tuple[Contact, ...]:
    """The public bodies that may be asked for by name: one's own town hall is no answer."""
    around = scene.around
    is_town_hall = scene.session.role is Role.TOWN_HALL
    named = (None if is_town_hall else around.town_hall, around.intercommunalite, around.prefecture)
    return tuple(body for body in named if body)


def _wider(scene: Scene, level: CoverageLevel, territory: Territory) -> Territory | None:
    """The territory of that level around this one, when it is wider."""
    if _WIDEST_FIRST.index(level) >= _WIDEST_FIRST.index(_LEVELS[territory.kind]):
        return None
    around = scene.around
    return {
        CoverageLevel.EPCI: around.epci,
        CoverageLevel.DEPARTEMENT: around.departement,
        CoverageLevel.REGION: around.region,
    }.get(level)
