"""Runs `ask`: one question, or a file of them, in order."""

import asyncio
import codecs
import json
import time
import uuid
from collections.abc import AsyncIterator, Iterable
from typing import Protocol

from pydantic import ValidationError

from bot.channels.ask.lines import AnswerLine, AskedLine, ErrorLine, shape
from bot.domain.exchange import Message, Outcome


class Answers(Protocol):
    """Whoever answers."""

    async def answer(self, message: Message) -> Outcome:
        """The answer to a message."""


async def ask(assistant: Answers, lines: Iterable[bytes]) -> AsyncIterator[AnswerLine | ErrorLine]:
    """An answer for each line that is not blank, in order; `error` for one that cannot be read."""
    async for number, raw in _read(lines):
        if not raw.strip():
            continue
        try:
            line = AskedLine.model_validate_json(raw)
        except ValidationError as error:
            yield ErrorLine(id=_id_of(raw), line=number, error=_reason(error))
            continue
        yield await ask_one(assistant, line)


async def ask_one(assistant: Answers, line: AskedLine) -> AnswerLine:
    """The answer to one line, timed."""
    started = time.perf_counter()
    outcome = await assistant.answer(line.message(own=uuid.uuid4().hex))
    return shape(line, outcome, (time.perf_counter() - started) * 1000)


async def _read(lines: Iterable[bytes]) -> AsyncIterator[tuple[int, bytes]]:
    """Each line and its number, waited for in a thread: meanwhile Rasa is looked after."""
    numbered = enumerate(lines, start=1)
    while (read := await asyncio.to_thread(next, numbered, None)) is not None:
        number, raw = read
        # The mark that some editors put before the first line of a file is none of JSON.
        yield number, raw.removeprefix(codecs.BOM_UTF8)


def _reason(error: ValidationError) -> str:
    detail = error.errors(include_url=False, include_input=False)[0]
    if detail["type"] == "json_invalid":
        return "ligne illisible : ce n'est pas un objet JSON en UTF-8"
    field = ".".join(str(step) for step in detail["loc"])
    reason = str(detail.get("ctx", {}).get("error", detail["msg"]))
    return f"{field} : {reason}" if field else reason


def _id_of(raw: bytes) -> str | int | None:
    """The identifier of a line whose other fields are wrong, if it can still be read."""
    try:
        found = json.loads(raw.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    id_ = found.get("id") if isinstance(found, dict) else None
    if isinstance(id_, str):
        return id_.encode("utf-8", "replace").decode("utf-8")  # half a character is no text
    return id_ if isinstance(id_, int) else None
