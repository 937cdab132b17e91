"""What the team writes in `knowledge/`, as frozen types: keys in English, values in French.

A contact or a place keeps the field names of data·inclusion's *structure* (schema v1, Licence
Ouverte 2.0), so that it can be exchanged without a table of correspondence.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

MAX_ID = 48
"""Characters of a card's id: Telegram gives a button 64 bytes and `card:` takes five of them."""

MAX_BUTTON_BYTES = 64
"""Bytes behind a Telegram button (Bot API, `InlineKeyboardButton.callback_data`)."""

MAX_SECTION_TEXT = 700
"""Characters of a section: what a telephone shows without scrolling twice."""

MIN_QUESTIONS = 8
"""Phrases a card needs before the model can learn it."""


class Content(BaseModel):
    """Something the team writes: never changed once read, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _only_text(value: object) -> object:
    """Refuse a number where text is due: YAML reads `01004` as the number 516."""
    if isinstance(value, int | float):
        message = "mettre cette valeur entre guillemets : c'est un texte, pas un nombre"
        raise ValueError(message)  # noqa: TRY004 - pydantic locates a ValueError only
    return value


def _compiles(value: str) -> str:
    """Refuse what is not a regular expression."""
    try:
        re.compile(value)
    except re.error as error:
        message = f"expression régulière illisible : {error}"
        raise ValueError(message) from error
    return value


Text = Annotated[str, BeforeValidator(_only_text), Field(min_length=1)]
Pattern = Annotated[str, BeforeValidator(_only_text), AfterValidator(_compiles)]
Slug = Annotated[
    str, BeforeValidator(_only_text), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=MAX_ID)
]
Url = Annotated[Text, Field(pattern=r"^https?://\S+$")]
InseeCode = Annotated[
    str, BeforeValidator(_only_text), Field(pattern=r"^(\d{2}|2[AB])\d{3}$", title="Code INSEE")
]


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


class Role(StrEnum):
    """Whom a person speaks for."""

    TOWN_HALL = "mairie"
    ASSOCIATION = "association"
    COMPANY = "entreprise"


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
    commune: Annotated[Text | None, Field(title="Commune")] = None
    code_insee: Annotated[InseeCode | None, Field(title="Code INSEE")] = None
    latitude: Annotated[float | None, Field(title="Latitude", ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(title="Longitude", ge=-180, le=180)] = None
    source: Annotated[Text, Field(title="Source", description="qui le dit")]
    lien_source: Annotated[Url | None, Field(title="Adresse de la source")] = None
    date_maj: Annotated[date, Field(title="Vérifié le")]
    notice: Annotated[Text | None, Field(title="À savoir", max_length=200)] = None
    themes: Annotated[tuple[Slug, ...], Field(title="Thèmes")] = ()


class Contact(Structure):
    """A body to call or write to."""

    kinds: Annotated[tuple[Slug, ...], Field(title="Sortes de contact", min_length=1)]
    coverage: Annotated[Coverage, Field(title="Territoire couvert")]


class Place(Structure):
    """A tiers-lieu that one can visit; without a commune it is known by its département only."""

    kinds: Annotated[tuple[Slug, ...], Field(title="Sortes de lieu", min_length=1)]
    departement: Annotated[Text, Field(title="Code du département", max_length=3)]


class Theme(Content):
    """A shelf of cards."""

    id: Slug
    label: Text


class Themes(Content):
    """The shelves, in the order in which they are shown (`themes.yml`)."""

    themes: tuple[Theme, ...] = ()


class Kind(Content):
    """A kind of contact or of place, and the words that people use for it."""

    id: Slug
    label: Annotated[Text, Field(title="Au singulier, avec article", description="« un fablab »")]
    plural: Annotated[Text, Field(title="Au pluriel, sans article")]
    words: Annotated[tuple[Text, ...], Field(title="Mots qui la désignent")] = ()


class Kinds(Content):
    """The kinds of contacts and places (`kinds.yml`)."""

    contacts: tuple[Kind, ...] = ()
    places: tuple[Kind, ...] = ()


class FacetCue(Content):
    """The words that ask about one facet of a subject."""

    id: Facet
    words: Annotated[tuple[Text, ...], Field(min_length=1)]


class RoleCue(Content):
    """The words by which people say whom they speak for, and whom they are sent to first."""

    id: Role
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    contact_kinds: tuple[Slug, ...] = ()


class Suggestion(Content):
    """A thing to ask, offered to whoever arrives: `opens` is a card's or an action's id."""

    label: Annotated[Text, Field(max_length=40)]
    opens: Slug


class Cues(Content):
    """Words that the conversation listens to beside the question itself (`cues.yml`)."""

    facets: tuple[FacetCue, ...] = ()
    roles: tuple[RoleCue, ...] = ()
    more: Annotated[tuple[Text, ...], Field(title="Demandes de la suite d'une liste")] = ()
    follow_up: Annotated[tuple[Text, ...], Field(title="Débuts de question de suite")] = ()
    suggestions: Annotated[tuple[Suggestion, ...], Field(title="Premières idées")] = ()
    diagnosis_cards: Annotated[tuple[Slug, ...], Field(title="Fiches pour faire le point")] = ()
    human_kinds: Annotated[tuple[Slug, ...], Field(title="Contacts proposés par défaut")] = ()
    partner_kinds: Annotated[tuple[Slug, ...], Field(title="Qui connaît les partenaires")] = ()


class EmergencyNumber(Content):
    """A number to call, what it is for and when it answers."""

    number: Text
    name: Text
    use: Annotated[Text, Field(title="Pour quoi", max_length=160)]
    hours: Annotated[Text, Field(title="Quand")]
    source: Text
    lien_source: Url
    checked_on: date


class Danger(Content):
    """A dangerous situation: the words that reveal it, and the numbers to give first.

    `patterns` are regular expressions over folded text (lower case, no accents, punctuation as
    spaces); `unless` are those that show the danger is only talked about.
    """

    id: Slug
    advice: Annotated[Text, Field(title="Que faire, en une phrase", max_length=200)]
    numbers: Annotated[tuple[Text, ...], Field(min_length=1)]
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    unless: tuple[Pattern, ...] = ()


class Emergency(Content):
    """Emergency numbers and the situations that call for them (`emergency.yml`)."""

    numbers: tuple[EmergencyNumber, ...] = ()
    dangers: tuple[Danger, ...] = ()
    default: Annotated[tuple[Text, ...], Field(title="Numéros donnés sans situation reconnue")] = ()

    @model_validator(mode="after")
    def _numbers_exist(self) -> Self:
        known = {number.number for number in self.numbers}
        used = {number for danger in self.dangers for number in danger.numbers}
        unknown = (used | set(self.default)) - known
        if unknown:
            raise ValueError(f"numéro sans fiche : {', '.join(sorted(unknown))}")
        return self
