"""What commands begin with: settings read, the model waited for."""

import asyncio
import logging
from typing import NoReturn

import typer

from bot.bootstrap import Workshop
from bot.settings import read_settings

MODEL_WAIT = 120.0
"""Seconds after which a command goes on without the model: importing Rasa takes ten to forty."""


def open_workshop() -> Workshop:
    """The program's parts, from the settings in force.

    Raises:
        SettingsError: a setting is missing or malformed.
    """
    settings = read_settings()
    logging.getLogger("bot").setLevel(settings.log_level)
    return Workshop(settings)


async def wait_for_model(workshop: Workshop) -> bool:
    """Wait until the model answers; false when it does not within `MODEL_WAIT`."""
    try:
        async with asyncio.timeout(MODEL_WAIT if workshop.can_serve_model else 0):
            await workshop.ready()
    except TimeoutError:
        tell("Le modèle ne répond pas : les mots-clés répondent seuls.")
        return False
    return True


def tell(sentence: str) -> None:
    """Say something to whoever typed the command, apart from its output."""
    typer.echo(sentence, err=True)


def fail(sentence: str, status: int = 2) -> NoReturn:
    """End the command with one line."""
    tell(sentence)
    raise typer.Exit(status)
