"""What everything in `knowledge/` is made of: a frozen type, and texts checked as they are read.

Keys are in English, values in French.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

MAX_ID = 48
"""Characters of a card's id: Telegram gives a button 64 bytes and `card:` takes five of them."""

MAX_BUTTON_BYTES = 64
"""Bytes behind a Telegram button (Bot API, `InlineKeyboardButton.callback_data`)."""


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
