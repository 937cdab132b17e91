"""Dangers, and the numbers to call (`knowledge/emergency.yml`)."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.domain.content import Content, Pattern, Slug, Text, Url


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
