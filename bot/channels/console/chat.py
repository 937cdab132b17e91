"""The loop of `chat`: a question, a mark while it thinks, the answer, its buttons as numbers."""

import asyncio
import contextlib
import uuid
from typing import Protocol

from rich.console import Console
from rich.text import Text

from bot.channels.console.render import render
from bot.domain.buttons import HELP
from bot.domain.exchange import Message, Outcome
from bot.domain.replies import Button

CHANNEL = "console"
LEAVING = frozenset({"/quitter", "/quit", "/exit", "quitter"})
ASKING_HELP = frozenset({"/aide", "/help", "?"})


class Talks(Protocol):
    """Whoever welcomes and answers."""

    async def welcome(self, channel: str, conversation: str) -> Outcome:
        """The first words."""

    async def answer(self, message: Message) -> Outcome:
        """The answer to a message."""


class Chat:
    """One conversation in a terminal."""

    def __init__(self, assistant: Talks, console: Console) -> None:
        self._assistant = assistant
        self._console = console
        self._conversation = uuid.uuid4().hex
        self._buttons: tuple[Button, ...] = ()

    async def run(self) -> None:
        """Talk until the person leaves (Ctrl-D, Ctrl-C, « /quitter »)."""
        self._show(await self._assistant.welcome(CHANNEL, self._conversation))
        self._console.print(
            Text(
                "Un numéro choisit un bouton ; /aide pour les idées, /quitter pour partir.",
                "dim",
            )
        )
        with contextlib.suppress(EOFError, KeyboardInterrupt, asyncio.CancelledError):
            while (line := await self._read()) not in LEAVING:
                with self._console.status("Je cherche…"):
                    outcome = await self._assistant.answer(self._message(line))
                self._show(outcome)
        self._console.print("À bientôt.")

    async def _read(self) -> str:
        prompt = Text("\nvous › ", "bold green")
        return (await asyncio.to_thread(self._console.input, prompt)).strip()

    def _message(self, line: str) -> Message:
        if line.isascii() and line.isdigit() and 0 < int(line) <= len(self._buttons):
            press = self._buttons[int(line) - 1].value
            return Message(CHANNEL, self._conversation, press=press)
        if line in ASKING_HELP:
            return Message(CHANNEL, self._conversation, press=HELP)
        return Message(CHANNEL, self._conversation, text=line)

    def _show(self, outcome: Outcome) -> None:
        self._buttons = ()
        for reply in outcome.replies:
            self._console.print()
            self._console.print(render(reply), crop=False)
            first = len(self._buttons) + 1
            labels = [f"[{n}]\xa0{item.label}" for n, item in enumerate(reply.buttons, first)]
            self._buttons += reply.buttons
            if labels:
                self._console.print(Text("   ".join(labels), "cyan"))
