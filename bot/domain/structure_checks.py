"""What must hold of a contact or a place: its kinds, its place on the map, how it is reached."""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from bot.domain.dates import french_date
from bot.domain.knowledge import Knowledge
from bot.domain.placing import position_of
from bot.domain.problems import Level, Problem, unknown_in
from bot.domain.structures import FAR_KM, FRESH, Contact, Place, Structure, file_of
from bot.domain.territory import Territory, TerritoryKind
from bot.domain.text import fold

Find = Callable[[TerritoryKind, str], Territory | None]
"""Gives the territory in force with a code."""

_PHONE = re.compile(r"0[1-5789](?: \d\d){4}|\d{3,4}|3\d \d\d")
"""« 05 65 00 00 00 », « 09 … », and short numbers: 112, 3114, « 39 39 »."""

_MOBILE = re.compile(r"(?:0|\+33 ?)[67]")
_SERVICES = """
    accueil adherents adhesion administration agence animation asso association associations
    bienvenue bonjour bureau cabinet com communication conseil contact contacts coordination
    courrier culture direction dla equipe ess federation fablab formation hello info infos
    information informations mairie mail mediation numerique partenariat partenariats presse
    projet projets reseau secretariat service services siege support tierslieux vie
"""
_WRITTEN_TO = frozenset(_SERVICES.split())
"""Words before the arobase that name nobody."""


def find_structure_problems(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    """Every problem of every contact and place, but for where they stand."""
    for contact in knowledge.contacts.values():
        yield from _structure(contact, frozenset(knowledge.contact_kinds), today)
    for place in knowledge.places.values():
        yield from _structure(place, frozenset(knowledge.place_kinds), today)


def find_misplaced(knowledge: Knowledge, find: Find) -> Iterator[Problem]:
    """Communes that do not exist, and coordinates too far from the one that is named."""
    for structure in (*knowledge.contacts.values(), *knowledge.places.values()):
        if structure.code_insee is None:
            continue
        commune = find(TerritoryKind.COMMUNE, structure.code_insee)
        if commune is None:
            message = f"`code_insee` : aucune commune ne porte le code {structure.code_insee}"
            yield _problem(structure, Level.ERROR, message, "code_insee")
        else:
            yield from _far(structure, commune)


def _structure(structure: Structure, kinds: AbstractSet[str], today: date) -> Iterator[Problem]:
    used = structure.kinds if isinstance(structure, Contact | Place) else ()
    for position, message in unknown_in("kinds", used, kinds):
        yield _problem(structure, Level.ERROR, message, "kinds", position)
    if structure.date_maj > today:
        message = "`date_maj` est dans l'avenir : corriger la date"
        yield _problem(structure, Level.ERROR, message, "date_maj")
    elif today - structure.date_maj > FRESH:
        message = f"vérifié le {french_date(structure.date_maj)} : à revoir"
        yield _problem(structure, Level.WARNING, message, "date_maj")
    yield from _ways(structure)


def _ways(structure: Structure) -> Iterator[Problem]:
    phone, email = structure.telephone, structure.courriel
    if phone and _MOBILE.match(phone):
        message = (
            "`telephone` : un mobile est celui d'une personne ; ne donner que ceux de structures"
        )
        yield _problem(structure, Level.ERROR, message, "telephone")
    elif phone and not _PHONE.fullmatch(phone):
        message = f"`telephone` : « {phone} » s'écrit comme « 05 65 00 00 00 »"
        yield _problem(structure, Level.ERROR, message, "telephone")
    if email and not _is_of_a_structure(email, structure.nom):
        message = (
            f"`courriel` : « {email} » semble celui d'une personne ; donner celui de la structure"
        )
        yield _problem(structure, Level.ERROR, message, "courriel")


def _is_of_a_structure(email: str, name: str) -> bool:
    """Whether what precedes the arobase is a service, the structure's name or that of its site."""
    local, _, domain = email.partition("@")
    words = re.sub(r"\d+", " ", fold(local)).split()
    own = {*fold(name).split(), *fold(domain).split()}
    joined = "".join(words)
    named = any(word in _WRITTEN_TO or word in own for word in words)
    return bool(domain) and (named or joined in fold(domain).replace(" ", ""))


def _far(structure: Structure, commune: Territory) -> Iterator[Problem]:
    position = position_of(structure)
    if position is None or commune.position is None:
        return
    km = commune.position.distance_km(position)
    if km > FAR_KM:
        message = f"`latitude`, `longitude` : à {km:.0f} km de {commune.name}, {FAR_KM:.0f} au plus"
        yield _problem(structure, Level.ERROR, message, "latitude")


def _problem(structure: Structure, level: Level, message: str, *path: str | int) -> Problem:
    return Problem(file_of(structure), 0, level, message, path)
