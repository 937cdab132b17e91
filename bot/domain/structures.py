"""Whom to call and where to go (`knowledge/contacts/`, `knowledge/places/`).

A contact or a place keeps the field names of data·inclusion's *structure* (schema v1, Licence
Ouverte 2.0), so that it can be exchanged without a table of correspondence.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.domain.content import Content, InseeCode, Slug, Text, Url

FRESH = timedelta(days=548)
"""After eighteen months without a check, a body or a place ranks after its equals."""


FAR_KM = 15.0
"""Farther from the centre of its commune, a position is doubtful."""


class CoverageLevel(StrEnum):
    """How far a body's or a place's service reaches, from the widest to the nearest."""

    COUNTRY = "national"
    REGION = "région"
    DEPARTEMENT = "département"
    EPCI = "intercommunalité"
    COMMUNE = "commune"


class Coverage(Content):
    """Where a contact serves: codes are INSEE codes, or SIREN for an intercommunalité."""

    level: Annotated[CoverageLevel, Field(title="Échelle")]
    codes: Annotated[tuple[Text, ...], Field(title="Codes")] = ()

    @model_validator(mode="after")
    def _has_codes_unless_national(self) -> Self:
        if (self.level is CoverageLevel.COUNTRY) == bool(self.codes):
            raise ValueError("`codes` : aucun à l'échelle nationale, au moins un sinon")
        return self


class Structure(Content):
    """What a contact and a place share, named as in data·inclusion's *structure* v1."""

    id: Annotated[Slug, Field(title="Identifiant", description="le nom du fichier")]
    nom: Annotated[Text, Field(title="Nom", max_length=100)]
    description: Annotated[Text, Field(title="Rôle, en une ou deux phrases", max_length=300)]
    site_web: Annotated[Url | None, Field(title="Site")] = None
    telephone: Annotated[Text | None, Field(title="Téléphone public")] = None
    courriel: Annotated[Text | None, Field(title="Courriel public")] = None
    adresse: Annotated[Text | None, Field(title="Adresse")] = None
    code_postal: Annotated[Text | None, Field(title="Code postal", pattern=r"^\d{5}$")] = None
    commune: Annotated[Text | None, Field(title="Commune")] = None
    code_insee: Annotated[InseeCode | None, Field(title="Code INSEE")] = None
    latitude: Annotated[float | None, Field(title="Latitude", ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(title="Longitude", ge=-180, le=180)] = None
    source: Annotated[Text, Field(title="Source", description="qui le dit")]
    lien_source: Annotated[Url | None, Field(title="Adresse de la source")] = None
    date_maj: Annotated[date, Field(title="Vérifié le")]
    notice: Annotated[Text | None, Field(title="À savoir", max_length=200)] = None
    themes: Annotated[tuple[Slug, ...], Field(title="Thèmes")] = ()
    identifiant_source: Annotated[
        Text | None, Field(title="Ligne importée", description="jeu de données:identifiant")
    ] = None
    empreinte_source: Annotated[
        Text | None,
        Field(title="Empreinte de la ligne importée", description="sans elle, suivi arrêté"),
    ] = None


def file_of(structure: Structure) -> str:
    """Where it is written in `knowledge/`: a contact is no place."""
    folder = "contacts" if isinstance(structure, Contact) else "places"
    return f"{folder}/{structure.id}.yml"


class Contact(Structure):
    """A body to call or write to."""

    kinds: Annotated[tuple[Slug, ...], Field(title="Sortes de contact", min_length=1)]
    coverage: Annotated[Coverage, Field(title="Territoire couvert")]


class Place(Structure):
    """A tiers-lieu that one can visit; without a commune it is known by its département only."""

    kinds: Annotated[tuple[Slug, ...], Field(title="Sortes de lieu", min_length=1)]
    departement: Annotated[Text, Field(title="Code du département", max_length=3)]
