"""Which of several places is meant: asked with what tells them apart, and settled by the answer."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.buttons import OTHER, territory_button
from bot.domain.dialogue.scene import Reading, Scene
from bot.domain.replies import Button, Question
from bot.domain.territory import Territory, TerritoryKind, TerritoryReading

MAX_HOMONYMS = 5
"""Places offered as buttons; with more, the département or postcode is asked."""

MAX_GUESSES = 3
"""Corrections offered of a misspelling."""

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
        text = f"{text} {scene.say.which_departement}"
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
    return f"{told(territory)[:-1]}, {population} hab.)"


def narrowed(reading: Reading, asked: Sequence[Territory]) -> Reading:
    """The reading of an answer that says which of the places `asked` about is meant.

    « 46 », « celle du Lot », « dans l'Aude », once « Sainte-Colombe » was asked about.
    """
    places = reading.places
    if not asked or not places.alone:
        return reading
    within = [place for place in asked if any(_lies_in(place, it) for it in places.choices)]
    if len(within) != 1:
        return reading
    return replace(reading, places=replace(places, choices=tuple(within), guessed=False))


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
            return place.epci is not None and place.epci == area.epci


def _buttons(choices: Sequence[Territory]) -> tuple[Button, ...]:
    return tuple(territory_button(choice, told_apart(choice)) for choice in choices)
