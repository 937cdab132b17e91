"""The lists that go with cards and structures: themes, kinds, and the words people use."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.domain.card import Facet
from bot.domain.content import Content, Slug, Text


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
    when_unknown: Annotated[
        Text | None, Field(title="Ce qu'on dit quand aucun n'est connu près de là", max_length=200)
    ] = None


class Kinds(Content):
    """The kinds of contacts and places (`kinds.yml`)."""

    contacts: tuple[Kind, ...] = ()
    places: tuple[Kind, ...] = ()


class Synonym(Content):
    """A usual word, and what people write for it: acronyms, familiar words, common mistakes."""

    word: Annotated[Text, Field(title="Le mot usuel")]
    variants: Annotated[tuple[Text, ...], Field(title="Ce que les gens écrivent", min_length=1)]


class Synonyms(Content):
    """Words that mean the same to the keyword search (`synonyms.yml`)."""

    synonyms: tuple[Synonym, ...] = ()


class Need(Content):
    """What somebody wants to do, the cards that are about it, and whom to call first."""

    id: Slug
    label: Annotated[Text, Field(title="Le besoin, à l'infinitif")]
    cards: Annotated[tuple[Slug, ...], Field(title="Fiches concernées")] = ()
    contact_kinds: Annotated[
        tuple[Slug, ...], Field(title="Sortes de contacts, la première porte d'abord", min_length=1)
    ]
    why: Annotated[Text, Field(title="Pourquoi cette porte", max_length=200)]


class Orientation(Content):
    """Whom to call for what (`orientation.yml`)."""

    needs: tuple[Need, ...] = ()


class Role(StrEnum):
    """Whom a person speaks for."""

    TOWN_HALL = "mairie"
    ASSOCIATION = "association"
    COMPANY = "entreprise"


class FacetCue(Content):
    """The words that ask about one facet of a subject; `alone`: when nothing else is said."""

    id: Facet
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    alone: tuple[Text, ...] = ()


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
    common: Annotated[
        tuple[Text, ...], Field(title="Mots trop courants pour désigner une rubrique")
    ] = ()
    more: Annotated[tuple[Text, ...], Field(title="Demandes de la suite d'une liste")] = ()
    nearer: Annotated[tuple[Text, ...], Field(title="Demandes de plus près")] = ()
    anywhere: Annotated[tuple[Text, ...], Field(title="Demandes de partout en France")] = ()
    wider: Annotated[tuple[Text, ...], Field(title="Demandes de tout le département")] = ()
    ranks: Annotated[
        tuple[tuple[Text, ...], ...], Field(title="« La première », « la deuxième »… d'un choix")
    ] = ()
    largest: Annotated[tuple[Text, ...], Field(title="« La plus grande » d'un choix")] = ()
    last: Annotated[tuple[Text, ...], Field(title="« La dernière » d'un choix")] = ()
    beside: Annotated[tuple[Text, ...], Field(title="Mots de « près de », sans accents")] = ()
    declare: Annotated[tuple[Text, ...], Field(title="Demandes de se faire connaître")] = ()
    plain: Annotated[tuple[Text, ...], Field(title="Demandes de français très simple")] = ()
    sources: Annotated[tuple[Text, ...], Field(title="Demandes des sources")] = ()
    follow_up: Annotated[tuple[Text, ...], Field(title="Débuts de question de suite")] = ()
    suggestions: Annotated[tuple[Suggestion, ...], Field(title="Premières idées")] = ()
    diagnosis_cards: Annotated[tuple[Slug, ...], Field(title="Fiches pour faire le point")] = ()
    human_kinds: Annotated[tuple[Slug, ...], Field(title="Contacts proposés par défaut")] = ()
    partner_kinds: Annotated[tuple[Slug, ...], Field(title="Qui connaît les partenaires")] = ()
