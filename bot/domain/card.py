"""A card: a small FAQ about one subject (`knowledge/cards/`)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.domain.content import MAX_BUTTON_BYTES, Content, Slug, Text, Url

MAX_SECTION_TEXT = 700
"""Characters of a section: what a telephone shows without scrolling twice."""

MIN_QUESTIONS = 8
"""Phrases a card needs before the model can learn it."""


class Status(StrEnum):
    """Where a card stands between its author and its readers."""

    DRAFT = "brouillon"
    TO_REVIEW = "à relire"
    PUBLISHED = "publiée"
    ARCHIVED = "archivée"


class Audience(StrEnum):
    """Whom a card is written for."""

    ELECTED = "élus"
    ASSOCIATION = "associations"
    COMPANY = "entreprises"
    STAFF = "agents"
    RESIDENT = "habitants"


class Facet(StrEnum):
    """The question about a subject that a section answers."""

    FIRST_STEP = "premier pas"
    STEPS = "étapes"
    COST = "coût"
    DELAY = "délai"
    DECIDER = "qui décide"
    CONTACT = "qui appeler"
    PITFALLS = "pièges"
    MODEL = "modèle"
    LEGAL = "cadre légal"
    SUCCESS = "réussite"
    EXAMPLES = "exemples"
    DEFINITION = "définition"
    CONDITIONS = "conditions"
    FIGURES = "chiffres"


class Source(Content):
    """A page that a fact comes from."""

    id: Annotated[Text, Field(title="Code", description="cité par les rubriques", max_length=12)]
    publisher: Annotated[Text, Field(title="Éditeur")]
    title: Annotated[Text, Field(title="Titre ou objet de la page")]
    url: Annotated[Url, Field(title="Adresse")]
    read_on: Annotated[date, Field(title="Lue le")]


class Section(Content):
    """One question about a card's subject, answered in at most 700 characters.

    `text` states facts and names its sources; `advice` is know-how without a source, shown as
    « Conseil de terrain ».
    """

    id: Annotated[Slug, Field(title="Identifiant", max_length=20)]
    title: Annotated[Text, Field(title="Intitulé", max_length=40)]
    answers: Annotated[tuple[Facet, ...], Field(title="Répond à")] = ()
    text: Annotated[Text | None, Field(title="Texte sourcé")] = None
    advice: Annotated[Text | None, Field(title="Conseil de terrain")] = None
    sources: Annotated[tuple[Text, ...], Field(title="Sources citées")] = ()

    @model_validator(mode="after")
    def _is_short_and_sourced(self) -> Self:
        if not self.text and not self.advice:
            raise ValueError("écrire `text` (avec ses sources) ou `advice` (conseil de terrain)")
        if self.text and not self.sources:
            raise ValueError("`text` énonce des faits : citer au moins une source dans `sources`")
        length = len(self.text or "") + len(self.advice or "")
        if length > MAX_SECTION_TEXT:
            raise ValueError(f"{length} caractères, {MAX_SECTION_TEXT} au plus : raccourcir")
        return self


class Card(Content):
    """A practice: a small FAQ about one subject. A draft needs only title, theme and questions."""

    id: Annotated[Slug, Field(title="Identifiant", description="le nom du fichier")]
    title: Annotated[Text, Field(title="Titre", max_length=80)]
    theme: Annotated[Slug, Field(title="Thème", description="un identifiant de themes.yml")]
    audience: Annotated[tuple[Audience, ...], Field(title="Publics")] = ()
    status: Annotated[Status, Field(title="État")] = Status.DRAFT
    summary: Annotated[Text | None, Field(title="Résumé en deux phrases", max_length=330)] = None
    simple: Annotated[Text | None, Field(title="En plus simple", max_length=400)] = None
    next_step: Annotated[Text | None, Field(title="Premier pas", max_length=130)] = None
    sections: Annotated[tuple[Section, ...], Field(title="Rubriques", max_length=8)] = ()
    questions: Annotated[tuple[Text, ...], Field(title="Questions d'usagers")] = ()
    related: Annotated[tuple[Slug, ...], Field(title="Fiches liées")] = ()
    contacts: Annotated[tuple[Slug, ...], Field(title="Contacts nommés")] = ()
    contact_kinds: Annotated[tuple[Slug, ...], Field(title="Sortes de contacts")] = ()
    place_kinds: Annotated[tuple[Slug, ...], Field(title="Sortes de lieux")] = ()
    sources: Annotated[tuple[Source, ...], Field(title="Sources")] = ()
    owner: Annotated[Text | None, Field(title="Responsable", description="un rôle")] = None
    checked_on: Annotated[date | None, Field(title="Vérifiée le")] = None
    review_by: Annotated[date | None, Field(title="À revoir avant le")] = None
    closed_on: Annotated[date | None, Field(title="Dispositif clos le")] = None
    legal_notice: Annotated[bool, Field(title="Mention juridique")] = False

    @property
    def is_published(self) -> bool:
        """Whether readers may see it."""
        return self.status is Status.PUBLISHED

    @property
    def is_known(self) -> bool:
        """Whether its subject is recognised, even if it is still being written."""
        return self.status is not Status.ARCHIVED

    @model_validator(mode="after")
    def _is_complete_when_published(self) -> Self:
        if not self.is_published:
            return self
        needed = {
            "summary": self.summary,
            "simple": self.simple,
            "next_step": self.next_step,
            "sections": self.sections,
            "audience": self.audience,
            "sources": self.sources,
            "owner": self.owner,
            "checked_on": self.checked_on,
            "review_by": self.review_by,
        }
        missing = [key for key, value in needed.items() if not value]
        if missing:
            raise ValueError(f"fiche publiée incomplète, il manque : {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _is_coherent(self) -> Self:
        known = {source.id for source in self.sources}
        for section in self.sections:
            unknown = [code for code in section.sources if code not in known]
            if unknown:
                raise ValueError(f"rubrique {section.id} : source inconnue {', '.join(unknown)}")
            if len(f"part:{self.id}/{section.id}".encode()) > MAX_BUTTON_BYTES:
                raise ValueError(f"rubrique {section.id} : identifiant trop long pour un bouton")
        ids = [section.id for section in self.sections]
        if len(ids) != len(set(ids)):
            raise ValueError("deux rubriques portent le même identifiant")
        if self.checked_on and self.review_by and self.review_by <= self.checked_on:
            raise ValueError("`review_by` doit venir après `checked_on`")
        return self
