"""Territories and names that no official list has (`knowledge/territories.yml`)."""

from typing import Annotated

from pydantic import Field

from bot.domain.content import Content, InseeCode, Slug, Text


class Land(Content):
    """A former region, or a land without borders: the Quercy, the Cévennes."""

    id: Slug
    name: Annotated[Text, Field(title="Nom, sans article")]
    at: Annotated[Text, Field(title="Pour dire qu'on y est", description="« dans les Cévennes »")]
    departements: Annotated[
        tuple[Text, ...], Field(title="Départements, le principal d'abord", min_length=1)
    ]
    centre: Annotated[
        InseeCode | None,
        Field(title="Commune en son cœur", description="les distances se comptent d'elle"),
    ] = None
    names: Annotated[tuple[Text, ...], Field(title="Autres façons de le dire")] = ()
    careful: Annotated[
        bool,
        Field(title="Est aussi un mot courant", description="compte avec un article et capitale"),
    ] = False


class OtherNames(Content):
    """Other names of a territory that has a code."""

    territory: Annotated[
        Text,
        Field(
            title="Territoire",
            description="commune/46102, epci/200067106, departement/46 ou region/76",
            pattern=r"^(commune|epci|departement|region)/\w+$",
        ),
    ]
    names: Annotated[tuple[Text, ...], Field(title="Autres noms", min_length=1)]


class Territories(Content):
    """Lands, and other names (`territories.yml`)."""

    lands: tuple[Land, ...] = ()
    names: tuple[OtherNames, ...] = ()
