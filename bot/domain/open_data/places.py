"""A place made of a record, once its commune is known."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.domain.open_data.cells import day_of, street_of, website_of
from bot.domain.open_data.contact_details import public_email, public_phone
from bot.domain.open_data.kinds import DIGITAL, TIERS_LIEU, kinds_of_families, kinds_of_typologies
from bot.domain.open_data.layouts import LAYOUTS, OWN, Format
from bot.domain.open_data.records import Record
from bot.domain.prepositions import at_town
from bot.domain.structures import Place
from bot.domain.territory import Position, Territory
from bot.domain.text import fold, redact, shorten

MAX_NAME, MAX_DESCRIPTION = 100, 300
"""Characters, as `Structure` takes them."""

_CLOSED = frozenset(
    [
        "abandonne",
        "abandonnee",
        "arrete",
        "arretee",
        "cesse",
        "clos",
        "ferme",
        "fermee",
        "fermeture",
    ]
)
_COMING = ("en projet", "en cours", "creation", "prefiguration", "emergence")
_NO_PUBLIC = "n accueille pas de public"

TO_CHECK = "Activité à vérifier avant de vous déplacer."
TO_COME = "Projet en cours : se renseigner avant de se déplacer."
NO_PUBLIC = "N'accueille pas de public : se renseigner d'abord."


@dataclass(frozen=True, slots=True)
class Terms:
    """How a file is read: `dated` is the date of its edition, when told; `kinds`, those known."""

    format: Format
    today: date
    dated: date | None = None
    kinds: Collection[str] = ()

    def day(self, record: Record) -> date | None:
        """The date that the source gives; a day to come is a slip, and not told."""
        told = day_of(record.updated) or self.dated
        return told if told and told <= self.today else None


def origin_of(record: Record, format_: Format) -> str:
    """Where a place comes from: dataset and identifier; our own exports name ours."""
    is_own = record.identifier.startswith(f"{OWN}:")
    return record.identifier if is_own else f"{format_}:{record.identifier}"


def is_closed(record: Record) -> bool:
    """Whether the source says that the place has closed, or never opened."""
    return bool(_CLOSED & set(fold(record.state).split()))


def place_of(
    record: Record, town: Territory, position: Position | None, terms: Terms, postcode: str
) -> Place:
    """The place that a record tells; its id is the first one to try.

    Raises:
        ValueError: something in it is not as a place needs it.
    """
    told = {
        **_where(record, town, position, postcode),
        **_said(record, town, terms),
        "id": "lieu",
        "kinds": _kinds(record, terms),
        "site_web": website_of(record.site),
        "telephone": public_phone(record.phone),
        "courriel": public_email(record.email, record.name),
        "date_maj": terms.day(record) or terms.today,
        "notice": _notice(record),
        "identifiant_source": origin_of(record, terms.format),
    }
    return Place.model_validate(told)


def _said(record: Record, town: Territory, terms: Terms) -> dict[str, object]:
    """Name, description and source, without what would reach a person."""
    layout = LAYOUTS[terms.format]
    said = redact(record.detail or record.summary) or f"{layout.what} {at_town(town.name)}."
    return {
        "nom": shorten(redact(record.name), MAX_NAME),
        "description": shorten(said, MAX_DESCRIPTION),
        "source": redact(record.source) or layout.source,
        "lien_source": layout.url,
    }


def _where(
    record: Record, town: Territory, position: Position | None, postcode: str
) -> dict[str, object]:
    """The address; a street that only repeats the commune is none."""
    street = redact(street_of(record.street, record.postcode))
    return {
        "adresse": street if fold(street) != fold(town.name) and street else None,
        "code_postal": record.postcode or postcode or None,
        "commune": town.name,
        "code_insee": town.code,
        "departement": town.departements[0],
        "latitude": position.latitude if position else None,
        "longitude": position.longitude if position else None,
    }


def _kinds(record: Record, terms: Terms) -> tuple[str, ...]:
    if terms.format is not Format.MEDIATION:
        return kinds_of_families(record.families, terms.kinds) or (TIERS_LIEU,)
    kinds = kinds_of_typologies(record.families, terms.kinds)
    if record.identifier.startswith(f"{OWN}:"):
        return kinds or (TIERS_LIEU,)
    digital = (DIGITAL,) if DIGITAL in terms.kinds else ()
    return tuple(dict.fromkeys((*digital, *kinds))) or (TIERS_LIEU,)


def _notice(record: Record) -> str:
    state = fold(record.state)
    if any(word in state for word in _COMING):
        return TO_COME
    return NO_PUBLIC if _NO_PUBLIC in fold(record.access) else TO_CHECK
