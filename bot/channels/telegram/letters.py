"""What leaves for a chat, as it is kept until it is sent."""

import uuid
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from bot.channels.telegram.addressing import Address
from bot.channels.telegram.keyboard import Rows
from bot.domain.mail import Letter
from bot.domain.map import Map
from bot.domain.territory import Position


@dataclass(frozen=True, slots=True)
class Text:
    """A message in Telegram's HTML; it takes the place of the message `instead`, if it can.

    `asks_position`: the person's keyboard offers to share where they are.
    """

    html: str
    keyboard: Rows = ()
    instead: int | None = None
    asks_position: bool = False
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Buttons:
    """Other buttons under a message sent before."""

    message: int
    keyboard: Rows
    kind: Literal["buttons"] = "buttons"


@dataclass(frozen=True, slots=True)
class Picture:
    """A map, drawn when it is sent."""

    map: Map
    caption: str
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Venue:
    """A place on the telephone's own map."""

    position: Position
    title: str
    address: str
    kind: Literal["venue"] = "venue"


@dataclass(frozen=True, slots=True)
class File:
    """A file to keep."""

    name: str
    content: str
    caption: str
    keyboard: Rows = ()
    kind: Literal["file"] = "file"


Content = Annotated[Text | Buttons | Picture | Venue | File, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class Addressed:
    """A content, and where it goes."""

    address: Address
    content: Content


_KEPT = TypeAdapter(Addressed)


def sealed_in(chat: str, address: Address, content: Content) -> Letter:
    """A letter for the chat known as `chat`."""
    kept = _KEPT.dump_json(Addressed(address, content)).decode()
    return Letter(uuid.uuid4().hex, chat, kept)


def opened(letter: Letter) -> Addressed:
    """What a letter says, and where it goes."""
    return _KEPT.validate_json(letter.content)
