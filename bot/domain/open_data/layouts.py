"""The open-data files that are read: what each column is, and who publishes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.text import fold

OWN = "trait-d-union"
"""What the identifiers of our own exports begin with."""


class Format(StrEnum):
    """A layout of open data, named as in the public command line."""

    TIERS_LIEUX_2026 = "tiers-lieux-2026"
    TIERS_LIEUX_2023 = "tiers-lieux-2023"
    MEDIATION = "mediation-numerique"


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's columns by the field of `Record` they give, and what is said of its source."""

    columns: Mapping[str, str]
    source: str
    url: str
    what: str
    required: tuple[str, ...] = ("identifier", "name", "town")

    def positions(self, header: Sequence[str]) -> dict[str, int]:
        """Where each field stands in the lines; case, accents and order do not count."""
        places = {fold(name): at for at, name in reversed(list(enumerate(header)))}
        found = {field: places.get(fold(column)) for field, column in self.columns.items()}
        return {field: at for field, at in found.items() if at is not None}

    def missing(self, header: Sequence[str]) -> tuple[str, ...]:
        """The columns without which nothing can be read."""
        found = self.positions(header)
        return tuple(self.columns[field] for field in self.required if field not in found)


_CENSUS = {
    "identifier": "ID_UNIQUE",
    "name": "NOM",
    "street": "ADRESSE",
    "postcode": "CODPOST",
    "town": "VILLE",
    "insee": "Insee",
    "latitude": "LATITUDE",
    "longitude": "LONGITUDE",
    "site": "INTERNET",
    "email": "EMAIL",
    "phone": "TELEPHONE",
    "summary": "DESCRI_COU",
    "families": "familles_tiers_lieux",
    "state": "état du projet",
    "updated": "date_maj",
}
_MEDIATION = {
    "identifier": "id",
    "name": "nom",
    "street": "adresse",
    "postcode": "code_postal",
    "town": "commune",
    "insee": "code_insee",
    "latitude": "latitude",
    "longitude": "longitude",
    "site": "site_web",
    "email": "courriels",
    "phone": "telephone",
    "summary": "presentation_resume",
    "detail": "presentation_detail",
    "families": "typologie",
    "access": "modalites_acces",
    "updated": "date_maj",
    "source": "source",
}
_DATA_GOUV = "https://www.data.gouv.fr/"

LAYOUTS: Mapping[Format, Layout] = {
    Format.TIERS_LIEUX_2026: Layout(
        _CENSUS, "France Tiers-Lieux, recensement 2026", _DATA_GOUV, "Tiers-lieu"
    ),
    Format.TIERS_LIEUX_2023: Layout(
        _CENSUS, "France Tiers-Lieux, recensement 2023", _DATA_GOUV, "Tiers-lieu"
    ),
    Format.MEDIATION: Layout(
        _MEDIATION,
        "Lieux de médiation numérique",
        "https://github.com/LaMednum/standard-mediation-num",
        "Lieu de médiation numérique",
    ),
}
