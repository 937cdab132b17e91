"""What a browser sends: one text, one pressed button or one position, in JSON or as a form."""

from typing import Annotated, Self
from urllib.parse import parse_qs

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.channels.bodies import read_body
from bot.domain.content import MAX_BUTTON_BYTES
from bot.domain.exchange import Message
from bot.domain.territory import Position

CHANNEL = "web"

MAX_BODY = 64 * 1024
"""Bytes of a request: a long letter holds in them, and the core says what is too long to read."""

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

Degrees = Annotated[float, Field(allow_inf_nan=False)]


class Incoming(BaseModel):
    """Exactly one of a text, a button's value and a position (latitude, longitude in degrees)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    text: str | None = None
    press: Annotated[str | None, Field(min_length=1, max_length=MAX_BUTTON_BYTES)] = None
    location: (
        tuple[Annotated[Degrees, Field(ge=-90, le=90)], Annotated[Degrees, Field(ge=-180, le=180)]]
        | None
    ) = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if [self.text, self.press, self.location].count(None) != 2:  # noqa: PLR2004 - of three
            raise ValueError("exactly one of text, press, location")
        return self

    def addressed(self, conversation: str) -> Message:
        """The same thing, as the core reads it."""
        position = Position(*self.location) if self.location else None
        return Message(CHANNEL, conversation, self.text, self.press, position)


def media_type(request: Request) -> str:
    """The type of the body, without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def read_incoming(request: Request) -> Incoming:
    """Read the body of a request.

    Raises:
        HTTPException: 413 when it is too long, 415 of another type, 400 when it makes no sense.
    """
    kind = media_type(request)
    if kind not in {JSON, FORM}:
        raise HTTPException(415)
    body = await read_body(request, MAX_BODY)
    if body is None:
        raise HTTPException(413)
    try:
        return Incoming.model_validate_json(body) if kind == JSON else _read_form(body)
    except ValidationError:
        # Its message quotes what was written: it stops here.
        raise HTTPException(400) from None


def _read_form(body: bytes) -> Incoming:
    """A pressed button comes with the text being written, which then stays unsent."""
    try:
        fields = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=8)
    except ValueError:
        raise HTTPException(400) from None
    if "press" in fields:
        return Incoming(press=fields["press"][-1])
    if "text" in fields:
        return Incoming(text=fields["text"][-1].replace("\r\n", "\n"))
    raise HTTPException(400)
