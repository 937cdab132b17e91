"""`ask`: questions in, answers out, on the real model and an in-memory database."""

import asyncio
import json
import secrets
from collections.abc import Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.bootstrap import Workshop
from bot.channels.ask.asking import ask as ask_lines
from bot.channels.ask.lines import AnswerLine, ErrorLine, ReplyLine
from bot.cli.session import MODEL_WAIT, fail, open_workshop, tell, wait_for_model
from bot.usecases.training_ports import TrainingError


def ask(
    text: Annotated[str | None, typer.Argument(help="La question.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Répondre en JSON.")] = False,
    batch: Annotated[Path | None, typer.Option(help="Un fichier de lignes JSON.")] = None,
    no_model: Annotated[bool, typer.Option(help="Répondre par mots-clés seulement.")] = False,
) -> None:
    """Répond à une question, ou à un fichier de questions (une par ligne)."""
    if (text is None) == (batch is None):
        fail("Donner une question, ou un fichier avec --batch FICHIER.")
    workshop = open_workshop()
    try:
        lines = batch.open("rb") if batch else [json.dumps({"text": text}).encode()]
    except OSError as error:
        fail(f"{batch} : {error.strerror}")
    failures = asyncio.run(_answer(workshop, lines, as_json=as_json, model=not no_model))
    raise typer.Exit(1 if failures else 0)


async def _answer(workshop: Workshop, lines: Iterable[bytes], *, as_json: bool, model: bool) -> int:
    failures = 0
    database = workshop.passing_database()
    async with AsyncExitStack() as stack:
        assistant = workshop.assistant(database, secrets.token_bytes())
        patience = Patience(await _serve_model(workshop, stack) if model else 0.0)
        async for answer in ask_lines(assistant, lines):
            failures += isinstance(answer, ErrorLine)
            typer.echo(answer.model_dump_json() if as_json else _text(answer))
            await patience.after(answer)
    database.close()
    return failures


@dataclass
class Patience:
    """Slows a file down while the model is away, so that most of it waits for its return.

    Keywords answer a thousand lines in the time that Rasa takes to come back: all of a file would
    be answered poorly for a second's absence. `left` is how many seconds may be lost in all.
    """

    left: float
    pace: float = 0.1

    async def after(self, answer: AnswerLine | ErrorLine) -> None:
        """Wait a little after an answer made without the model."""
        if isinstance(answer, AnswerLine) and answer.degraded and self.left > 0:
            self.left -= self.pace
            await asyncio.sleep(self.pace)


async def _serve_model(workshop: Workshop, stack: AsyncExitStack) -> float:
    """Serve the model for as long as `stack`; returns how long it is worth waiting for later."""
    with Console(stderr=True).status("Le modèle se prépare…"):
        if not workshop.settings.nlu_url and workshop.shelf.active() is None:
            try:
                await workshop.training.train()
            except TrainingError as error:
                tell(f"L'entraînement n'a pas abouti : {error}")
        await stack.enter_async_context(workshop.model())
        return MODEL_WAIT if await wait_for_model(workshop) else 0.0


def _text(answer: AnswerLine | ErrorLine) -> str:
    if isinstance(answer, ErrorLine):
        return answer.error
    return "\n\n".join((*map(_said, answer.reply), *answer.sources))


def _said(reply: ReplyLine) -> str:
    labels = "  ".join(f"[{button.label}]" for button in reply.buttons)
    return f"{reply.text}\n{labels}" if labels else reply.text
