"""What tells whether a line of the source, or the file made of it, has changed since its import."""

import hashlib
import json

from bot.domain.structures import Place

_APART = {"id", "empreinte_source"}
_LENGTH = 16


def fingerprint(place: Place, *, dated: bool) -> str:
    """The digest of a place as its source gives it; `dated` when the source gives its date too."""
    apart = _APART if dated else _APART | {"date_maj"}
    told = place.model_dump(mode="json", exclude=apart, exclude_defaults=True)
    canonical = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]


def is_as_imported(place: Place) -> bool:
    """Whether nobody changed a place since it was imported."""
    prints = {fingerprint(place, dated=dated) for dated in (True, False)}
    return place.empreinte_source in prints


def is_same_line(known: Place, place: Place) -> bool:
    """Whether a line says what it said when its place was imported.

    A line without a date is the same as it was under the date of an edition.
    """
    then = place.model_copy(update={"date_maj": known.date_maj})
    is_undated = place.empreinte_source == fingerprint(place, dated=False)
    before = {place.empreinte_source, fingerprint(then, dated=True) if is_undated else None}
    return known.empreinte_source in before


def differences(one: Place, other: Place) -> tuple[str, ...]:
    """The fields that two places do not share, without what the import keeps for itself."""
    fields = (name for name in Place.model_fields if name not in {*_APART, "date_maj"})
    return tuple(name for name in fields if getattr(one, name) != getattr(other, name))
