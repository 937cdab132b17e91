"""The JSON lines of `ask`: what comes in, what goes out."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.channels.ask.plain import plain
from bot.domain.exchange import Message, Outcome
from bot.domain.replies import ItemKind, Reply
from bot.domain.territory import Position, Territory, TerritoryKind


class AskedLine(BaseModel):
    """One message: a text, a shared position or a press, in a conversation of its own or not."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str | int | None = None
    text: str | None = None
    chat: str | None = None
    location: (
        tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]]
        | None
    ) = None
    press: str | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        said = [item for item in (self.text, self.location, self.press) if item is not None]
        if len(said) != 1:
            raise ValueError("une ligne porte `text`, `location` ou `press`, et un seul des trois")
        return self

    def message(self, own: str) -> Message:
        """The message, in the conversation `own` when the line names none."""
        position = Position(*self.location) if self.location else None
        return Message("ask", self.chat or own, self.text, self.press, position)


class Line(BaseModel):
    """What is printed: frozen, in this order."""

    model_config = ConfigDict(frozen=True)


class ErrorLine(Line):
    """A line that could not be read, and why."""

    id: str | int | None
    line: int
    error: str


class ButtonLine(Line):
    """A button of a reply."""

    label: str
    value: str


class ReplyLine(Line):
    """A reply as plain text, and its buttons."""

    text: str
    buttons: tuple[ButtonLine, ...]


class TerritoryLine(Line):
    """A place."""

    kind: TerritoryKind
    code: str
    name: str


class ResultLine(Line):
    """A place or a contact that was found."""

    id: str
    kind: ItemKind
    distance_km: float | None


class AnswerLine(Line):
    """The answer to a line, field by field as the public command line says."""

    id: str | int | None
    text: str | None
    goal: str
    alternatives: tuple[str, ...]
    section: str | None
    confidence: float
    territory: TerritoryLine | None
    territory_choices: tuple[TerritoryLine, ...]
    results: tuple[ResultLine, ...]
    reply: tuple[ReplyLine, ...]
    sources: tuple[str, ...]
    degraded: bool
    elapsed_ms: float


def shape(line: AskedLine, outcome: Outcome, elapsed_ms: float) -> AnswerLine:
    """What `ask --json` prints for a line."""
    return AnswerLine(
        id=line.id,
        text=line.text,
        goal=outcome.goal,
        alternatives=outcome.alternatives,
        section=outcome.section,
        confidence=round(outcome.confidence, 4),
        territory=_territory(outcome.territory) if outcome.territory else None,
        territory_choices=tuple(map(_territory, outcome.territory_choices)),
        results=tuple(
            ResultLine(id=item.id, kind=item.kind, distance_km=item.distance_km)
            for item in outcome.results
        ),
        reply=tuple(map(_reply, outcome.replies)),
        sources=outcome.sources,
        degraded=outcome.degraded,
        elapsed_ms=round(elapsed_ms, 2),
    )


def _territory(territory: Territory) -> TerritoryLine:
    return TerritoryLine(kind=territory.kind, code=territory.code, name=territory.name)


def _reply(reply: Reply) -> ReplyLine:
    buttons = tuple(ButtonLine(label=item.label, value=item.value) for item in reply.buttons)
    return ReplyLine(text=plain(reply), buttons=buttons)
