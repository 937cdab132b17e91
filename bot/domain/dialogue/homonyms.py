"""Which of several places is meant: asked with what tells them apart, and settled by the answer."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.buttons import MAX_LABEL, OTHER, territory_button
from bot.domain.dialogue.scene import Reading, Scene
from bot.domain.grid import Grid
from bot.domain.lists import Cues
from bot.domain.replies import Button, Question
from bot.domain.territory import Territory, TerritoryKind, TerritoryReading
from bot.domain.text import fold_known

MAX_HOMONYMS = 5
"""Places offered as buttons; with more, the département or postcode is asked."""

MAX_GUESSES = 3
"""Corrections offered of a misspelling."""

BESIDE_KM = 50.0
"""How far the place meant may be from a town said to tell it."""

_KINDS = {
    TerritoryKind.COMMUNE: {"la ville", "la commune", "le village"},
    TerritoryKind.DEPARTEMENT: {"le departement", "departement"},
    TerritoryKind.REGION: {"la region", "region"},
}
"""What an answer calls a kind of territory."""

_WIDE = {
    TerritoryKind.DEPARTEMENT: "le département",
    TerritoryKind.REGION: "la région",
}


def ask_which(scene: Scene, reading: TerritoryReading) -> Question:
    """Several places share a name or a postcode, or may be what was misspelt."""
    choices = reading.choices
    if reading.guessed:
        likely = choices[:MAX_GUESSES]
        text = scene.say.place_guessed.format(name=told(likely[0]))
        return Question(text, (*_buttons(likely), OTHER))
    names = {choice.name for choice in choices}
    text = scene.say.which_of if len(names) > 1 else scene.say.which_place
    if len(choices) > MAX_HOMONYMS:
        apart = len({choice.departements for choice in choices}) > 1
        text = f"{text} {scene.say.which_departement if apart else scene.say.which_name}"
    text = text.format(name=choices[0].name, count=len(choices))
    return Question(text, (*_buttons(choices[:MAX_HOMONYMS]), OTHER))


def told(territory: Territory) -> str:
    """A place, with where it is: « Sens (89) », « Doubs (le département) »."""
    where = _WIDE.get(territory.kind) or ", ".join(territory.departements)
    is_plain = territory.kind in {TerritoryKind.EPCI, TerritoryKind.LAND}
    return territory.name if is_plain else f"{territory.name} ({where})"


def told_apart(territory: Territory) -> str:
    """A place with what distinguishes it from its homonyms: département and inhabitants."""
    if territory.kind is not TerritoryKind.COMMUNE or not territory.population:
        return told(territory)
    population = f"{territory.population:,}".replace(",", " ")
    label = f"{told(territory)[:-1]}, {population} hab.)"
    return label if len(label) <= MAX_LABEL else told(territory)


def narrowed(reading: Reading, asked: Sequence[Territory], cues: Cues) -> Reading:
    """The reading of an answer that says which of the places `asked` about is meant.

    « 46 », « celle du Lot », « la deuxième », « 2 », « le département », « près de Millau », once a
    name was asked about.
    """
    places = reading.places
    if not asked or (places.choices and not places.alone):
        return reading
    left = _pointed_at(reading.folded, asked, cues)
    if not left:
        left = [place for place in asked if any(_lies_in(place, it) for it in places.choices)]
    if not left and not set(reading.folded.split()).isdisjoint(cues.beside):
        left = _nearest(places.choices, asked)
    if not left or len(left) == len(asked):
        return reading
    settled = replace(places, choices=tuple(left), assumed=False, guessed=False, alone=True)
    return replace(reading, places=settled)


def _pointed_at(folded: str, asked: Sequence[Territory], cues: Cues) -> list[Territory]:
    """Those that « la deuxième », « 2 » or « la ville » tell, among the buttons that were shown."""
    for rank, words in enumerate(cues.ranks[: len(asked)]):
        if folded in {str(rank + 1), *map(fold_known, words)}:
            return [asked[rank]]
    if folded in map(fold_known, cues.largest):
        return [max(asked, key=lambda place: place.population or 0)]
    if folded in map(fold_known, cues.last):
        return [*asked[:MAX_HOMONYMS]][-1:]
    kinds = {kind for kind, words in _KINDS.items() if folded in words}
    return [place for place in asked if place.kind in kinds]


def _nearest(told: Sequence[Territory], asked: Sequence[Territory]) -> list[Territory]:
    """The one beside the town that is told, when the others are far."""
    if len(told) != 1 or told[0].position is None:
        return []
    around = Grid((place.position, place) for place in asked if place.position)
    return [place for _, place in around.around(told[0].position, within_km=BESIDE_KM)][:1]


def _lies_in(place: Territory, area: Territory) -> bool:
    if place == area:
        return True
    match area.kind:
        case TerritoryKind.DEPARTEMENT | TerritoryKind.LAND:
            return bool(set(place.departements) & set(area.departements))
        case TerritoryKind.REGION:
            return bool(set(place.regions) & set(area.regions))
        case TerritoryKind.EPCI:
            return place.epci == area.code
        case TerritoryKind.COMMUNE:
            return False


def _buttons(choices: Sequence[Territory]) -> tuple[Button, ...]:
    return tuple(territory_button(choice, told_apart(choice)) for choice in choices)
